package blogos.kernel;

import blogos.aot.api.Bytes;
import blogos.boot.BootInfo;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.Section;
import blogos.hal.DirectMap;
import blogos.hal.KernelImage;
import blogos.hal.PhysAddr;

/**
 * The kernel's own ELF file, as the boot loader left it in memory, and the tables in it that explain code addresses.
 */
public final class KernelElf {
    private static final int UNWIND_TABLE_VERSION = 1;
    private static final int UNWIND_COUNT_OFFSET = 8;

    private final ElfFile file;

    private KernelElf(ElfFile file) {
        this.file = file;
    }

    /**
     * Parses the file. Under PVH there is only its loaded part.
     *
     * @throws ElfException if it is damaged or not the file of the running image
     */
    static KernelElf parse(BootInfo info) throws ElfException {
        ElfFile file = ElfFile.parse(DirectMap.bytes(PhysAddr.of(info.kernelElfStart()), info.kernelElfLength()));
        if (file.lowestAddress() != KernelImage.start().toLong()) {
            throw new ElfException("it is not the running kernel's", 0);
        }
        return new KernelElf(file);
    }

    /** The file. */
    public ElfFile file() {
        return file;
    }

    /**
     * Number of code ranges with unwind information ({@code .eh_frame_hdr}: Linux Standard Base 5.0, section 10.6.2); 0
     * if there is none.
     */
    public long unwindEntries() {
        Bytes table = KernelImage.unwindTable();
        boolean known = table.length() >= UNWIND_COUNT_OFFSET + 4 && table.u8(0) == UNWIND_TABLE_VERSION;
        return known ? table.u32(UNWIND_COUNT_OFFSET) : 0;
    }

    /** Size of the table from code addresses to methods, files and lines, in bytes. */
    public long traceTableSize() {
        return KernelImage.traceTable().length();
    }

    /** Whether the file has debug information for a debugger outside. */
    public boolean hasDebugInformation() throws ElfException {
        Section section = file.section(".debug_info");
        return section != null && section.size() != 0;
    }
}
