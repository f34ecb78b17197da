package blogos.kernel.memory;

import blogos.hal.DirectMap;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;

/**
 * The memory of a program: a lower half of its own, and the upper half that it shares with the kernel and cannot touch.
 */
public final class AddressSpace {
    private final PageTable table;
    private final FrameAllocator frames;
    private boolean destroyed;

    private AddressSpace(PageTable table, FrameAllocator frames) {
        this.table = table;
        this.frames = frames;
    }

    /**
     * An address space with an empty lower half.
     *
     * @throws OutOfFramesException if no frame is left
     */
    public static AddressSpace create() {
        AllocKernelInfo alloc = AllocKernelInfo.get();
        PageTable table = PageTable.create(alloc.frames());
        table.shareKernelHalf(alloc.pageTables().table());
        return new AddressSpace(table, alloc.frames());
    }

    /** Its page table. */
    public PageTable pageTable() {
        return table;
    }

    /**
     * Maps a zeroed page for the program, which may always read it.
     *
     * @param page a multiple of the page size, in the lower half, not 0
     * @throws IllegalArgumentException if the address is none of the program's, or the page were both writable and
     *     executable
     * @throws IllegalStateException if the page is mapped already
     * @throws OutOfFramesException if no frame is left; nothing has changed then but perhaps empty tables
     */
    public void map(VirtAddr page, boolean writable, boolean executable) {
        if (!VirtAddr.isUserRange(page.toLong(), PageFrame.SIZE) || page.toLong() < PageFrame.SIZE) {
            throw new IllegalArgumentException("page 0x" + Long.toHexString(page.toLong()) + " is not for programs");
        }
        long flags = PageFlags.rights(writable, executable) | PageFlags.USER;
        PageFrame frame = frames.allocateFrame();
        if (frame.isNone()) {
            throw new OutOfFramesException("a program's page");
        }
        boolean mapped = false;
        try {
            DirectMap.clear(frame);
            table.map(page, frame, flags, frames);
            mapped = true;
        } finally {
            if (!mapped) {
                frames.free(frame);
            }
        }
    }

    /** Unmaps a page and frees its frame. Answers whether it was mapped. */
    public boolean unmap(VirtAddr page) {
        if (!page.isUser()) {
            throw new IllegalArgumentException("page 0x" + Long.toHexString(page.toLong()) + " is not for programs");
        }
        PageFrame frame = table.unmap(page);
        if (frame.isNone()) {
            return false;
        }
        frames.free(frame);
        return true;
    }

    /** Whether the program may read all of a range. */
    public boolean isUserReadable(long start, long length) {
        return UserMemory.isAccessible(table, start, length, false);
    }

    /** Whether the program may write all of a range. */
    public boolean isUserWritable(long start, long length) {
        return UserMemory.isAccessible(table, start, length, true);
    }

    /** Makes this the address space of the CPU. */
    public void activate() {
        table.activate();
    }

    /** Makes the CPU use the kernel's own tables, which have no lower half. */
    public static void activateKernel() {
        AllocKernelInfo.get().pageTables().table().activate();
    }

    /** Frees all its pages and tables. If it is active, the kernel's own tables take its place. May be called again. */
    public void destroy() {
        if (destroyed) {
            return;
        }
        destroyed = true;
        if (PageTable.active().root().isSame(table.root())) {
            activateKernel();
        }
        table.clearUserHalf(frames, true);
        frames.free(table.root());
    }
}
