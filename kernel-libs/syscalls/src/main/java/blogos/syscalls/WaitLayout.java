package blogos.syscalls;

/** Byte offsets in the record that {@link SyscallNumber#WAIT} fills, and its flags. */
public final class WaitLayout {
    /** u32: how the process ended: an {@link ExitStatus}. */
    public static final int STATUS = 0;

    /** Size of the record in bytes. */
    public static final int RECORD_SIZE = 4;

    /** Flag: do not wait. */
    public static final long NO_HANG = 1;

    private WaitLayout() {}
}
