package blogos.kernel.memory;

import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.FrameSink;
import blogos.hal.FrameSource;
import blogos.hal.MemoryWindow;
import blogos.hal.PageFrame;
import blogos.hal.Preemption;

/**
 * The allocator of physical memory, in frames of 4 KiB. Taking and giving back one frame takes constant time; nothing
 * here touches the Java heap, which grows from here. Any task may call, with preemption on or off; interrupt handlers
 * may not.
 *
 * <p><b>State.</b> For each frame between the first and the last usable one there is a byte that says what it is used
 * for ({@link FrameKind}). So giving back twice, or under a wrong name, or what was never given, is refused. Free
 * frames are in one of three places: those never used since the start are the rest of their region, which costs nothing
 * to set up; those with old contents and those full of zeros are in a {@link FrameList} each. As a {@link FrameSource}
 * and {@link FrameSink} this serves page tables, which come back empty, that is full of zeros.
 *
 * <p><b>Promises.</b> Whoever will need frames later, such as a program that got memory which it has not touched,
 * has them promised first: {@link #promise} fails rather than the use. Promised frames are free, but only
 * {@link #takePromised} gives them. Programs leave the kernel a reserve, which {@link #promiseToKernel} and unpromised
 * allocations may use; so the kernel can serve, report and clean up when programs have used up the rest.
 */
public final class FrameAllocator implements FrameSource, FrameSink {
    /** Frames that programs leave to the kernel: at least so many (4 MiB)... */
    private static final long LEAST_RESERVE = 1024;

    /** ... and at least this part of all. */
    private static final long RESERVE_PART = 16;

    /** Frames that are cleared ahead of time: at most so many (4 MiB). */
    private static final long MOST_ZEROED = 1024;

    private static final FrameKind[] KINDS = FrameKind.values();

    private final long firstFrame;
    private final long frames;
    private final MemoryWindow kinds;
    private final FrameList dirty;
    private final FrameList zeroed;

    /** Ranges of frames never used: from where to where, as indices. */
    private final long[] untouchedStarts;

    private final long[] untouchedEnds;
    private int untouched;

    private final long[] counts = new long[KINDS.length];
    private final long total;
    private final long reserve;
    private long free;
    private long promised;

    /** For tests: after so many successes the next request fails; negative is never. */
    private long successesLeft = -1;

    private FrameAllocator(FrameMap map) {
        firstFrame = map.firstFrame();
        frames = map.frames();
        kinds = map.kinds();
        dirty = new FrameList(map.links());
        zeroed = new FrameList(map.links());
        untouchedStarts = map.usableStarts();
        untouchedEnds = map.usableEnds();
        untouched = untouchedStarts.length - 1;
        for (int i = 0; i <= untouched; i++) {
            free += untouchedEnds[i] - untouchedStarts[i];
        }
        total = free;
        reserve = Math.max(LEAST_RESERVE, total / RESERVE_PART);
        counts[FrameKind.UNTOUCHED.ordinal()] = free;
        counts[FrameKind.FRAME_TABLE.ordinal()] = map.ownFrames();
    }

    /**
     * An allocator of all frames that the boot loader left usable, except frame 0 and those of its own tables.
     *
     * @throws IllegalStateException if no memory region can hold the tables
     */
    public static FrameAllocator of(BootInfo info) {
        return new FrameAllocator(new FrameMap(info));
    }

    /** Takes a free frame with undefined contents; none if all are in use or promised. */
    public PageFrame allocate(FrameKind kind) {
        Preemption.disable();
        PageFrame frame = free > promised && mayGive() ? take(kind) : PageFrame.none();
        Preemption.enable();
        return frame;
    }

    /** Takes a free frame full of zeros; otherwise like {@link #allocate}. */
    public PageFrame allocateZeroed(FrameKind kind) {
        Preemption.disable();
        PageFrame frame = free > promised && mayGive() ? takeZeroed(kind) : PageFrame.none();
        Preemption.enable();
        return frame;
    }

    /** Takes one of the frames that were promised, with undefined contents. Cannot fail. */
    public PageFrame takePromised(FrameKind kind) {
        Preemption.disable();
        keepPromise();
        PageFrame frame = take(kind);
        Preemption.enable();
        return frame;
    }

    /** Takes one of the frames that were promised, full of zeros. Cannot fail. */
    public PageFrame takePromisedZeroed(FrameKind kind) {
        Preemption.disable();
        keepPromise();
        PageFrame frame = takeZeroed(kind);
        Preemption.enable();
        return frame;
    }

    /**
     * Gives a frame back.
     *
     * @param kind what it was allocated for
     * @throws IllegalArgumentException if it is none of this allocator's
     * @throws IllegalStateException if it is free already or in use for something else; nothing has changed then
     */
    public void free(PageFrame frame, FrameKind kind) {
        give(frame, kind, FrameKind.FREE, dirty);
    }

    /** Gives a frame back that {@link #takePromised} gave, and renews its promise; otherwise like {@link #free}. */
    public void returnPromised(PageFrame frame, FrameKind kind) {
        Preemption.disable();
        try {
            free(frame, kind);
            promised++;
        } finally {
            Preemption.enable();
        }
    }

    /** Gives a frame full of zeros back; otherwise like {@link #free}. */
    public void freeZeroed(PageFrame frame, FrameKind kind) {
        give(frame, kind, FrameKind.ZEROED, zeroed);
    }

    /** Takes a frame with undefined contents for a page table. */
    @Override
    public PageFrame allocateFrame() {
        return allocate(FrameKind.PAGE_TABLE);
    }

    /** Takes an empty page table. */
    @Override
    public PageFrame allocateZeroedFrame() {
        return allocateZeroed(FrameKind.PAGE_TABLE);
    }

    /** Gives an empty page table back. */
    @Override
    public void free(PageFrame frame) {
        freeZeroed(frame, FrameKind.PAGE_TABLE);
    }

    /**
     * Takes frames that follow each other, for a device. Takes time in proportion to all memory if need be.
     *
     * @param count how many
     * @param alignment the first one's number is a multiple of this power of two
     * @param limit the last one's number is below this
     * @return the first; none if there is no such run
     */
    public PageFrame allocateRun(long count, long alignment, long limit, FrameKind kind) {
        if (count <= 0 || Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException("no such run of frames: " + count + " at multiples of " + alignment);
        }
        Preemption.disable();
        long index = -1;
        if (free - promised >= count && mayGive()) {
            index = takeUntouchedRun(count, alignment, limit);
            if (index < 0) {
                index = takeListedRun(count, alignment, limit);
            }
            for (long i = 0; index >= 0 && i < count; i++) {
                use(index + i, kind);
            }
        }
        Preemption.enable();
        return index < 0 ? PageFrame.none() : PageFrame.of(firstFrame + index);
    }

    /** Gives back frames that follow each other; otherwise like {@link #free}. */
    public void freeRun(PageFrame first, long count, FrameKind kind) {
        for (long i = 0; i < count; i++) {
            free(first.plus(i), kind);
        }
    }

    /** Promises frames to a program. False, with nothing changed, if the kernel's reserve would have to be touched. */
    public boolean promise(long count) {
        return promise(count, reserve);
    }

    /** Promises frames to the kernel itself. False, with nothing changed, if there are too few. */
    public boolean promiseToKernel(long count) {
        return promise(count, 0);
    }

    /** Takes back a promise for frames that were not taken. */
    public void forget(long count) {
        Preemption.disable();
        promised -= count;
        Preemption.enable();
    }

    /**
     * Clears a free frame ahead of time, for whoever wants zeros next. Meant for moments when the CPU has nothing else
     * to do. False if there are none to clear, or enough that are clear.
     */
    public boolean zeroAhead() {
        Preemption.disable();
        boolean found = !dirty.isEmpty() && counts[FrameKind.ZEROED.ordinal()] < MOST_ZEROED;
        if (found) {
            long index = dirty.pop();
            DirectMap.clear(PageFrame.of(firstFrame + index));
            move(index, FrameKind.FREE, FrameKind.ZEROED);
            zeroed.push(index);
        }
        Preemption.enable();
        return found;
    }

    /** Number of free frames, promised ones included. */
    public long freeFrames() {
        return free;
    }

    /** Number of frames that were promised and not taken yet. */
    public long promisedFrames() {
        return promised;
    }

    /** Number of frames that programs leave to the kernel. */
    public long reservedFrames() {
        return reserve;
    }

    /** Number of frames that could be allocated at the start. */
    public long totalFrames() {
        return total;
    }

    /** Number of frames of a kind. Of {@link FrameKind#RESERVED} ones there is no count. */
    public long count(FrameKind kind) {
        return counts[kind.ordinal()];
    }

    /** What a frame is used for. Frames outside of this allocator's memory are reserved. */
    public FrameKind kindOf(PageFrame frame) {
        long index = frame.number() - firstFrame;
        return index < 0 || index >= frames ? FrameKind.RESERVED : KINDS[kinds.loadByte(index)];
    }

    /**
     * For tests of what happens when memory runs out: so many requests (allocations and promises) succeed, and the next
     * one fails as if no frame were left. Negative is never.
     */
    public void failAfter(long successes) {
        successesLeft = successes;
    }

    private boolean promise(long count, long kept) {
        Preemption.disable();
        boolean possible = count >= 0 && count <= free - promised - kept && mayGive();
        if (possible) {
            promised += count;
        }
        Preemption.enable();
        return possible;
    }

    /** Whether no test wants this request to fail. */
    private boolean mayGive() {
        if (successesLeft < 0) {
            return true;
        }
        successesLeft--;
        return successesLeft >= 0;
    }

    private void keepPromise() {
        if (promised <= 0) {
            Preemption.enable();
            throw new IllegalStateException("no frame was promised");
        }
        promised--;
    }

    private PageFrame take(FrameKind kind) {
        long index = dirty.isEmpty() ? takeUntouched() : dirty.pop();
        if (index < 0) {
            index = zeroed.pop();
        }
        use(index, kind);
        return PageFrame.of(firstFrame + index);
    }

    private PageFrame takeZeroed(FrameKind kind) {
        if (zeroed.isEmpty()) {
            PageFrame frame = take(kind);
            DirectMap.clear(frame);
            return frame;
        }
        long index = zeroed.pop();
        use(index, kind);
        return PageFrame.of(firstFrame + index);
    }

    /** Index of a frame that was never used; -1 if there is none. */
    private long takeUntouched() {
        while (untouched >= 0) {
            if (untouchedStarts[untouched] < untouchedEnds[untouched]) {
                untouchedStarts[untouched]++;
                return untouchedStarts[untouched] - 1;
            }
            untouched--;
        }
        return -1;
    }

    /** Index of the first frame of a run at the end of a region that was never used; -1 if there is none. */
    private long takeUntouchedRun(long count, long alignment, long limit) {
        for (int i = 0; i <= untouched; i++) {
            long end = Math.min(untouchedEnds[i], limit - firstFrame);
            long index = (firstFrame + end - count & -alignment) - firstFrame;
            if (index >= untouchedStarts[i] && end > 0) {
                for (long behind = index + count; behind < untouchedEnds[i]; behind++) {
                    move(behind, FrameKind.UNTOUCHED, FrameKind.FREE);
                    dirty.push(behind);
                }
                untouchedEnds[i] = index;
                return index;
            }
        }
        return -1;
    }

    /** Index of the first frame of a run among those that were used before, taken from their lists; -1 if none. */
    private long takeListedRun(long count, long alignment, long limit) {
        long last = Math.min(frames, limit - firstFrame) - count;
        long index = (firstFrame + alignment - 1 & -alignment) - firstFrame;
        while (index <= last) {
            long length = 0;
            while (length < count && isListed(index + length)) {
                length++;
            }
            if (length == count) {
                for (long i = index; i < index + count; i++) {
                    (kinds.loadByte(i) == FrameKind.FREE.ordinal() ? dirty : zeroed).remove(i);
                }
                return index;
            }
            index += length + alignment & -alignment;
        }
        return -1;
    }

    private boolean isListed(long index) {
        int kind = kinds.loadByte(index);
        return kind == FrameKind.FREE.ordinal() || kind == FrameKind.ZEROED.ordinal();
    }

    /** Marks a frame that has left its list as used. */
    private void use(long index, FrameKind kind) {
        counts[kinds.loadByte(index)]--;
        counts[kind.ordinal()]++;
        kinds.storeByte(index, kind.ordinal());
        free--;
    }

    private void move(long index, FrameKind from, FrameKind to) {
        counts[from.ordinal()]--;
        counts[to.ordinal()]++;
        kinds.storeByte(index, to.ordinal());
    }

    private void give(PageFrame frame, FrameKind kind, FrameKind becomes, FrameList list) {
        long index = frame.number() - firstFrame;
        if (index < 0 || index >= frames) {
            throw new IllegalArgumentException("frame " + frame.number() + " is not managed");
        }
        Preemption.disable();
        int found = kinds.loadByte(index);
        boolean right = found == kind.ordinal() && found > FrameKind.RESERVED.ordinal();
        if (right) {
            move(index, kind, becomes);
            list.push(index);
            free++;
        }
        Preemption.enable();
        if (!right) {
            refuse(frame, KINDS[found], kind);
        }
    }

    private static void refuse(PageFrame frame, FrameKind found, FrameKind kind) {
        if (found == FrameKind.RESERVED) {
            throw new IllegalArgumentException("frame " + frame.number() + " is not managed");
        }
        throw new IllegalStateException("frame " + frame.number() + " is " + found + " and not " + kind);
    }
}
