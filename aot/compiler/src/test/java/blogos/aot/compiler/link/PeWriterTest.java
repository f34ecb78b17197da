package blogos.aot.compiler.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeWriterTest {
    private static final String PROGRAM = """
            @constant = constant i64 7
            @zero = global [10000 x i8] zeroinitializer
            @classPointer = global i32 trunc (i64 ptrtoint (ptr @constant to i64) to i32)
            @address = global ptr @constant
            @table = constant [3 x ptr] [ptr @_start, ptr @zero, ptr null]
            define i64 @_start() uwtable {
                %x = load volatile i32, ptr @classPointer
                %y = load volatile ptr, ptr @address
                %z = load volatile i64, ptr %y
                ret i64 %z
            }
            """;

    @TempDir
    Path directory;

    private TestImages images;

    @BeforeEach
    void makeImages() {
        images = new TestImages(directory);
    }

    @Test
    void headersDescribeAnEfiApplication() throws IOException {
        ByteBuffer pe = convert(PROGRAM);
        assertEquals('M' | 'Z' << 8, pe.getShort(0));
        int header = pe.getInt(60);
        assertEquals('P' | 'E' << 8, pe.getInt(header));
        assertEquals((short) 0x8664, pe.getShort(header + 4));
        assertEquals(0, pe.getInt(header + 8), "time stamp");
        int optional = header + 24;
        assertEquals(0x20b, pe.getShort(optional));
        assertEquals(0x1000, pe.getInt(optional + 16), "entry");
        assertEquals(0, pe.getLong(optional + 24), "image base");
        assertEquals(10, pe.getShort(optional + 68), "subsystem");
        List<String> names = IntStream.range(0, pe.getShort(header + 6)).mapToObj(i -> section(pe, i).name).toList();
        assertEquals(List.of(".text", ".rodata", ".data", ".reloc"), names);
        int end = 0;
        for (int i = 0; i < 4; i++) {
            Section section = section(pe, i);
            assertEquals(0, section.address % 4096);
            assertEquals(0, section.fileOffset % 512);
            assertTrue(section.address >= end, section.name);
            end = section.address + section.memorySize;
        }
        assertEquals((end + 4095) / 4096 * 4096, pe.getInt(optional + 56), "size of image");
        assertTrue(section(pe, 2).memorySize > 10000 && section(pe, 2).fileSize == 512);
    }

    @Test
    void everyAddressOf64BitsHasARelocationAndNoneOf32BitsHas() throws IOException {
        ByteBuffer pe = convert(PROGRAM);
        Section text = section(pe, 0);
        Section rodata = section(pe, 1);
        Section data = section(pe, 2);
        Section reloc = section(pe, 3);
        // The table's two addresses on one page, the variable on another.
        pe.position(reloc.fileOffset);
        assertEquals(rodata.address, pe.getInt());
        assertEquals(12, pe.getInt());
        int table = place(pe);
        assertEquals(table + 8, place(pe));
        assertEquals(data.address, pe.getInt());
        assertEquals(12, pe.getInt());
        int address = place(pe);
        assertEquals(0, pe.getShort(), "padding");
        assertEquals(24, reloc.memorySize);
        assertEquals(24, pe.getInt(pe.getInt(60) + 24 + 112 + 5 * 8 + 4), "size in the directory");

        assertEquals(text.address, pe.getLong(rodata.fileOffset + table));
        int constant = (int) pe.getLong(data.fileOffset + address);
        assertEquals(7, pe.getLong(rodata.fileOffset + constant - rodata.address));
        assertEquals(constant, pe.getInt(data.fileOffset + (address == 0 ? 8 : 0)), "class pointer");
    }

    private static int place(ByteBuffer pe) {
        int entry = pe.getShort() & 0xffff;
        assertEquals(10, entry >> 12, "DIR64");
        return entry & 0xfff;
    }

    @Test
    void codeWithAn32BitAddressIsAnErrorWithTheSymbol() {
        String text = "@target = global i32 0\n"
                + "define void @_start() { call void asm sideeffect \"movl $$target, %eax\", \"~{eax}\"() ret void }";
        CompileException e = assertThrows(CompileException.class, () -> convert(text));
        assertTrue(e.getMessage().contains("32-bit absolute address of target"), e.getMessage());
    }

    @Test
    void theSameImageGivesTheSameBytes() throws IOException {
        assertArrayEquals(convert(PROGRAM).array(), convert(PROGRAM).array());
    }

    @Test
    void otherFilesAreErrors() throws IOException {
        Path pe = directory.resolve("pe");
        Path text = Files.writeString(directory.resolve("text"), "this is not an ELF file");
        assertThrows(CompileException.class, () -> PeWriter.write(text, pe));
        assertThrows(CompileException.class, () -> PeWriter.write(directory.resolve("missing"), pe));
        Path linux = images.link(Target.LINUX, "linux", PROGRAM);
        CompileException e = assertThrows(CompileException.class, () -> PeWriter.write(linux, pe));
        assertTrue(e.getMessage().contains("not linked at address 0"), e.getMessage());
        assertFalse(Files.exists(pe));
    }

    private ByteBuffer convert(String text) throws IOException {
        Path pe = directory.resolve("pe");
        PeWriter.write(images.link(Target.UEFI, "elf", text), pe);
        return ByteBuffer.wrap(Files.readAllBytes(pe)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Section section(ByteBuffer pe, int index) {
        int header = pe.getInt(60) + 24 + 240 + 40 * index;
        String name = new String(pe.array(), header, 8, StandardCharsets.US_ASCII).replace("\0", "");
        return new Section(
                name, pe.getInt(header + 8), pe.getInt(header + 12), pe.getInt(header + 16), pe.getInt(header + 20));
    }

    private record Section(String name, int memorySize, int address, int fileSize, int fileOffset) {
    }
}
