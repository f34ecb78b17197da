package blogos.kernel.process;

import blogos.hal.OutOfFramesException;
import blogos.hal.PageFrame;
import blogos.hal.VirtAddr;
import blogos.kernel.memory.AddressSpace;
import blogos.syscalls.IoError;

/** The part of a program's memory that {@code brk} makes larger and smaller, page by page. */
final class UserHeap {
    private final AddressSpace memory;
    private final long start;
    private final long limit;
    private long end;

    /**
     * An empty heap.
     *
     * @param start where it begins, a multiple of the page size
     * @param limit highest end that it may reach, a multiple of the page size
     */
    UserHeap(AddressSpace memory, long start, long limit) {
        this.memory = memory;
        this.start = start;
        this.limit = limit;
        this.end = start;
    }

    /**
     * Moves the end by a signed number of bytes and rounds it up to a page. New memory is zero.
     *
     * @return the new end
     * @throws SyscallException with {@link IoError#INVALID_ARGUMENT} if the end would lie below the start, with
     *     {@link IoError#OUT_OF_MEMORY} if it would lie above the limit or no memory is left; nothing has changed then
     */
    long move(long delta) throws SyscallException {
        if (delta < start - end) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        if (delta > limit - end) {
            throw new SyscallException(IoError.OUT_OF_MEMORY);
        }
        long newEnd = (end + delta + PageFrame.SIZE - 1) & -PageFrame.SIZE;
        if (newEnd > end) {
            grow(newEnd);
        } else {
            shrink(newEnd);
        }
        return end;
    }

    private void grow(long newEnd) throws SyscallException {
        long oldEnd = end;
        if (!Processes.hasMemoryFor(newEnd - end)) {
            throw new SyscallException(IoError.OUT_OF_MEMORY);
        }
        try {
            while (end < newEnd) {
                memory.map(VirtAddr.of(end), true, false);
                end += PageFrame.SIZE;
            }
        } catch (OutOfFramesException e) {
            shrink(oldEnd);
            throw new SyscallException(IoError.OUT_OF_MEMORY);
        }
    }

    private void shrink(long newEnd) {
        while (end > newEnd) {
            end -= PageFrame.SIZE;
            memory.unmap(VirtAddr.of(end));
        }
    }
}
