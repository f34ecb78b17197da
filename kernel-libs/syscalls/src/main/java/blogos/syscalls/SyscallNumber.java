package blogos.syscalls;

/**
 * The system calls by number.
 *
 * <p><b>Convention.</b> A program executes {@code int 0x80} with the number in {@code rax} and the arguments in
 * {@code rdi}, {@code rsi}, {@code rdx}, {@code r10}, {@code r8} and {@code r9}; the result comes back in {@code rax},
 * all other registers are kept. A result from -4095 to -1 is the negation of an {@link IoError} code. Arguments that a
 * call does not name are ignored. Texts are UTF-8 with a length in bytes, without a NUL.
 */
public final class SyscallNumber {
    /** Interrupt vector of the system call gate. */
    public static final int VECTOR = 0x80;

    /** {@code nop(any six)}: does nothing. Answers 0. */
    public static final int NOP = 0;

    /** {@code exit(status)}: ends the process with an {@code int} status. Does not return. */
    public static final int EXIT = 1;

    /** {@code write(fd, buffer, length)}: writes bytes. Answers how many were taken. */
    public static final int WRITE = 2;

    /**
     * {@code brk(delta)}: moves the end of the heap by a signed number of bytes. Answers the new end, a multiple of the
     * page size; 0 asks only.
     */
    public static final int BRK = 3;

    /** {@code yield()}: lets another task run. Answers 0. */
    public static final int YIELD = 4;

    /** {@code open(path, length)}: opens a file. Answers the lowest free descriptor. */
    public static final int OPEN = 5;

    /**
     * {@code read(fd, buffer, length)}: reads bytes. Answers how many; at the end of the file
     * {@link IoError#END_OF_FILE}.
     */
    public static final int READ = 6;

    /** {@code close(fd)}: gives a descriptor back. Answers 0. */
    public static final int CLOSE = 7;

    /** {@code flush(fd)}: passes on what is buffered. Answers 0. */
    public static final int FLUSH = 8;

    /** {@code init_driver(fd)}: starts the driver in an open file and closes the descriptor. Answers 0. */
    public static final int INIT_DRIVER = 9;

    /** {@code delete_driver(name, length)}: stops a driver. Answers 0. */
    public static final int DELETE_DRIVER = 10;

    /** {@code stat(path, length, record)}: fills a {@link StatLayout} record. Answers 0. */
    public static final int STAT = 11;

    /**
     * {@code next_direntry(fd, record)}: fills a {@link DirectoryEntryLayout} record; past the last
     * {@link IoError#END_OF_FILE}. Answers 0.
     */
    public static final int NEXT_DIRENTRY = 12;

    /**
     * {@code mmap(address, length, protection)}: gives the program memory of zeros, in whole pages, with the rights of
     * {@link Protection}. The address, a multiple of the page size, is a wish: if something is there, or it is 0, the
     * system chooses one. Answers the first address. {@link IoError#INVALID_ARGUMENT} if an argument makes no sense,
     * {@link IoError#OUT_OF_MEMORY} if there is not enough memory, or no room.
     */
    public static final int MMAP = 20;

    /**
     * {@code munmap(address, length)}: takes the pages of a range away, of whatever is there; the address is a multiple
     * of the page size. Answers 0.
     */
    public static final int MUNMAP = 21;

    /** Valid numbers are below this; there are gaps between them. */
    public static final int COUNT = 22;

    private SyscallNumber() {}

    /** Name of a system call in lower case; {@code "unknown"} for a number that names none. */
    public static String nameOf(long number) {
        if (number < 0 || number >= COUNT) {
            return "unknown";
        }
        return switch ((int) number) {
            case NOP -> "nop";
            case EXIT -> "exit";
            case WRITE -> "write";
            case BRK -> "brk";
            case YIELD -> "yield";
            case OPEN -> "open";
            case READ -> "read";
            case CLOSE -> "close";
            case FLUSH -> "flush";
            case INIT_DRIVER -> "init_driver";
            case DELETE_DRIVER -> "delete_driver";
            case STAT -> "stat";
            case NEXT_DIRENTRY -> "next_direntry";
            case MMAP -> "mmap";
            case MUNMAP -> "munmap";
            default -> "unknown";
        };
    }

    /** Number of arguments that a system call reads, 0 to 3; 0 for a number that names none. */
    public static int argumentCount(long number) {
        if (number < 0 || number >= COUNT) {
            return 0;
        }
        switch ((int) number) {
            case NOP:
            case YIELD:
                return 0;
            case WRITE:
            case READ:
            case STAT:
            case MMAP:
                return 3;
            case OPEN:
            case DELETE_DRIVER:
            case NEXT_DIRENTRY:
            case MUNMAP:
                return 2;
            default:
                return 1;
        }
    }
}
