package blogos.syscalls;

/** Byte offsets in the record that {@link SyscallNumber#PROCESS_INFO} fills. */
public final class ProcessLayout {
    /** u32: number of the process. */
    public static final int NUMBER = 0;

    /** u32: number of its parent; 0 if it has none. */
    public static final int PARENT = 4;

    /** u32: number of its group. */
    public static final int GROUP = 8;

    /** u32: one of the states below. */
    public static final int STATE = 12;

    /** u64: bytes of memory that it has in use. */
    public static final int MEMORY = 16;

    /** u64: nanoseconds for which it has had a CPU. */
    public static final int CPU_TIME = 24;

    /** The first 63 bytes of its program's name in UTF-8, and a NUL. */
    public static final int NAME = 32;

    /** Size of the name with its NUL in bytes. */
    public static final int NAME_SIZE = 64;

    /** Size of the record in bytes. */
    public static final int RECORD_SIZE = NAME + NAME_SIZE;

    /** State: running or ready to. */
    public static final int RUNNING = 0;

    /** State: waits for something. */
    public static final int WAITING = 1;

    /** State: has ended, and its parent has not asked how. */
    public static final int ENDED = 2;

    private ProcessLayout() {}
}
