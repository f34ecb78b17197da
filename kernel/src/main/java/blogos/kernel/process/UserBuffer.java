package blogos.kernel.process;

import blogos.hal.PageTable;
import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;
import blogos.syscalls.IoError;

/**
 * A range of a program's memory that a system call was given: the only way from the kernel to a program's memory. The
 * range is checked when this is made; that its pages are mapped with the rights it takes is checked by every copy.
 */
final class UserBuffer {
    private final PageTable table;
    private final long start;
    private final long length;

    private UserBuffer(PageTable table, long start, long length) {
        this.table = table;
        this.start = start;
        this.length = length;
    }

    /**
     * The range of {@code length} bytes at an address.
     *
     * @throws SyscallException with {@link IoError#BAD_ADDRESS} if it is not all in the program's half
     */
    static UserBuffer of(Process process, long start, long length) throws SyscallException {
        if (!VirtAddr.isUserRange(start, length)) {
            throw new SyscallException(IoError.BAD_ADDRESS);
        }
        return new UserBuffer(process.memory().pageTable(), start, length);
    }

    /** Size in bytes. */
    long length() {
        return length;
    }

    /**
     * Copies {@code count} bytes from an offset to the start of an array.
     *
     * @return whether the program may read them; if not, nothing was copied
     */
    boolean copyIn(long offset, byte[] target, int count) {
        check(offset, count);
        return UserMemory.copyIn(table, start + offset, target, 0, count);
    }

    /**
     * Copies {@code count} bytes from the start of an array to an offset.
     *
     * @return whether the program may write there; if not, nothing was copied
     */
    boolean copyOut(long offset, byte[] source, int count) {
        check(offset, count);
        return UserMemory.copyOut(table, start + offset, source, 0, count);
    }

    private void check(long offset, int count) {
        if (offset < 0 || count < 0 || offset > length - count) {
            throw new IndexOutOfBoundsException(offset);
        }
    }
}
