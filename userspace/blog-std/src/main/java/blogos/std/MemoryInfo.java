package blogos.std;

import blogos.syscalls.MemoryLayout;
import blogos.syscalls.SyscallNumber;

/**
 * What the system tells about memory, in bytes.
 *
 * @param total what it manages
 * @param free what is free
 * @param heapTotal size of the kernel's Java heap
 * @param heapFree free part of it
 */
public record MemoryInfo(long total, long free, long heapTotal, long heapFree) {
    /** As it is now. */
    public static MemoryInfo now() throws SystemCallException {
        CallBuffer record = new CallBuffer(MemoryLayout.RECORD_SIZE);
        SystemCallException.check(Syscall.call(SyscallNumber.MEMORY_INFO, record.address()));
        return new MemoryInfo(
                record.getLong(MemoryLayout.TOTAL),
                record.getLong(MemoryLayout.FREE),
                record.getLong(MemoryLayout.HEAP_TOTAL),
                record.getLong(MemoryLayout.HEAP_FREE));
    }
}
