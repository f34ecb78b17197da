package blogos.dwarf;

/** Debugging information is malformed or of a kind this reader does not know. */
public final class DwarfException extends Exception {
    /** A problem found at a byte offset of a section. */
    DwarfException(String problem, String section, long offset) {
        super(problem + " (at offset 0x" + Long.toHexString(offset) + " of " + section + ")");
    }

    /** A problem of the whole file. */
    DwarfException(String problem) {
        super(problem);
    }
}
