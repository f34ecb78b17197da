package blogos.initrd;

/** An archive is damaged. The message says what is wrong and at which byte offset of the archive. */
public final class InitrdException extends Exception {
    /** A problem found at a byte offset of the archive. */
    public InitrdException(String problem, long offset) {
        super(problem + " (at archive offset 0x" + Long.toHexString(offset) + ")");
    }
}
