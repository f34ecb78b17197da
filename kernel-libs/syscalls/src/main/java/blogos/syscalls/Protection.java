package blogos.syscalls;

/** What a program may do with a range of its memory: the bits that {@link SyscallNumber#MMAP} takes. */
public final class Protection {
    /** Nothing at all. */
    public static final int NONE = 0;

    /** Reading. */
    public static final int READ = 1;

    /** Writing, and with it reading. */
    public static final int WRITE = 2;

    /** Executing, and with it reading. Never together with {@link #WRITE}. */
    public static final int EXECUTE = 4;

    private Protection() {}

    /** Whether these bits are a protection that memory can have. */
    public static boolean isValid(long bits) {
        return bits >= NONE && bits <= (READ | WRITE | EXECUTE) && (bits & (WRITE | EXECUTE)) != (WRITE | EXECUTE);
    }
}
