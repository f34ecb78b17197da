package blogos.kernel.memory;

import blogos.hal.PageFrame;
import blogos.hal.RuntimeSupport;
import blogos.hal.VirtAddr;

/**
 * Gives the Java heap its memory: fresh frames, writable and not executable, never given back. It has addresses of its
 * own, more than there will be memory: chunks from the start upwards, the small pieces for tables from the end
 * downwards. Nothing here allocates. The runtime calls with preemption off.
 */
public final class KernelHeap {
    private static final long ADDRESSES = 256L << 30;

    private final PageTables pageTables;
    private long chunksEnd;
    private long tablesStart;
    private long mappedBytes;

    /**
     * A heap that grows from the kernel's frames.
     *
     * @throws IllegalStateException if there are too few addresses
     */
    public KernelHeap(AllocKernelInfo alloc) {
        pageTables = alloc.pageTables();
        chunksEnd = alloc.regions().allocate(ADDRESSES, RuntimeSupport.HEAP_CHUNK).toLong();
        if (chunksEnd == 0) {
            throw new IllegalStateException("no virtual addresses are left for the heap");
        }
        tablesStart = chunksEnd + ADDRESSES;
    }

    /**
     * Maps at least {@code sizeBytes} (positive) more, from {@link RuntimeSupport#HEAP_CHUNK} on aligned to that.
     * Answers the first address; address 0 if frames or addresses are used up.
     */
    public VirtAddr grow(long sizeBytes) {
        if (sizeBytes > tablesStart - chunksEnd - RuntimeSupport.HEAP_CHUNK) {
            return VirtAddr.of(0);
        }
        long size = sizeBytes + PageFrame.SIZE - 1 & -PageFrame.SIZE;
        boolean isChunk = size >= RuntimeSupport.HEAP_CHUNK;
        long start = isChunk ? chunksEnd : tablesStart - size;
        if (!pageTables.mapData(VirtAddr.of(start), size, FrameKind.KERNEL_HEAP)) {
            return VirtAddr.of(0);
        }
        if (isChunk) {
            chunksEnd = start + size + RuntimeSupport.HEAP_CHUNK - 1 & -RuntimeSupport.HEAP_CHUNK;
        } else {
            tablesStart = start;
        }
        mappedBytes += size;
        return VirtAddr.of(start);
    }

    /** Bytes mapped so far. */
    public long mappedBytes() {
        return mappedBytes;
    }
}
