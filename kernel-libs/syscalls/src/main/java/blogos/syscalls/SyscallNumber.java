package blogos.syscalls;

/**
 * The system calls by number.
 *
 * <p><b>Convention.</b> A program executes {@code syscall} or {@code int 0x80} with the number in {@code rax} and the arguments in
 * {@code rdi}, {@code rsi}, {@code rdx}, {@code r10}, {@code r8} and {@code r9}; the result comes back in {@code rax},
 * all other registers are kept, except {@code rcx} and {@code r11} by {@code syscall}. A result from -4095 to -1 is the negation of an {@link IoError} code. Arguments that a
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
     * {@code spawn(request)}: starts a program as {@link SpawnLayout} describes it. Answers the number of the new process,
     * a child of the caller.
     */
    public static final int SPAWN = 13;

    /**
     * {@code wait(process, flags, record)}: waits for the end of a child, 0 for any, and fills a {@link WaitLayout} record
     * unless it is at 0. Answers its number; with {@link WaitLayout#NO_HANG} 0 if none has ended yet.
     */
    public static final int WAIT = 14;

    /** {@code kill(process)}: ends a process, but not the first one. Answers 0. */
    public static final int KILL = 15;

    /** {@code getpid(which)}: answers the number of the caller (0) or of its parent (1), which is 0 for the first process. */
    public static final int GETPID = 16;

    /** {@code pipe(record)}: makes a pipe; fills in the descriptors of its reading and its writing end, two u32. Answers 0. */
    public static final int PIPE = 17;

    /** {@code sleep(nanoseconds)}: waits at least so long. Answers 0. */
    public static final int SLEEP = 18;

    /**
     * {@code clock(which)}: answers nanoseconds since the system started (0), or since 1970-01-01T00:00:00Z (1).
     */
    public static final int CLOCK = 19;

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

    /** {@code dup(fd)}: answers the lowest free descriptor, which now means the same open file. */
    public static final int DUP = 22;

    /** {@code chdir(path, length)}: sets the working directory. Answers 0. */
    public static final int CHDIR = 23;

    /** {@code getcwd(buffer, length)}: answers the length of the working directory's path, which is stored if it fits. */
    public static final int GETCWD = 24;

    /**
     * {@code process_info(process, record)}: fills a {@link ProcessLayout} record about the process with the lowest number
     * from {@code process} on. Answers its number; past the last {@link IoError#NOT_FOUND}.
     */
    public static final int PROCESS_INFO = 25;

    /** {@code memory_info(record)}: fills a {@link MemoryLayout} record. Answers 0. */
    public static final int MEMORY_INFO = 26;

    /**
     * {@code foreground(group, flags)}: gives the terminal to the processes of a group, or with 0 to all. Only they read from
     * it, the others wait; and Ctrl-C kills them, unless the flags have {@link #PROTECTED}. Answers 0.
     */
    public static final int FOREGROUND = 27;

    /** Flag of {@link #FOREGROUND}. */
    public static final long PROTECTED = 1;

    /** {@code power_off(status)}: ends the machine with a status from 0 to 255; only the first process may. Does not return. */
    public static final int POWER_OFF = 28;

    /** Number of system calls; valid numbers are below it. */
    public static final int COUNT = 29;

    private static final String[] NAMES = {
        "nop", "exit", "write", "brk", "yield", "open", "read", "close", "flush", "init_driver", "delete_driver", "stat",
        "next_direntry", "spawn", "wait", "kill", "getpid", "pipe", "sleep", "clock", "mmap", "munmap", "dup", "chdir",
        "getcwd", "process_info", "memory_info", "foreground", "power_off",
    };

    /** Arguments that each call reads. */
    private static final byte[] ARGUMENTS = {
        0, 1, 3, 1, 0, 2, 3, 1, 1, 1, 2, 3, 2, 1, 3, 1, 1, 1, 1, 1, 3, 2, 1, 2, 2, 2, 1, 2, 1,
    };

    private SyscallNumber() {}

    /** Name of a system call in lower case; {@code "unknown"} for a number that names none. */
    public static String nameOf(long number) {
        return number < 0 || number >= COUNT ? "unknown" : NAMES[(int) number];
    }

    /** Number of arguments that a system call reads, 0 to 3; 0 for a number that names none. */
    public static int argumentCount(long number) {
        return number < 0 || number >= COUNT ? 0 : ARGUMENTS[(int) number];
    }
}
