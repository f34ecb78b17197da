package blogos.elf;

import blogos.aot.api.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A small valid executable made by hand: two loadable segments, and sections {@code .text}, {@code .symtab},
 * {@code .strtab}, {@code .shstrtab}, {@code .rela.text} and {@code .bss}.
 */
final class ElfImage {
    static final int CODE_SEGMENT = 64;
    static final int DATA_SEGMENT = CODE_SEGMENT + 56;
    static final long CODE_ADDRESS = 0x40_1000;
    static final long DATA_ADDRESS = 0x40_3000;

    private static final int CODE = 0x200;
    private static final int SYMBOLS = 0x220;
    private static final int STRINGS = SYMBOLS + 3 * 24;
    private static final int NAMES = STRINGS + 0x20;
    private static final int RELOCATIONS = 0x300;
    private static final int SECTIONS = 0x320;
    private static final String SECTION_NAMES = "\0.text\0.symtab\0.strtab\0.shstrtab\0.rela.text\0.bss\0";

    private final ByteBuffer bytes = ByteBuffer.allocate(SECTIONS + 7 * 64).order(ByteOrder.LITTLE_ENDIAN);

    ElfImage() {
        bytes.putInt(0, 0x464c457f).putInt(4, 0x00010102);
        bytes.putShort(0x10, (short) 2).putShort(0x12, (short) 62).putInt(0x14, 1);
        bytes.putLong(0x18, CODE_ADDRESS + 4).putLong(0x20, 64).putLong(0x28, SECTIONS);
        bytes.putShort(0x34, (short) 64).putShort(0x36, (short) 56).putShort(0x38, (short) 2);
        bytes.putShort(0x3a, (short) 64).putShort(0x3c, (short) 7).putShort(0x3e, (short) 4);
        segment(CODE_SEGMENT, ProgramHeader.PF_R | ProgramHeader.PF_X, CODE, CODE_ADDRESS, 16, 16);
        segment(DATA_SEGMENT, ProgramHeader.PF_R | ProgramHeader.PF_W, SYMBOLS, DATA_ADDRESS, 8, 0x2000);
        for (int i = 0; i < 16; i++) {
            bytes.put(CODE + i, (byte) (0x90 + i));
        }
        text(STRINGS, "\0first\0a.b.C.m:()V\0");
        text(NAMES, SECTION_NAMES);
        symbol(1, 1, SymbolTable.STT_FUNC, 1, CODE_ADDRESS, 4);
        symbol(2, 7, SymbolTable.STT_FUNC, 1, CODE_ADDRESS + 4, 12);
        bytes.putLong(RELOCATIONS, CODE_ADDRESS + 8).putInt(RELOCATIONS + 8, RelocationTable.R_X86_64_PC32);
        bytes.putInt(RELOCATIONS + 12, 2).putLong(RELOCATIONS + 16, -4);
        section(1, ".text", Section.SHT_PROGBITS, CODE_ADDRESS, CODE, 16, 0, 0);
        section(2, ".symtab", Section.SHT_SYMTAB, 0, SYMBOLS, 3 * 24, 3, 24);
        section(3, ".strtab", Section.SHT_STRTAB, 0, STRINGS, 0x20, 0, 0);
        section(4, ".shstrtab", Section.SHT_STRTAB, 0, NAMES, SECTION_NAMES.length(), 0, 0);
        section(5, ".rela.text", Section.SHT_RELA, 0, RELOCATIONS, 24, 2, 24);
        section(6, ".bss", Section.SHT_NOBITS, DATA_ADDRESS + 8, 1 << 30, 0x1ff8, 0, 0);
    }

    ElfImage putByte(int offset, int value) {
        bytes.put(offset, (byte) value);
        return this;
    }

    ElfImage putShort(int offset, int value) {
        bytes.putShort(offset, (short) value);
        return this;
    }

    ElfImage putInt(int offset, int value) {
        bytes.putInt(offset, value);
        return this;
    }

    ElfImage putLong(int offset, long value) {
        bytes.putLong(offset, value);
        return this;
    }

    /** Where the header of a section is. */
    static int sectionHeader(int index) {
        return SECTIONS + index * 64;
    }

    byte[] toArray() {
        return bytes.array().clone();
    }

    ElfFile parse() throws ElfException {
        return ElfFile.parse(Bytes.copyForTest(toArray()));
    }

    private void segment(int at, int flags, int offset, long address, long fileSize, long memorySize) {
        bytes.putInt(at, ProgramHeader.PT_LOAD)
                .putInt(at + 4, flags)
                .putLong(at + 8, offset)
                .putLong(at + 16, address);
        bytes.putLong(at + 24, address & 0xf_ffff).putLong(at + 32, fileSize).putLong(at + 40, memorySize);
        bytes.putLong(at + 48, 32);
    }

    private void symbol(int index, int name, int type, int section, long value, long size) {
        int at = SYMBOLS + index * 24;
        int info = SymbolTable.STB_GLOBAL << 4 | type;
        bytes.putInt(at, name).put(at + 4, (byte) info).putShort(at + 6, (short) section);
        bytes.putLong(at + 8, value).putLong(at + 16, size);
    }

    private void section(int index, String name, int type, long address, long offset, long size, int link, long entry) {
        int at = sectionHeader(index);
        bytes.putInt(at, SECTION_NAMES.indexOf("\0" + name + "\0") + 1)
                .putInt(at + 4, type)
                .putLong(at + 16, address);
        bytes.putLong(at + 24, offset)
                .putLong(at + 32, size)
                .putInt(at + 40, link)
                .putLong(at + 48, 1);
        bytes.putLong(at + 56, entry);
    }

    private void text(int at, String text) {
        bytes.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
