package blogos.kernel.tests;

import blogos.kernel.KernelInfo;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.memory.FrameKind;

/** What of the kernel's memory is in use, to compare before and after: whatever a test took must have come back. */
final class MemoryCount {
    private static final FrameKind[] COMPARED = {
        FrameKind.PAGE_TABLE, FrameKind.KERNEL_STACK, FrameKind.USER, FrameKind.KERNEL_DATA, FrameKind.DMA
    };

    private final long[] counts = new long[COMPARED.length];
    private long promised;
    private long freeOrHeap;
    private int stacks;
    private long regions;

    private MemoryCount() {}

    /** Counts now. */
    static MemoryCount take() {
        MemoryCount count = new MemoryCount();
        FrameAllocator frames = KernelInfo.get().alloc().frames();
        for (int i = 0; i < COMPARED.length; i++) {
            count.counts[i] = frames.count(COMPARED[i]);
        }
        count.promised = frames.promisedFrames();
        count.freeOrHeap = frames.freeFrames() + frames.count(FrameKind.KERNEL_HEAP);
        count.stacks = KernelInfo.get().stacks().usedCount();
        count.regions = KernelInfo.get().alloc().regions().freeBytes();
        return count;
    }

    /** Compares with now. Only the Java heap may have grown, at most within its last page table. */
    void check() {
        MemoryCount now = take();
        for (int i = 0; i < COMPARED.length; i++) {
            Check.equal(counts[i], now.counts[i], "the number of frames of kind " + COMPARED[i]);
        }
        Check.equal(promised, now.promised, "the number of promised frames");
        Check.equal(freeOrHeap, now.freeOrHeap, "the number of frames that are free or the heap's");
        Check.equal(stacks, now.stacks, "the number of stacks");
        Check.equal(regions, now.regions, "the number of free virtual bytes");
    }
}
