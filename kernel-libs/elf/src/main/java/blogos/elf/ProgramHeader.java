package blogos.elf;

import blogos.aot.api.Bytes;

/** A program header: one segment of an {@link ElfFile}. Its file range is known to lie inside the file. */
public final class ProgramHeader {
    /** Segment to be loaded. */
    public static final int PT_LOAD = 1;

    /** Tables of the dynamic linker. */
    public static final int PT_DYNAMIC = 2;

    /** Path of a program interpreter. */
    public static final int PT_INTERP = 3;

    /** Notes. */
    public static final int PT_NOTE = 4;

    /** Template of thread-local storage. */
    public static final int PT_TLS = 7;

    /** Flag: executable. */
    public static final int PF_X = 1;

    /** Flag: writable. */
    public static final int PF_W = 2;

    /** Flag: readable. */
    public static final int PF_R = 4;

    static final int SIZE = 56;

    private final Bytes file;
    private final long header;

    ProgramHeader(Bytes file, long header) {
        this.file = file;
        this.header = header;
    }

    /** {@link #PT_LOAD} or another type. */
    public int type() {
        return file.i32(header);
    }

    /** {@link #PF_R}, {@link #PF_W} and {@link #PF_X}, and bits of the system or processor. */
    public int flags() {
        return file.i32(header + 4);
    }

    /** Whether code in it may run. */
    public boolean isExecutable() {
        return (flags() & PF_X) != 0;
    }

    /** Whether it may be written to. */
    public boolean isWritable() {
        return (flags() & PF_W) != 0;
    }

    /** Where its bytes are in the file. */
    public long offset() {
        return file.i64(header + 8);
    }

    /** Virtual address of its first byte. */
    public long virtualAddress() {
        return file.i64(header + 16);
    }

    /** Virtual address of its last byte. Meaningful only if {@link #occupiesMemory}. */
    public long lastVirtualAddress() {
        return virtualAddress() + memorySize() - 1;
    }

    /** Physical address of its first byte, where the system uses one. */
    public long physicalAddress() {
        return file.i64(header + 24);
    }

    /** Physical address of its last byte. Meaningful only if {@link #occupiesMemory}. */
    public long lastPhysicalAddress() {
        return physicalAddress() + memorySize() - 1;
    }

    /** Number of its bytes that are in the file. */
    public long fileSize() {
        return file.i64(header + 32);
    }

    /** Size in memory in bytes, not less than {@link #fileSize} for loadable segments; the rest is zero. */
    public long memorySize() {
        return file.i64(header + 40);
    }

    /** Alignment in bytes, a power of two; 0 and 1 mean none. */
    public long alignment() {
        return file.i64(header + 48);
    }

    /** Whether this is a {@code PT_LOAD} segment of at least one byte. */
    public boolean occupiesMemory() {
        return type() == PT_LOAD && memorySize() != 0;
    }

    /** Whether an address lies in the memory of this segment. */
    public boolean contains(long virtualAddress) {
        return Long.compareUnsigned(virtualAddress - virtualAddress(), memorySize()) < 0;
    }

    /** The bytes in the file. */
    public Bytes contents() {
        return fileSize() == 0 ? file.slice(0, 0) : file.slice(offset(), fileSize());
    }

    /** Where in the file this header is, for error messages. */
    public long headerOffset() {
        return header;
    }

    void validate() throws ElfException {
        if (fileSize() != 0 && !ElfFile.fits(file, offset(), fileSize())) {
            throw new ElfException("segment's contents reach outside the file", header + 8);
        }
        long alignment = alignment();
        if ((alignment & (alignment - 1)) != 0) {
            throw new ElfException("segment's alignment is no power of two", header + 48);
        }
        if (type() == PT_LOAD) {
            validateLoad();
        }
    }

    private void validateLoad() throws ElfException {
        if (memorySize() < 0 || fileSize() > memorySize()) {
            throw new ElfException("segment is larger in the file than in memory", header + 32);
        }
        if (memorySize() != 0 && wraps(virtualAddress())) {
            throw new ElfException("segment reaches past the end of the address space", header + 16);
        }
        if (memorySize() != 0 && wraps(physicalAddress())) {
            throw new ElfException("segment reaches past the end of physical memory", header + 24);
        }
        if (alignment() > 1 && ((virtualAddress() - offset()) & (alignment() - 1)) != 0) {
            throw new ElfException("segment's address and file offset differ modulo its alignment", header + 48);
        }
    }

    private boolean wraps(long address) {
        return Long.compareUnsigned(address + memorySize() - 1, address) < 0;
    }
}
