package blogos.syscalls;

/**
 * Byte offsets in the record that {@link SyscallNumber#STAT} fills: the C layout of {@code {u64 hasDevice, major,
 * minor, size; u32 fileType;}}.
 */
public final class StatLayout {
    /** u64: 1 if the file is a device node, else 0 and the two device numbers are 0. */
    public static final int HAS_DEVICE = 0;

    /** u64: major device number. */
    public static final int MAJOR = 8;

    /** u64: minor device number. */
    public static final int MINOR = 16;

    /** u64: length of the file in bytes. */
    public static final int SIZE = 24;

    /** u32: one of the types below. */
    public static final int FILE_TYPE = 32;

    /** Size of the record in bytes, a multiple of 8. */
    public static final int RECORD_SIZE = 40;

    /** File type: regular file. */
    public static final int REGULAR = 0;

    /** File type: directory. */
    public static final int DIRECTORY = 1;

    /** File type: block device. */
    public static final int BLOCK_DEVICE = 2;

    /** File type: character device. */
    public static final int CHARACTER_DEVICE = 3;

    /** File type: symbolic link. */
    public static final int SYMBOLIC_LINK = 4;

    private StatLayout() {}
}
