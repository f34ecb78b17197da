package blogos.syscalls;

/** How a process ended, in 32 bits: one of the kinds below in bits 8 to 15, and a number from 0 to 255 in bits 0 to 7. */
public final class ExitStatus {
    /** The program ended itself; the number is its status. */
    public static final int EXITED = 0;

    /** An exception of the CPU ended it; the number is the vector. */
    public static final int FAULT = 1;

    /** It was killed; the number is 0. */
    public static final int KILLED = 2;

    private static final int SHELL_FAULT = 128;
    private static final int SHELL_KILLED = 137;

    private ExitStatus() {}

    /** Makes one. Of the number only the low 8 bits count. */
    public static int of(int kind, int number) {
        return kind << 8 | number & 0xff;
    }

    /** {@link #EXITED}, {@link #FAULT} or {@link #KILLED}. */
    public static int kind(int status) {
        return status >>> 8 & 0xff;
    }

    /** The number. */
    public static int number(int status) {
        return status & 0xff;
    }

    /** A single number as shells show it: 0 to 255 for an exit, 128 and the vector for a fault, 137 for a killed one. */
    public static int toShell(int status) {
        return switch (kind(status)) {
            case EXITED -> number(status);
            case FAULT -> SHELL_FAULT + number(status);
            default -> SHELL_KILLED;
        };
    }

    /** A few words for people, such as {@code "killed"} and {@code "page fault"}. */
    public static String describe(int status) {
        return switch (kind(status)) {
            case EXITED -> "exit status " + number(status);
            case FAULT -> nameOfFault(number(status));
            default -> "killed";
        };
    }

    /** Names of the exceptions that a program can cause (Intel SDM volume 3A, table 6-1). */
    private static String nameOfFault(int vector) {
        return switch (vector) {
            case 0 -> "divide error";
            case 3 -> "breakpoint";
            case 6 -> "invalid opcode";
            case 13 -> "general protection fault";
            case 14 -> "page fault";
            default -> "CPU exception " + vector;
        };
    }
}
