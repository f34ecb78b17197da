package blogos.elf;

/**
 * What a loader relies on and the format does not promise: segments that lie where the loader allows them, in ascending
 * order, no two in one page (page rights belong to one segment), none both writable and executable, and an entry point
 * in code.
 */
final class LoadCheck {
    private static final String NOT_ABOVE_PREDECESSOR = "segment shares a page with its predecessor or lies below it";

    private LoadCheck() {}

    /**
     * Checks a fixed-address program whose segments are to be mapped at their virtual addresses.
     *
     * @param first lowest address allowed
     * @param last highest address allowed: inclusive, so that the end of the address space can be given
     */
    static void checkVirtual(ElfFile file, long first, long last) throws ElfException {
        if (file.type() != ElfFile.ET_EXEC) {
            throw new ElfException("not a fixed-address executable", 0x10);
        }
        ProgramHeader interpreter = file.firstProgramHeader(ProgramHeader.PT_INTERP);
        if (interpreter != null) {
            throw new ElfException("dynamically linked: it asks for an interpreter", interpreter.headerOffset());
        }
        boolean entryIsCode = false;
        ProgramHeader previous = null;
        for (int i = 0; i < file.programHeaderCount(); i++) {
            ProgramHeader segment = file.programHeader(i);
            if (!segment.occupiesMemory()) {
                continue;
            }
            if (segment.isWritable() && segment.isExecutable()) {
                throw new ElfException("segment is both writable and executable", segment.headerOffset() + 4);
            }
            checkInside(segment, segment.virtualAddress(), first, last);
            if (previous != null && !follows(segment.virtualAddress(), previous.lastVirtualAddress())) {
                throw new ElfException(NOT_ABOVE_PREDECESSOR, segment.headerOffset() + 16);
            }
            entryIsCode |= segment.isExecutable() && segment.contains(file.entry());
            previous = segment;
        }
        if (previous == null) {
            throw new ElfException("nothing to load", 0x38);
        }
        if (!entryIsCode) {
            throw new ElfException("the entry point is not in an executable segment", 0x18);
        }
    }

    /**
     * Checks a program whose segments are to be copied to their physical addresses: the same rules for the physical
     * ranges, without those about rights and entry point.
     *
     * @param first lowest address allowed
     * @param last highest address allowed (inclusive)
     */
    static void checkPhysical(ElfFile file, long first, long last) throws ElfException {
        ProgramHeader previous = null;
        for (int i = 0; i < file.programHeaderCount(); i++) {
            ProgramHeader segment = file.programHeader(i);
            if (!segment.occupiesMemory()) {
                continue;
            }
            checkInside(segment, segment.physicalAddress(), first, last);
            if (previous != null && !follows(segment.physicalAddress(), previous.lastPhysicalAddress())) {
                throw new ElfException(NOT_ABOVE_PREDECESSOR, segment.headerOffset() + 24);
            }
            previous = segment;
        }
    }

    private static void checkInside(ProgramHeader segment, long address, long first, long last) throws ElfException {
        long lastByte = address + segment.memorySize() - 1;
        if (Long.compareUnsigned(address, first) < 0 || Long.compareUnsigned(lastByte, last) > 0) {
            String problem = "segment at 0x" + Long.toHexString(address) + " lies outside the memory it may use";
            throw new ElfException(problem, segment.headerOffset());
        }
    }

    /** Whether an address is in a page above that of another address. */
    private static boolean follows(long address, long lastOfOther) {
        return address >>> ElfFile.PAGE_SHIFT > lastOfOther >>> ElfFile.PAGE_SHIFT;
    }
}
