package blogos.std;

import blogos.syscalls.SyscallNumber;

/** What programs can ask of this system and {@code java.base} has no word for. */
public final class BlogOs {
    private static final int MOST_PATH = 4096;

    private BlogOs() {}

    /** Lets another task run. */
    public static void yield() {
        Syscall.call(SyscallNumber.YIELD);
    }

    /** The name by which this program was started: the first of its arguments, which {@code main} does not get. */
    public static String programName() {
        return UserStart.programName();
    }

    /** Number of this process. */
    public static int processNumber() {
        return (int) Syscall.call(SyscallNumber.GETPID, 0);
    }

    /** Number of the process that this one is a child of; 0 if it is nobody's. */
    public static int parentNumber() {
        return (int) Syscall.call(SyscallNumber.GETPID, 1);
    }

    /**
     * Ends a process.
     *
     * @throws SystemCallException if there is none of that number
     */
    public static void kill(int process) throws SystemCallException {
        SystemCallException.check(Syscall.call(SyscallNumber.KILL, process));
    }

    /** The working directory: an absolute path. */
    public static String directory() throws SystemCallException {
        CallBuffer path = new CallBuffer(MOST_PATH);
        long length = Syscall.call(SyscallNumber.GETCWD, path.address(), MOST_PATH);
        return path.getText(0, (int) SystemCallException.check(length));
    }

    /**
     * Sets the working directory.
     *
     * @throws SystemCallException if there is no such directory
     */
    public static void changeDirectory(String path) throws SystemCallException {
        CallBuffer text = new CallBuffer(path);
        SystemCallException.check(Syscall.call(SyscallNumber.CHDIR, text.address(), text.length()));
    }

    /**
     * Gives the terminal to the processes of a group: what is typed is for them.
     *
     * @param group its number; 0 for all processes
     * @param isProtected whether Ctrl-C does not end them
     */
    public static void foreground(int group, boolean isProtected) {
        Syscall.call(SyscallNumber.FOREGROUND, group, isProtected ? SyscallNumber.PROTECTED : 0);
    }

    /** Nanoseconds since the system started. */
    public static long uptimeNanos() {
        return Syscall.call(SyscallNumber.CLOCK, 0);
    }

    /**
     * Ends the machine with a status from 0 to 255. Does not return.
     *
     * @throws SystemCallException if this is not the first process
     */
    public static void powerOff(int status) throws SystemCallException {
        SystemCallException.check(Syscall.call(SyscallNumber.POWER_OFF, status));
    }
}
