package blogos.kernel.memory;

import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.MemoryWindow;
import blogos.hal.PageFrame;

/**
 * What a {@link FrameAllocator} begins with: which frames the boot loader left usable, and the memory for its tables,
 * taken from the end of the last usable region that can hold them. Frames are counted from the first usable one.
 */
final class FrameMap {
    private final long firstFrame;
    private final long frames;
    private final long ownFrames;
    private final MemoryWindow kinds;
    private final MemoryWindow links;
    private final long[] starts;
    private final long[] ends;

    /**
     * Reads the memory map: usable are all frames that lie in regions of kind {@link BootInfo#USABLE}, except frame 0.
     *
     * @throws IllegalStateException if no region can hold the tables
     */
    FrameMap(BootInfo info) {
        long first = Long.MAX_VALUE;
        long last = 0;
        int usable = 0;
        for (int i = 0; i < info.regionCount(); i++) {
            if (firstFrame(info, i) < endFrame(info, i)) {
                first = Math.min(first, firstFrame(info, i));
                last = Math.max(last, endFrame(info, i));
                usable++;
            }
        }
        if (usable == 0) {
            throw new IllegalStateException("there is no usable memory");
        }
        firstFrame = first;
        frames = last - first;
        starts = new long[usable];
        ends = new long[usable];
        fill(info);
        long sizeOfKinds = frames + Long.BYTES - 1 & -Long.BYTES;
        long size = sizeOfKinds + FrameList.sizeOfLinks(frames);
        ownFrames = size + PageFrame.SIZE - 1 >>> PageFrame.SHIFT;
        long place = takeOwnFrames();
        MemoryWindow tables = DirectMap.window(PageFrame.of(place).start(), size);
        kinds = tables.slice(0, sizeOfKinds);
        links = tables.slice(sizeOfKinds, size - sizeOfKinds);
        kinds.fill(0, sizeOfKinds, FrameKind.RESERVED.ordinal());
        kinds.fill(place - first, ownFrames, FrameKind.FRAME_TABLE.ordinal());
        for (int i = 0; i < usable; i++) {
            kinds.fill(starts[i], ends[i] - starts[i], FrameKind.UNTOUCHED.ordinal());
        }
    }

    /** Number of the first frame. */
    long firstFrame() {
        return firstFrame;
    }

    /** How many frames there are, holes included. */
    long frames() {
        return frames;
    }

    /** How many frames the tables take. */
    long ownFrames() {
        return ownFrames;
    }

    /** A {@link FrameKind} for each frame, in a byte. */
    MemoryWindow kinds() {
        return kinds;
    }

    /** Room for the links of {@link FrameList}. */
    MemoryWindow links() {
        return links;
    }

    /** Indices of the first frames of the usable ranges. */
    long[] usableStarts() {
        return starts;
    }

    /** Indices behind the last frames of the usable ranges. */
    long[] usableEnds() {
        return ends;
    }

    private void fill(BootInfo info) {
        int range = 0;
        for (int i = 0; i < info.regionCount(); i++) {
            if (firstFrame(info, i) < endFrame(info, i)) {
                starts[range] = firstFrame(info, i) - firstFrame;
                ends[range] = endFrame(info, i) - firstFrame;
                range++;
            }
        }
    }

    /** Number of the first frame for the tables. */
    private long takeOwnFrames() {
        for (int i = starts.length - 1; i >= 0; i--) {
            if (ends[i] - starts[i] >= ownFrames) {
                ends[i] -= ownFrames;
                return firstFrame + ends[i];
            }
        }
        throw new IllegalStateException("no memory region can hold the frame allocator's tables");
    }

    /** First whole frame of a region; regions of other kinds count as empty. */
    private static long firstFrame(BootInfo info, int region) {
        return Math.max(1, info.regionStart(region) + PageFrame.SIZE - 1 >>> PageFrame.SHIFT);
    }

    private static long endFrame(BootInfo info, int region) {
        return info.regionKind(region) == BootInfo.USABLE ? info.regionEnd(region) >>> PageFrame.SHIFT : 0;
    }
}
