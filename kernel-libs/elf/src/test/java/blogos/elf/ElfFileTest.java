package blogos.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import blogos.aot.api.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ElfFileTest {
    @Test
    void readsHeaderAndSegments() throws ElfException {
        ElfFile file = new ElfImage().parse();
        assertEquals(ElfFile.ET_EXEC, file.type());
        assertEquals(ElfImage.CODE_ADDRESS + 4, file.entry());
        assertEquals(2, file.programHeaderCount());
        ProgramHeader code = file.programHeader(0);
        assertEquals(ProgramHeader.PT_LOAD, code.type());
        assertTrue(code.isExecutable());
        assertFalse(code.isWritable());
        assertEquals(16, code.contents().length());
        assertEquals(0x93, code.contents().u8(3));
        assertTrue(code.contains(ElfImage.CODE_ADDRESS + 15));
        assertFalse(code.contains(ElfImage.CODE_ADDRESS + 16));
        assertFalse(code.contains(ElfImage.CODE_ADDRESS - 1));
        assertEquals(0x2000, file.programHeader(1).memorySize());
        assertEquals(ElfImage.CODE_ADDRESS, file.lowestAddress());
        assertEquals(ElfImage.DATA_ADDRESS + 0x1fff, file.highestAddress());
        assertNull(file.firstProgramHeader(ProgramHeader.PT_TLS));
        assertThrows(IndexOutOfBoundsException.class, () -> file.programHeader(2));
    }

    @Test
    void readsSections() throws ElfException {
        ElfFile file = new ElfImage().parse();
        assertEquals(7, file.sectionCount());
        Section text = file.section(".text");
        assertEquals(1, text.index());
        assertEquals(ElfImage.CODE_ADDRESS, text.address());
        assertEquals(16, text.contents().length());
        assertEquals(".rela.text", file.sectionName(file.section(5)));
        assertEquals(0, file.section(".bss").contents().length());
        assertNull(file.section(".tex"));
        assertNull(file.section(".text2"));
    }

    @Test
    void readsSymbols() throws ElfException {
        SymbolTable symbols = new ElfImage().parse().symbols();
        assertEquals(3, symbols.count());
        int method = symbols.find("a.b.C.m:()V");
        assertEquals(2, method);
        assertEquals("a.b.C.m:()V", symbols.name(method));
        assertEquals(ElfImage.CODE_ADDRESS + 4, symbols.value(method));
        assertEquals(12, symbols.size(method));
        assertEquals(SymbolTable.STT_FUNC, symbols.type(method));
        assertEquals(SymbolTable.STB_GLOBAL, symbols.binding(method));
        assertEquals(1, symbols.sectionIndex(method));
        assertEquals(-1, symbols.find("a.b.C.m"));
        assertEquals(1, symbols.findFunction(ElfImage.CODE_ADDRESS + 3));
        assertEquals(2, symbols.findFunction(ElfImage.CODE_ADDRESS + 4));
        assertEquals(-1, symbols.findFunction(ElfImage.CODE_ADDRESS + 16));
    }

    @Test
    void readsRelocations() throws ElfException {
        ElfFile file = new ElfImage().parse();
        RelocationTable relocations = file.relocations(file.section(".rela.text"));
        assertEquals(1, relocations.count());
        assertEquals(ElfImage.CODE_ADDRESS + 8, relocations.place(0));
        assertEquals(RelocationTable.R_X86_64_PC32, relocations.type(0));
        assertEquals(2, relocations.symbol(0));
        assertEquals(-4, relocations.addend(0));
        assertEquals(2, relocations.symbolSection());
        assertThrows(ElfException.class, () -> file.relocations(file.section(".text")));
    }

    @Test
    void sectionHeadersMayBeAbsent() throws ElfException {
        ElfFile file = new ElfImage()
                .putLong(0x28, 0)
                .putShort(0x3c, 0)
                .putShort(0x3e, 0)
                .parse();
        assertEquals(0, file.sectionCount());
        assertNull(file.section(".text"));
        assertNull(file.symbols());
        file.checkLoadable(0, Long.MAX_VALUE);
    }

    @Test
    void sectionCountMayBeInTheFirstSectionHeader() throws ElfException {
        ElfImage image = new ElfImage().putShort(0x3c, 0).putShort(0x3e, 0xffff);
        image.putLong(ElfImage.sectionHeader(0) + 0x20, 7).putInt(ElfImage.sectionHeader(0) + 0x28, 4);
        assertNotNull(image.parse().section(".bss"));
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertProblem(0, "not an ELF file: wrong magic number", new ElfImage().putByte(0, 0));
        assertProblem(4, "not a 64-bit ELF file", new ElfImage().putByte(4, 1));
        assertProblem(5, "not a little-endian ELF file", new ElfImage().putByte(5, 2));
        assertProblem(0x10, "neither object, executable nor shared object", new ElfImage().putShort(0x10, 4));
        assertProblem(0x12, "not for x86-64", new ElfImage().putShort(0x12, 3));
        assertProblem(0x36, "wrong program header size", new ElfImage().putShort(0x36, 32));
        assertProblem(0x20, "program headers reach outside the file", new ElfImage().putLong(0x20, -1));
        assertProblem(0x20, "program headers reach outside the file", new ElfImage().putShort(0x38, 100));
        assertProblem(0x28, "section headers reach outside the file", new ElfImage().putLong(0x28, Long.MAX_VALUE));
        assertProblem(0x3c, "section headers reach outside the file", new ElfImage().putShort(0x3c, 8));
        assertProblem(0x3e, "the section of section names does not exist", new ElfImage().putShort(0x3e, 7));
        assertProblem(
                ElfImage.CODE_SEGMENT + 8,
                "segment's contents reach outside the file",
                new ElfImage().putLong(ElfImage.CODE_SEGMENT + 8, Long.MAX_VALUE - 8));
        assertProblem(
                ElfImage.CODE_SEGMENT + 32,
                "segment is larger in the file than in memory",
                new ElfImage().putLong(ElfImage.CODE_SEGMENT + 32, 17));
        assertProblem(
                ElfImage.CODE_SEGMENT + 16,
                "segment reaches past the end of the address space",
                new ElfImage().putLong(ElfImage.CODE_SEGMENT + 16, -8));
        assertProblem(
                ElfImage.CODE_SEGMENT + 48,
                "segment's alignment is no power of two",
                new ElfImage().putLong(ElfImage.CODE_SEGMENT + 48, 24));
        assertProblem(
                ElfImage.CODE_SEGMENT + 48,
                "segment's address and file offset differ modulo its alignment",
                new ElfImage().putLong(ElfImage.CODE_SEGMENT + 48, 0x1000));
        assertProblem(
                ElfImage.sectionHeader(1) + 24,
                "section 1 reaches outside the file",
                new ElfImage().putLong(ElfImage.sectionHeader(1) + 32, 1 << 20));
    }

    @Test
    void namesMustEndInTheirTable() throws ElfException {
        ElfFile file = new ElfImage().putLong(ElfImage.sectionHeader(3) + 32, 8).parse();
        assertThrows(ElfException.class, () -> file.symbols().name(2));
        assertThrows(ElfException.class, () -> file.symbols().find("a.b.C.m:()V"));
    }

    @Test
    void truncatedFilesAreRejected() {
        byte[] whole = new ElfImage().toArray();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(ElfException.class, () -> ElfFile.parse(Bytes.copyForTest(part)));
        }
    }

    @Test
    void readsTheRunningJavaLauncher() throws IOException, ElfException {
        Path launcher = Path.of(System.getProperty("java.home"), "bin", "java");
        assumeTrue("Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch")));
        ElfFile file = ElfFile.parse(Bytes.copyForTest(Files.readAllBytes(launcher)));
        ProgramHeader code = null;
        for (int i = 0; i < file.programHeaderCount(); i++) {
            if (file.programHeader(i).occupiesMemory() && file.programHeader(i).contains(file.entry())) {
                code = file.programHeader(i);
            }
        }
        assertTrue(code.isExecutable());
        Section text = file.section(".text");
        assertTrue(code.contains(text.address()));
        SymbolTable symbols = file.symbols(file.section(".dynsym"));
        assertTrue(symbols.count() > 1);
        for (int i = 1; i < symbols.count(); i++) {
            assertFalse(symbols.name(i).isEmpty());
        }
        RelocationTable relocations = file.relocations(file.section(".rela.dyn"));
        assertTrue(relocations.count() > 0);
    }

    private static void assertProblem(long offset, String problem, ElfImage image) {
        ElfException e = assertThrows(ElfException.class, image::parse);
        assertEquals(problem, e.problem());
        assertEquals(offset, e.offset());
        assertEquals(problem + " (at file offset 0x" + Long.toHexString(offset) + ")", e.getMessage());
    }
}
