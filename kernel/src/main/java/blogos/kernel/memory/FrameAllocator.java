package blogos.kernel.memory;

import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.FrameSource;
import blogos.hal.MemoryWindow;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.PhysAddr;

/**
 * The allocator of physical memory: a bitmap with one bit for each 4 KiB frame between the first and the last usable
 * one, 1 = free. The bitmap lies in frames of its own, so nothing here touches the Java heap, which grows from here.
 *
 * <p>The search for a free frame goes on where the last one ended, so that freed frames rest for a while: a stale
 * pointer into one has time to show.
 */
public final class FrameAllocator implements FrameSource, PageTable.FrameSink {
    private static final int BITS = 64;

    private final MemoryWindow bitmap;
    private final long firstFrame;
    private final long words;
    private long next;
    private long total;
    private long free;

    private FrameAllocator(MemoryWindow bitmap, long firstFrame) {
        this.bitmap = bitmap;
        this.firstFrame = firstFrame;
        this.words = bitmap.length() / Long.BYTES;
    }

    /**
     * An allocator of all frames that lie in regions of kind {@link BootInfo#USABLE}, except frame 0 and the bitmap's
     * own.
     *
     * @throws IllegalStateException if no region can hold the bitmap
     */
    public static FrameAllocator create(BootInfo info) {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int i = 0; i < info.regionCount(); i++) {
            if (firstFrame(info, i) < endFrame(info, i)) {
                first = Math.min(first, firstFrame(info, i));
                last = Math.max(last, endFrame(info, i));
            }
        }
        if (last == 0) {
            throw new IllegalStateException("there is no usable memory");
        }
        first &= -BITS;
        long bitmapSize = (last - first + BITS - 1) / BITS * Long.BYTES;
        long bitmapFrames = (bitmapSize + PageFrame.SIZE - 1) >>> PageFrame.SHIFT;
        int holder = regionFor(info, bitmapFrames);
        PhysAddr place = PageFrame.of(endFrame(info, holder) - bitmapFrames).start();
        MemoryWindow bitmap = DirectMap.window(place, bitmapSize);
        bitmap.fill(0, bitmapSize, 0);
        FrameAllocator allocator = new FrameAllocator(bitmap, first);
        for (int i = 0; i < info.regionCount(); i++) {
            long end = endFrame(info, i) - (i == holder ? bitmapFrames : 0);
            allocator.add(firstFrame(info, i), end);
        }
        return allocator;
    }

    /** Takes a free frame with undefined contents, or answers none. Constant time on average. */
    @Override
    public PageFrame allocateFrame() {
        if (free == 0) {
            return PageFrame.none();
        }
        long word = next;
        long bits = bitmap.loadLong(word * Long.BYTES);
        while (bits == 0) {
            word = word + 1 == words ? 0 : word + 1;
            bits = bitmap.loadLong(word * Long.BYTES);
        }
        next = word;
        free--;
        bitmap.storeLong(word * Long.BYTES, bits & bits - 1);
        return PageFrame.of(firstFrame + word * BITS + Long.numberOfTrailingZeros(bits));
    }

    /**
     * Gives a frame back.
     *
     * @throws IllegalArgumentException if it lies outside the memory that this allocator manages
     * @throws IllegalStateException if it is free already
     */
    @Override
    public void free(PageFrame frame) {
        long index = frame.number() - firstFrame;
        if (index < 0 || index >= words * BITS) {
            throw new IllegalArgumentException("frame " + frame.number() + " is not managed");
        }
        long offset = index / BITS * Long.BYTES;
        long bit = 1L << index % BITS;
        long bits = bitmap.loadLong(offset);
        if ((bits & bit) != 0) {
            throw new IllegalStateException("frame " + frame.number() + " is free already");
        }
        bitmap.storeLong(offset, bits | bit);
        free++;
    }

    /** Number of frames that can be allocated now. */
    public long freeFrames() {
        return free;
    }

    /** Number of frames that were given to this allocator. */
    public long totalFrames() {
        return total;
    }

    /** Whether {@code sizeBytes} of memory, in single frames, and the page tables to map them are free. */
    public boolean hasMemoryFor(long sizeBytes) {
        long frames = (sizeBytes >>> PageFrame.SHIFT) + 1;
        long tables = frames / PageTable.ENTRIES + 3;
        return frames + tables <= free;
    }

    /** Adds the frames of a region, which nobody added before: whole words of the bitmap at a time where it can. */
    private void add(long first, long end) {
        long frame = first;
        while (frame < end) {
            long index = frame - firstFrame;
            if (index % BITS == 0 && end - frame >= BITS) {
                bitmap.storeLong(index / BITS * Long.BYTES, -1);
                free += BITS;
                frame += BITS;
            } else {
                free(PageFrame.of(frame));
                frame++;
            }
        }
        total = free;
    }

    private static int regionFor(BootInfo info, long frames) {
        for (int i = info.regionCount() - 1; i >= 0; i--) {
            if (endFrame(info, i) - firstFrame(info, i) >= frames) {
                return i;
            }
        }
        throw new IllegalStateException("no memory region can hold the frame allocator's bitmap");
    }

    /** First whole frame of a region; regions of other kinds count as empty. */
    private static long firstFrame(BootInfo info, int region) {
        return Math.max(1, info.regionStart(region) + PageFrame.SIZE - 1 >>> PageFrame.SHIFT);
    }

    private static long endFrame(BootInfo info, int region) {
        return info.regionKind(region) == BootInfo.USABLE ? info.regionEnd(region) >>> PageFrame.SHIFT : 0;
    }
}
