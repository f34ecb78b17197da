package blogos.kernel.memory;

import blogos.hal.PageFrame;
import blogos.hal.RuntimeSupport;
import blogos.hal.VirtAddr;

/**
 * Gives the Java heap its memory: fresh frames at fresh virtual addresses, writable and not executable, never given
 * back. Nothing here allocates.
 */
public final class KernelHeap {
    private final AllocKernelInfo alloc;
    private long mappedBytes;

    /** A heap that grows from the kernel's frames and addresses. */
    public KernelHeap(AllocKernelInfo alloc) {
        this.alloc = alloc;
    }

    /**
     * Maps at least {@code sizeBytes} (positive) more. Answers the first address; address 0 if frames or addresses are
     * used up.
     */
    public VirtAddr grow(long sizeBytes) {
        if (sizeBytes > Long.MAX_VALUE - PageFrame.SIZE) {
            return VirtAddr.of(0);
        }
        long size = sizeBytes + PageFrame.SIZE - 1 & -PageFrame.SIZE;
        long alignment = size < RuntimeSupport.HEAP_CHUNK ? PageFrame.SIZE : RuntimeSupport.HEAP_CHUNK;
        VirtAddr start = alloc.regions().allocate(size, alignment);
        if (start.toLong() == 0) {
            return start;
        }
        if (!alloc.pageTables().mapData(start, size)) {
            alloc.regions().free(start, size);
            return VirtAddr.of(0);
        }
        mappedBytes += size;
        return start;
    }

    /** Bytes mapped so far. */
    public long mappedBytes() {
        return mappedBytes;
    }
}
