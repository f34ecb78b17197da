package blogos.elf;

/** A file is not a usable ELF file. The message says what is wrong and at which offset of the file. */
public final class ElfException extends Exception {
    private final String problem;
    private final long offset;

    /** A problem found at a byte offset of the file. */
    public ElfException(String problem, long offset) {
        super(problem + " (at file offset 0x" + Long.toHexString(offset) + ")");
        this.problem = problem;
        this.offset = offset;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** Where in the file the offending field is, in bytes. */
    public long offset() {
        return offset;
    }
}
