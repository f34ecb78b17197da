package blogos.std;

import blogos.syscalls.SyscallNumber;

/**
 * A pipe between processes: what is written to one end is read from the other.
 *
 * @param readingEnd the end to read from
 * @param writingEnd the end to write to
 */
public record Pipe(Descriptor readingEnd, Descriptor writingEnd) {
    /** Makes a pipe. */
    public static Pipe open() throws SystemCallException {
        CallBuffer ends = new CallBuffer(8);
        SystemCallException.check(Syscall.call(SyscallNumber.PIPE, ends.address()));
        return new Pipe(new Descriptor(ends.getInt(0)), new Descriptor(ends.getInt(4)));
    }
}
