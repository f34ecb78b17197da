package blogos.elf;

import blogos.aot.api.Bytes;

/** A section header of an {@link ElfFile}. The section's contents are known to lie inside the file. */
public final class Section {
    /** Unused header. */
    public static final int SHT_NULL = 0;

    /** Contents whose meaning the program defines. */
    public static final int SHT_PROGBITS = 1;

    /** Symbols. */
    public static final int SHT_SYMTAB = 2;

    /** Strings. */
    public static final int SHT_STRTAB = 3;

    /** Relocations with addends. */
    public static final int SHT_RELA = 4;

    /** Zeroed memory without contents in the file. */
    public static final int SHT_NOBITS = 8;

    /** Symbols for dynamic linking. */
    public static final int SHT_DYNSYM = 11;

    /** Flag: writable. */
    public static final long SHF_WRITE = 1;

    /** Flag: in memory while the program runs. */
    public static final long SHF_ALLOC = 2;

    /** Flag: executable. */
    public static final long SHF_EXECINSTR = 4;

    /** Flag: contents are compressed. */
    public static final long SHF_COMPRESSED = 0x800;

    static final int SIZE = 64;

    private final Bytes file;
    private final int index;
    private final long header;

    Section(Bytes file, int index, long header) {
        this.file = file;
        this.index = index;
        this.header = header;
    }

    /** Number of this section. */
    public int index() {
        return index;
    }

    /** Where its name is in the section of section names; see {@link ElfFile#sectionName}. */
    public long nameOffset() {
        return file.u32(header);
    }

    /** {@link #SHT_PROGBITS} or another type. */
    public int type() {
        return file.i32(header + 4);
    }

    /** The SHF bits. */
    public long flags() {
        return file.i64(header + 8);
    }

    /** Virtual address of its first byte; 0 if it is not in memory. */
    public long address() {
        return file.i64(header + 16);
    }

    /** Where its contents are in the file. */
    public long offset() {
        return file.i64(header + 24);
    }

    /** Size in bytes. */
    public long size() {
        return file.i64(header + 32);
    }

    /** Number of a related section; its meaning depends on the type. Negative where the file says 2^31 or more. */
    public int link() {
        return file.i32(header + 40);
    }

    /** More information; its meaning depends on the type. */
    public int info() {
        return file.i32(header + 44);
    }

    /** Alignment in bytes, a power of two; 0 and 1 mean none. */
    public long alignment() {
        return file.i64(header + 48);
    }

    /** Size of an entry in bytes if this is a table. */
    public long entrySize() {
        return file.i64(header + 56);
    }

    /** Whether the file has its contents. */
    public boolean hasContents() {
        return type() != SHT_NOBITS && type() != SHT_NULL;
    }

    /** The contents; empty for sections without any in the file. */
    public Bytes contents() {
        return hasContents() ? file.slice(offset(), size()) : file.slice(0, 0);
    }

    /** Where in the file this header is, for error messages. */
    public long headerOffset() {
        return header;
    }

    /** Number of table entries of a fixed size. */
    int entryCount(int size) throws ElfException {
        if (entrySize() != size) {
            String problem = "section " + index + " has entries of " + entrySize() + " bytes, not " + size;
            throw new ElfException(problem, header + 56);
        }
        if (size() % size != 0 || size() / size > Integer.MAX_VALUE) {
            throw new ElfException("section " + index + " is no whole number of entries", header + 32);
        }
        return (int) (size() / size);
    }

    void validate() throws ElfException {
        if (hasContents() && !ElfFile.fits(file, offset(), size())) {
            throw new ElfException("section " + index + " reaches outside the file", header + 24);
        }
        if (type() != SHT_NULL && (alignment() & (alignment() - 1)) != 0) {
            throw new ElfException("section " + index + " has an alignment that is no power of two", header + 48);
        }
    }
}
