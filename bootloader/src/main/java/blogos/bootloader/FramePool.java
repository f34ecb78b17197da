package blogos.bootloader;

import blogos.aot.api.Address;
import blogos.hal.FrameSource;
import blogos.hal.PageFrame;
import blogos.hal.PhysAddr;

/** Frames for the kernel's page tables and stack, from one block of memory. */
final class FramePool implements FrameSource {
    /** Bytes that one table of level 2 and 3 maps, as shifts (Intel SDM volume 3A, section 4.5), and one of level 1. */
    private static final int LEVEL_3_SHIFT = 39;

    private static final int LEVEL_2_SHIFT = 30;
    private static final int LEVEL_1_SHIFT = 21;

    /**
     * Tables that do not grow with anything: the root; and for each of kernel, stack, loader code and a framebuffer
     * outside RAM one table of level 3, and two of levels 2 and 1, as a small range can cross a border between two.
     */
    private static final long FIXED_TABLES = 1 + 4 * 5;

    private PageFrame next;
    private long left;

    /** A pool of so many frames, starting at a page-aligned address. */
    FramePool(Address start, long frames) {
        this.next = PageFrame.containing(PhysAddr.of(start.toLong()));
        this.left = frames;
    }

    /**
     * How many frames are enough to map physical memory up to an address, a kernel image and a boot stack. Sizes are in
     * bytes.
     */
    static long framesFor(long directEnd, long kernelSize, long stackSize) {
        long direct = tables(directEnd, LEVEL_3_SHIFT) + tables(directEnd, LEVEL_2_SHIFT);
        long ranges = tables(kernelSize, LEVEL_1_SHIFT) + tables(stackSize, LEVEL_1_SHIFT);
        return FIXED_TABLES + direct + ranges + (stackSize >> PageFrame.SHIFT);
    }

    @Override
    public PageFrame allocateFrame() {
        if (left == 0) {
            return PageFrame.none();
        }
        PageFrame frame = next;
        next = next.plus(1);
        left--;
        return frame;
    }

    private static long tables(long size, int shift) {
        return size + (1L << shift) - 1 >> shift;
    }
}
