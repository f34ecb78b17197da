package blogos.hal;

import blogos.aot.api.Address;

/**
 * The pages of a program in its page table: single ones are mapped, ranges are unmapped. Pages have 4 KiB. Nothing here
 * allocates on the Java heap.
 *
 * <p>The TLB is touched as little as the CPU allows (Intel SDM volume 3A, section 4.10.4). A page that becomes present
 * needs nothing: entries that are not present are never cached. For a few pages that go there is INVLPG for each, which
 * also drops cached upper levels; for many CR3 is loaded once. While another table is active there is nothing to do:
 * loading CR3 drops what the TLB has of it.
 *
 * <p>The caller keeps preemption off during a call, so that nobody gets a frame that the TLB still leads to.
 */
public final class UserPages {
    /** From how many pages on one load of CR3 is cheaper. */
    private static final int MANY = 32;

    /** After so many pages a range is left for the next call, so that preemption is not off for long. */
    private static final int BATCH = 512;

    private static final long TABLE = PageFlags.PRESENT | PageFlags.WRITABLE | PageFlags.USER;

    private final PageTable table;
    private final FrameSource tableSource;
    private final FrameSink tableSink;
    private final FrameSink pageSink;

    private long mapped;

    /** The rest are arguments and results of the walk that goes on; there is one at a time. */
    private long floor;

    private long ceiling;
    private boolean active;
    private long changed;
    private long freed;

    /**
     * The lower half of a page table.
     *
     * @param tableSource gives the tables
     * @param tableSink takes tables back, full of zeros
     * @param pageSink takes the frames of unmapped pages that are not {@link PageFlags#BORROWED}
     */
    public UserPages(PageTable table, FrameSource tableSource, FrameSink tableSink, FrameSink pageSink) {
        this.table = table;
        this.tableSource = tableSource;
        this.tableSink = tableSink;
        this.pageSink = pageSink;
    }

    /** The page table. */
    public PageTable table() {
        return table;
    }

    /**
     * Maps a page. False, with nothing changed, if there is no frame for a table.
     *
     * @param page not mapped, a multiple of the page size, and not the first
     * @param rights of {@link PageFlags#rights}, perhaps with {@link PageFlags#BORROWED}
     * @throws IllegalArgumentException if the page is none of a program's
     * @throws IllegalStateException if it is mapped
     */
    public boolean map(VirtAddr page, PageFrame frame, long rights) {
        if (!page.isUser() || page.toLong() < PageFrame.SIZE || !page.isAligned(PageFrame.SIZE)) {
            throw new IllegalArgumentException("0x" + Long.toHexString(page.toLong()) + " is no page for programs");
        }
        long value = frame.start().toLong() | rights | PageFlags.USER | PageFlags.PRESENT;
        PageFrame at = table.root();
        for (int level = PageTable.ROOT_LEVEL; level > 1; level--) {
            Address slot = PageTable.slot(at, page, level);
            long entry = slot.loadLong();
            if (entry == 0) {
                boolean done = mapNewTables(slot, level, page, value);
                mapped += done ? 1 : 0;
                return done;
            }
            at = PageTable.target(entry);
        }
        Address slot = PageTable.slot(at, page, 1);
        if (slot.loadLong() != 0) {
            throw new IllegalStateException("page 0x" + Long.toHexString(page.toLong()) + " is mapped already");
        }
        slot.storeLong(value);
        mapped++;
        return true;
    }

    /** Fills an empty slot with a table and those below it. They are put together first: it is all or nothing. */
    private boolean mapNewTables(Address slot, int slotLevel, VirtAddr page, long value) {
        long below = value;
        for (int level = 1; level < slotLevel; level++) {
            PageFrame frame = tableSource.allocateZeroedFrame();
            if (frame.isNone()) {
                takeApart(below, level - 1, page);
                return false;
            }
            PageTable.slot(frame, page, level).storeLong(below);
            below = frame.start().toLong() | TABLE;
        }
        slot.storeLong(below);
        return true;
    }

    /** Gives back tables that have one entry each. */
    private void takeApart(long top, int topLevel, VirtAddr page) {
        long entry = top;
        for (int level = topLevel; level >= 1; level--) {
            PageFrame frame = PageTable.target(entry);
            Address slot = PageTable.slot(frame, page, level);
            entry = slot.loadLong();
            slot.storeLong(0);
            tableSink.free(frame);
        }
    }

    /**
     * Unmaps what is mapped in a range, and gives up tables that are empty then. Not all at once: the result tells how
     * far it came.
     *
     * @param start multiple of the page size
     * @param end multiple of the page size
     * @param lowest nothing is mapped from here to {@code start}
     * @param highest nothing is mapped from {@code end} to here
     * @return address up to which nothing is mapped now; {@code end} if all is done
     */
    public long unmap(long start, long end, long lowest, long highest) {
        floor = lowest;
        ceiling = highest;
        active = table.isActive();
        changed = 0;
        freed = 0;
        long reached = unmap(table.root(), PageTable.ROOT_LEVEL, start, end);
        if (active && changed > MANY) {
            table.flush();
        }
        return reached;
    }

    /** How many pages are mapped. */
    public long mapped() {
        return mapped;
    }

    /** How many frames the last {@link #unmap} gave back. */
    public long freed() {
        return freed;
    }

    private long unmap(PageFrame frame, int level, long start, long end) {
        if (level == 1) {
            return unmapPages(frame, start, end);
        }
        long size = PageTable.pageSize(level);
        long at = start;
        while (at < end && changed < BATCH) {
            long base = at & -size;
            long next = Math.min(base + size, end);
            Address slot = PageTable.slot(frame, VirtAddr.of(at), level);
            long entry = slot.loadLong();
            if (entry != 0) {
                long reached = unmap(PageTable.target(entry), level - 1, at, next);
                if (reached < next) {
                    return reached;
                }
                if (base >= floor && base + size <= ceiling) {
                    slot.storeLong(0);
                    flush(at);
                    tableSink.free(PageTable.target(entry));
                }
            }
            at = next;
        }
        return at;
    }

    private long unmapPages(PageFrame frame, long start, long end) {
        Address slot = PageTable.slot(frame, VirtAddr.of(start), 1);
        for (long at = start; at < end; at += PageFrame.SIZE) {
            long entry = slot.loadLong();
            if (entry != 0) {
                slot.storeLong(0);
                mapped--;
                flush(at);
                if ((entry & PageFlags.BORROWED) == 0) {
                    freed++;
                    pageSink.free(PageTable.target(entry));
                }
            }
            slot = slot.plus(Long.BYTES);
        }
        return end;
    }

    private void flush(long page) {
        changed++;
        if (active && changed <= MANY) {
            Cpu.invalidatePage(page);
        }
    }
}
