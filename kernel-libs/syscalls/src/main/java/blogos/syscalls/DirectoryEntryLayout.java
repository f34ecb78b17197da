package blogos.syscalls;

/**
 * Byte offsets in the record that {@link SyscallNumber#NEXT_DIRENTRY} fills: the C layout of {@code {u64 recordLength;
 * char name[];}}.
 */
public final class DirectoryEntryLayout {
    /** u64: size of the whole record in bytes; the program sets it to the room it has. */
    public static final int RECORD_LENGTH = 0;

    /** The UTF-8 name, with a NUL behind it where that fits. */
    public static final int NAME = 8;

    private DirectoryEntryLayout() {}
}
