package blogos.kernel.memory;

import blogos.hal.DirectMap;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.PhysAddr;
import blogos.hal.Preemption;
import blogos.hal.VirtAddr;

/**
 * The kernel's page tables, as the boot loader built them and the kernel changes them, with the frames for new
 * mappings.
 */
public final class PageTables {
    private final PageTable table;
    private final FrameAllocator frames;

    /** Wraps the boot loader's tables. */
    public PageTables(PageTable table, FrameAllocator frames) {
        this.table = table;
        this.frames = frames;
    }

    /** What the enumeration of mapped ranges tells. */
    public interface RangeVisitor {
        /**
         * The addresses from {@code start} to below {@code end} are mapped with the same {@code flags} of
         * {@link PageFlags}, to wherever.
         */
        void visit(VirtAddr start, VirtAddr end, long flags);
    }

    /** The table itself: walking and single pages. */
    public PageTable table() {
        return table;
    }

    /** Gives a root entry of the kernel's half a table, if it has none. */
    public void fillRootEntry(int index) {
        table.fillRootEntry(index, frames);
    }

    /**
     * Maps kernel data pages (writable, not executable) to new frames with undefined contents. Allocates nothing on the
     * Java heap.
     *
     * @param start a multiple of the page size
     * @param sizeBytes a multiple of the page size
     * @return false, with nothing changed but perhaps empty tables, if there are too few frames
     */
    public boolean mapData(VirtAddr start, long sizeBytes, FrameKind kind) {
        long pages = sizeBytes >>> PageFrame.SHIFT;
        if (!frames.promiseToKernel(pages)) {
            return false;
        }
        for (long i = 0; i < pages; i++) {
            PageFrame frame = frames.takePromised(kind);
            if (!tryMap(start.plus(i << PageFrame.SHIFT), frame)) {
                frames.free(frame, kind);
                frames.forget(pages - i - 1);
                unmapData(start, i << PageFrame.SHIFT, kind);
                return false;
            }
        }
        return true;
    }

    /** Undisturbed by other tasks: two of them might make the same table. */
    private boolean tryMap(VirtAddr page, PageFrame frame) {
        Preemption.disable();
        try {
            return table.tryMap(page, frame, PageFlags.KERNEL_DATA, frames);
        } finally {
            Preemption.enable();
        }
    }

    /** Unmaps pages and frees their frames. Pages that are not mapped are left out. */
    public void unmapData(VirtAddr start, long sizeBytes, FrameKind kind) {
        for (long offset = 0; offset < sizeBytes; offset += PageFrame.SIZE) {
            PageFrame frame = table.unmap(start.plus(offset));
            if (!frame.isNone()) {
                frames.free(frame, kind);
            }
        }
    }

    /**
     * Makes physical memory read-only, or writable again, where the direct map shows it: memory that is code somewhere
     * else must not be writable here. Large pages are split where only a part changes.
     *
     * @param start rounded down to a page
     * @param end rounded up to a page
     * @throws OutOfFramesException if there is no frame for a table; what was done so far stays
     */
    public void protectDirect(PhysAddr start, PhysAddr end, boolean writable) {
        long flags = writable ? PageFlags.KERNEL_DATA : PageFlags.KERNEL_DATA & ~PageFlags.WRITABLE;
        VirtAddr page = DirectMap.virtual(start).alignDown(PageFrame.SIZE);
        VirtAddr last = DirectMap.virtual(end);
        while (page.isBelow(last)) {
            boolean isLarge = (table.entry(page) & PageFlags.LARGE) != 0;
            if (isLarge && (!page.isAligned(PageTable.LARGE_SIZE) || last.distanceFrom(page) < PageTable.LARGE_SIZE)) {
                table.splitLarge(page, frames);
                isLarge = false;
            }
            table.protect(page, flags);
            page = page.plus(isLarge ? PageTable.LARGE_SIZE : PageFrame.SIZE);
        }
    }

    /**
     * Visits what is mapped between two addresses of the same half, neighbours with equal flags as one range, in
     * ascending order.
     */
    public void forEachRange(VirtAddr first, VirtAddr last, RangeVisitor visitor) {
        RangeJoiner joiner = new RangeJoiner(visitor);
        table.forEachMapping(first, last, joiner);
        joiner.finish();
    }

    /** Joins pages to ranges. */
    private static final class RangeJoiner implements PageTable.Visitor {
        /**
         * What the CPU itself changes in entries (accessed, dirty), and whether the page is large, makes no difference.
         */
        private static final long IGNORED = 1 << 5 | 1 << 6 | PageFlags.LARGE;

        private final RangeVisitor visitor;
        private long start;
        private long end;
        private long flags;

        RangeJoiner(RangeVisitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void visit(VirtAddr page, long size, PhysAddr target, long pageFlags) {
            long relevant = pageFlags & ~IGNORED;
            if (page.toLong() != end || relevant != flags || start == end) {
                finish();
                start = page.toLong();
                flags = relevant;
            }
            end = page.toLong() + size;
        }

        void finish() {
            if (start != end) {
                visitor.visit(VirtAddr.of(start), VirtAddr.of(end), flags);
            }
        }
    }
}
