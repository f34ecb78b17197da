package blogos.kernel.tests;

import blogos.hal.PageTable;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.memory.FrameKind;

/** What of the kernel's memory is in use, to compare before and after: whatever a test took must have come back. */
final class MemoryCount {
    private static final FrameKind[] COMPARED = {
        FrameKind.KERNEL_STACK, FrameKind.USER, FrameKind.KERNEL_DATA, FrameKind.DMA
    };

    private final long[] counts = new long[COMPARED.length];
    private final long promised;
    private final long free;
    private final long heap;
    private final long tables;
    private final int stacks;
    private final long regions;

    private MemoryCount() {
        FrameAllocator frames = KernelInfo.get().alloc().frames();
        for (int i = 0; i < COMPARED.length; i++) {
            counts[i] = frames.count(COMPARED[i]);
        }
        promised = frames.promisedFrames();
        free = frames.freeFrames();
        heap = frames.count(FrameKind.KERNEL_HEAP);
        tables = frames.count(FrameKind.PAGE_TABLE);
        stacks = KernelInfo.get().stacks().usedCount();
        regions = KernelInfo.get().alloc().regions().freeBytes();
    }

    /** Counts now. */
    static MemoryCount take() {
        return new MemoryCount();
    }

    /** Compares with now. Only the Java heap may have grown, and with it the page tables that lead there. */
    void check() {
        MemoryCount now = take();
        for (int i = 0; i < COMPARED.length; i++) {
            Check.equal(counts[i], now.counts[i], "the number of frames of kind " + COMPARED[i]);
        }
        Check.equal(promised, now.promised, "the number of promised frames");
        long grown = now.heap - heap;
        long tablesForHeap = grown == 0 ? 0 : grown / PageTable.ENTRIES + 2;
        long newTables = now.tables - tables;
        Check.isTrue(newTables >= 0 && newTables <= tablesForHeap, "there are " + newTables + " more page tables");
        Check.equal(free - grown - newTables, now.free, "the number of free frames");
        Check.equal(stacks, now.stacks, "the number of stacks");
        Check.equal(regions, now.regions, "the number of free virtual bytes");
    }
}
