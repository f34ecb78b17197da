package blogos.syscalls;

/**
 * The errors that a system call can answer. In {@code rax} an error is the negation of its code; codes are 1 to 4095.
 *
 * <p>Codes 1 to 5 are those of the original blog_os; the others have the numbers of the POSIX errors that they
 * correspond to.
 */
public final class IoError {
    /** There is no such file, or no such descriptor where a file is looked up. */
    public static final int NOT_FOUND = 1;

    /** The object does not allow this operation. */
    public static final int NOT_PERMITTED = 2;

    /** There is already something of that name. */
    public static final int ALREADY_EXISTS = 3;

    /** Nothing more to read. */
    public static final int END_OF_FILE = 4;

    /** A program or driver could not be loaded. */
    public static final int LOAD_ERROR = 5;

    /** The descriptor is not open. */
    public static final int BAD_DESCRIPTOR = 9;

    /** The process has no such child. */
    public static final int NO_CHILD = 10;

    /** No memory for what was asked. */
    public static final int OUT_OF_MEMORY = 12;

    /** A pointer names memory that the program may not use in this way. */
    public static final int BAD_ADDRESS = 14;

    /** An argument is out of range. */
    public static final int INVALID_ARGUMENT = 22;

    /** The process has as many open descriptors as it can have. */
    public static final int TOO_MANY_FILES = 24;

    /** Nobody is left to read what is written. */
    public static final int BROKEN_PIPE = 32;

    /** The process was killed while the call waited; it never sees this. */
    public static final int INTERRUPTED = 4094;

    /** The number in {@code rax} names no system call. */
    public static final int NO_SUCH_SYSTEM_CALL = 38;

    /** The system call exists but this system cannot serve it. */
    public static final int NOT_SUPPORTED = 95;

    /** The kernel failed to serve the call; its log says why. */
    public static final int INTERNAL = 125;

    /** The largest code. */
    public static final int MAX = 4095;

    private IoError() {}

    /** The result register for an error code. */
    public static long toResult(int code) {
        return -(long) code;
    }

    /** Whether a result register holds an error. */
    public static boolean isError(long result) {
        return result < 0 && result >= -MAX;
    }

    /** The code in a result register that {@link #isError}. */
    public static int codeOf(long result) {
        return (int) -result;
    }

    /** A few words for people; never null. */
    public static String messageOf(int code) {
        return switch (code) {
            case NOT_FOUND -> "not found";
            case NOT_PERMITTED -> "operation not permitted";
            case ALREADY_EXISTS -> "already exists";
            case END_OF_FILE -> "end of file";
            case LOAD_ERROR -> "cannot be loaded";
            case BAD_DESCRIPTOR -> "bad descriptor";
            case NO_CHILD -> "no such child";
            case TOO_MANY_FILES -> "too many open files";
            case BROKEN_PIPE -> "broken pipe";
            case INTERRUPTED -> "interrupted";
            case OUT_OF_MEMORY -> "out of memory";
            case BAD_ADDRESS -> "bad address";
            case INVALID_ARGUMENT -> "invalid argument";
            case NO_SUCH_SYSTEM_CALL -> "no such system call";
            case NOT_SUPPORTED -> "not supported";
            case INTERNAL -> "internal kernel error";
            default -> "unknown error";
        };
    }
}
