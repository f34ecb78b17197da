package blogos.kernel.process;

import blogos.hal.PageFrame;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.AreaKind;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;

/** The part of a program's memory that {@code brk} makes larger and smaller, page by page. */
public final class UserHeap {
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
     * @return the new end, or the result for an error: {@link IoError#INVALID_ARGUMENT} if the end would lie below the
     *     start, {@link IoError#OUT_OF_MEMORY} if it would lie above the limit, something is there, or no memory is
     *     left; nothing has changed then
     */
    public long move(long delta) {
        if (delta < start - end) {
            return IoError.toResult(IoError.INVALID_ARGUMENT);
        }
        if (delta > limit - end) {
            return IoError.toResult(IoError.OUT_OF_MEMORY);
        }
        long newEnd = (end + delta + PageFrame.SIZE - 1) & -PageFrame.SIZE;
        long result = 0;
        if (newEnd > end) {
            result = memory.mapZeros(AreaKind.HEAP, end, newEnd - end, Protection.READ | Protection.WRITE);
        } else if (newEnd < end) {
            result = memory.unmap(newEnd, end - newEnd);
        }
        if (result == 0) {
            end = newEnd;
        }
        return result == 0 ? end : result;
    }
}
