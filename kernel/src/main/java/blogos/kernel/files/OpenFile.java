package blogos.kernel.files;

import blogos.hal.Preemption;
import blogos.kernel.user.SyscallException;
import blogos.kernel.user.UserBuffer;
import blogos.syscalls.IoError;

/**
 * Something that descriptors stand for: a file with a position in it, an end of a pipe, the terminal. Several
 * descriptors, also of several processes, may share one; it is closed with the last of them.
 */
public abstract class OpenFile {
    private int users = 1;

    /** Open for one user. */
    protected OpenFile() {}

    /**
     * Reads bytes to a program's memory, and waits until there are some.
     *
     * @return how many, at least 1 if {@code target} is not empty
     * @throws SyscallException with {@link IoError#END_OF_FILE} if there are no more
     */
    public long read(UserBuffer target) throws SyscallException {
        throw new SyscallException(IoError.NOT_PERMITTED);
    }

    /**
     * Writes bytes from a program's memory, and waits until some are taken.
     *
     * @return how many, at least 1 if {@code source} is not empty
     */
    public long write(UserBuffer source) throws SyscallException {
        throw new SyscallException(IoError.NOT_PERMITTED);
    }

    /**
     * The name of the next thing in a directory.
     *
     * @throws SyscallException with {@link IoError#END_OF_FILE} if there are no more
     */
    public String nextEntry() throws SyscallException {
        throw new SyscallException(IoError.NOT_PERMITTED);
    }

    /** Goes back over the entry that {@link #nextEntry} answered last: the caller had no room for it. */
    public void pushBackEntry() {}

    /** Called when nobody uses it any more. */
    protected void close() {}

    /** Counts one more user. */
    public final OpenFile share() {
        Preemption.disable();
        users++;
        Preemption.enable();
        return this;
    }

    /** Counts one user less; closes it if that was the last. */
    public final void release() {
        Preemption.disable();
        users--;
        boolean isLast = users == 0;
        Preemption.enable();
        if (isLast) {
            close();
        }
    }

    /** The copy failed: the memory is not the program's. */
    protected static SyscallException badAddress() {
        return new SyscallException(IoError.BAD_ADDRESS);
    }
}
