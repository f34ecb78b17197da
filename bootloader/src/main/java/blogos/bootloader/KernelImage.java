package blogos.bootloader;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.ProgramHeader;

/**
 * The kernel's ELF file, and where its segments go: into one block of physical memory, with the distances that they
 * have in virtual memory.
 */
public final class KernelImage {
    /**
     * Lowest virtual address that a kernel may use: the start of the top 2 GiB, which is what its code is compiled for.
     */
    static final long LOWEST_VIRTUAL = 0xffff_ffff_8000_0000L;

    /**
     * Highest virtual address that a kernel may use: the last page stays free, so that the end of the image is an
     * address.
     */
    static final long HIGHEST_VIRTUAL = -RegionMap.PAGE_SIZE - 1;

    private final ElfFile elf;
    private final long virtualStart;
    private final long length;

    private KernelImage(ElfFile elf) {
        this.elf = elf;
        this.virtualStart = elf.lowestAddress() & -RegionMap.PAGE_SIZE;
        this.length = (elf.highestAddress() | RegionMap.PAGE_SIZE - 1) + 1 - virtualStart;
    }

    /**
     * Checks a kernel file.
     *
     * @throws BootFailure if it is no x86-64 ELF executable, its segments lie outside the top 2 GiB, overlap within a
     *     page or are both writable and executable
     */
    public static KernelImage of(Bytes file) {
        try {
            ElfFile elf = ElfFile.parse(file);
            elf.checkLoadable(LOWEST_VIRTUAL, HIGHEST_VIRTUAL);
            return new KernelImage(elf);
        } catch (ElfException e) {
            throw new BootFailure("the kernel cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** The file. */
    public ElfFile elf() {
        return elf;
    }

    /** Virtual address of the entry point. */
    public long entry() {
        return elf.entry();
    }

    /** Virtual address of the first page. */
    public long virtualStart() {
        return virtualStart;
    }

    /** Size in memory in bytes, whole pages. */
    public long length() {
        return length;
    }

    /**
     * Physical address at which the image would like to start, by its first segment; the others follow with the
     * distances that they have in virtual memory. 0 if it has no wish that can be granted.
     */
    public Address preferredStart() {
        for (int i = 0; i < elf.programHeaderCount(); i++) {
            ProgramHeader segment = elf.programHeader(i);
            if (segment.occupiesMemory()) {
                long start = segment.physicalAddress() - (segment.virtualAddress() - virtualStart);
                return start > 0 && start % RegionMap.PAGE_SIZE == 0 ? Address.of(start) : Address.zero();
            }
        }
        return Address.zero();
    }

    /** Copies the segments into {@link #length()} bytes of zeroed memory. */
    public void load(Address start) {
        for (int i = 0; i < elf.programHeaderCount(); i++) {
            ProgramHeader segment = elf.programHeader(i);
            if (segment.occupiesMemory()) {
                Bytes contents = segment.contents();
                start.plus(segment.virtualAddress() - virtualStart).copyFrom(contents.start(), contents.length());
            }
        }
    }
}
