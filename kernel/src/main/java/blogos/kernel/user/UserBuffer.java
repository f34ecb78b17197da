package blogos.kernel.user;

import blogos.hal.MemoryWindow;
import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;
import blogos.kernel.memory.AddressSpace;
import blogos.syscalls.IoError;

/**
 * A range of a program's memory that a system call was given: the only way from the kernel to a program's memory. The
 * range is checked when this is made; that the program has the rights it takes is checked by every copy, which also
 * brings in pages that were never touched. A copy that meets a page which is not the program's stops there.
 */
public final class UserBuffer {
    private final AddressSpace memory;
    private long start;
    private long length;

    private UserBuffer(AddressSpace memory, long start, long length) {
        this.memory = memory;
        this.start = start;
        this.length = length;
    }

    /**
     * The range of {@code length} bytes at an address.
     *
     * @throws SyscallException with {@link IoError#BAD_ADDRESS} if it is not all in the program's half
     */
    public static UserBuffer of(AddressSpace memory, long start, long length) throws SyscallException {
        return none(memory).move(start, length);
    }

    /** A buffer of nothing, to be {@linkplain #move moved}. */
    public static UserBuffer none(AddressSpace memory) {
        return new UserBuffer(memory, 0, 0);
    }

    /** The same object for another range of the same memory, so that hot paths allocate nothing. */
    public UserBuffer move(long newStart, long newLength) throws SyscallException {
        if (!VirtAddr.isUserRange(newStart, newLength)) {
            throw new SyscallException(IoError.BAD_ADDRESS);
        }
        start = newStart;
        length = newLength;
        return this;
    }

    /** Size in bytes. */
    public long length() {
        return length;
    }

    /**
     * Copies {@code count} bytes from an offset to the start of an array.
     *
     * @return whether the program may read them; if not, an unknown part was copied
     */
    public boolean copyIn(long offset, byte[] target, int count) {
        return copyIn(offset, target, 0, count);
    }

    /** The same to an index in the array. */
    public boolean copyIn(long offset, byte[] target, int from, int count) {
        check(offset, count);
        return UserMemory.copyIn(memory.pageTable(), memory, start + offset, target, from, count);
    }

    /**
     * Copies {@code count} bytes from the start of an array to an offset.
     *
     * @return whether the program may write there; if not, an unknown part was copied
     */
    public boolean copyOut(long offset, byte[] source, int count) {
        return copyOut(offset, source, 0, count);
    }

    /** The same from an index in the array. */
    public boolean copyOut(long offset, byte[] source, int from, int count) {
        check(offset, count);
        return UserMemory.copyOut(memory.pageTable(), memory, start + offset, source, from, count);
    }

    /** Copies {@code count} bytes from an offset to another one in other memory; answers as the copy to an array. */
    public boolean copyIn(long offset, MemoryWindow target, long targetOffset, long count) {
        check(offset, count);
        return UserMemory.copyIn(memory.pageTable(), memory, start + offset, target, targetOffset, count);
    }

    /** Copies {@code count} bytes from an offset in other memory to an offset; answers as the copy from an array. */
    public boolean copyOut(long offset, MemoryWindow source, long sourceOffset, long count) {
        check(offset, count);
        return UserMemory.copyOut(memory.pageTable(), memory, start + offset, source, sourceOffset, count);
    }

    private void check(long offset, long count) {
        if (offset < 0 || count < 0 || offset > length - count) {
            throw new IndexOutOfBoundsException(offset);
        }
    }
}
