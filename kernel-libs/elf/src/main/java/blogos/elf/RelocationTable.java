package blogos.elf;

import blogos.aot.api.Bytes;

/**
 * The RELA relocations in one section of an {@link ElfFile}, by number from 0. Types are those of the AMD64 supplement,
 * table 4.9.
 */
public final class RelocationTable {
    /** No relocation. */
    public static final int R_X86_64_NONE = 0;

    /** 64-bit symbol + addend. */
    public static final int R_X86_64_64 = 1;

    /** 32-bit symbol + addend - place. */
    public static final int R_X86_64_PC32 = 2;

    /** 32-bit symbol's procedure linkage + addend - place. */
    public static final int R_X86_64_PLT32 = 4;

    /** 64-bit base + addend. */
    public static final int R_X86_64_RELATIVE = 8;

    /** 32-bit symbol + addend, zero-extended. */
    public static final int R_X86_64_32 = 10;

    /** 32-bit symbol + addend, sign-extended. */
    public static final int R_X86_64_32S = 11;

    /** 64-bit symbol + addend - place. */
    public static final int R_X86_64_PC64 = 24;

    private static final int ENTRY_SIZE = 24;

    private final Section section;
    private final Bytes entries;
    private final int count;

    RelocationTable(Section section) throws ElfException {
        this.section = section;
        this.count = section.entryCount(ENTRY_SIZE);
        this.entries = section.contents();
    }

    /** Number of relocations. */
    public int count() {
        return count;
    }

    /** Number of the section that the relocations apply to; 0 in tables of the dynamic linker. Not validated. */
    public int targetSection() {
        return section.info();
    }

    /** Number of the section with the symbols. Not validated: see {@link ElfFile#linkedSection}. */
    public int symbolSection() {
        return section.link();
    }

    /** Place: offset in the section in relocatable files, else virtual address. */
    public long place(int index) {
        return entries.i64((long) index * ENTRY_SIZE);
    }

    /** One of the R_X86_64 types. */
    public int type(int index) {
        return entries.i32((long) index * ENTRY_SIZE + 8);
    }

    /** Number of the symbol; not validated against the symbol table. Negative where the file says 2^31 or more. */
    public int symbol(int index) {
        return entries.i32((long) index * ENTRY_SIZE + 12);
    }

    /** Addend. */
    public long addend(int index) {
        return entries.i64((long) index * ENTRY_SIZE + 16);
    }
}
