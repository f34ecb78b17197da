package blogos.std;

import blogos.syscalls.ExitStatus;
import blogos.syscalls.SyscallNumber;
import blogos.syscalls.WaitLayout;

/**
 * A process that this one has started.
 *
 * @param number its number
 */
public record Child(int number) {
    /**
     * A child that has ended.
     *
     * @param number its number
     * @param status how it ended: an {@link ExitStatus}
     */
    public record Ended(int number, int status) {}

    /** Waits for its end; answers its {@link ExitStatus}. Works once. */
    public int await() throws SystemCallException {
        return await(number, 0).status();
    }

    /** Waits for the end of any child. */
    public static Ended awaitAny() throws SystemCallException {
        return await(0, 0);
    }

    /** A child that has ended and not been waited for; null if there is none now. */
    public static Ended poll() throws SystemCallException {
        return await(0, WaitLayout.NO_HANG);
    }

    private static Ended await(int number, long flags) throws SystemCallException {
        CallBuffer record = new CallBuffer(WaitLayout.RECORD_SIZE);
        long found = SystemCallException.check(Syscall.call(SyscallNumber.WAIT, number, flags, record.address()));
        return found == 0 ? null : new Ended((int) found, record.getInt(WaitLayout.STATUS));
    }

    /** Ends it. */
    public void kill() throws SystemCallException {
        BlogOs.kill(number);
    }
}
