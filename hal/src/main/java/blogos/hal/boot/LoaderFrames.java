package blogos.hal.boot;

import blogos.boot.BootInfo;
import blogos.hal.FrameSource;
import blogos.hal.PageFrame;
import blogos.hal.PhysAddr;

/** The frames that a boot loader uses itself: one contiguous run, handed out upwards. */
public final class LoaderFrames implements FrameSource {
    private final PageFrame first;
    private final long last;
    private long next;

    private LoaderFrames(PageFrame first, long last) {
        this.first = first;
        this.next = first.number();
        this.last = last;
    }

    /** The free memory behind an address, which must lie in or border on a free region; empty if it does not. */
    public static LoaderFrames behind(MemoryMap map, PhysAddr start) {
        long from = start.toLong() + PageFrame.SIZE - 1 & -PageFrame.SIZE;
        long end = map.endOfRegion(from, BootInfo.USABLE);
        return new LoaderFrames(PageFrame.containing(PhysAddr.of(from)), Math.max(from, end) >>> PageFrame.SHIFT);
    }

    @Override
    public PageFrame allocateFrame() {
        if (next >= last) {
            return PageFrame.none();
        }
        return PageFrame.of(next++);
    }

    /** First address of the run. */
    public PhysAddr start() {
        return first.start();
    }

    /** First address that was not handed out. */
    public PhysAddr end() {
        return PageFrame.of(next).start();
    }
}
