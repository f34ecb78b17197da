package blogos.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.PageFrame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Host memory stands for physical memory: two usable regions with a hole between them. */
class FrameAllocatorTest {
    private static final int FIRST_FRAMES = 100;
    private static final int SECOND_FRAMES = 200;
    private static final int HOLE_FRAMES = 50;
    private static final int ALL_FRAMES = FIRST_FRAMES + HOLE_FRAMES + SECOND_FRAMES;

    private BootInfo info;
    private long firstFrame;

    @BeforeEach
    void makeMemory() {
        long start = Address.allocateForTest((ALL_FRAMES + 1) * PageFrame.SIZE)
                .alignUp(PageFrame.SIZE)
                .toLong();
        firstFrame = start >>> PageFrame.SHIFT;
        Address regions = Address.allocateForTest(3 * BootInfo.REGION_SIZE);
        long holeStart = start + FIRST_FRAMES * PageFrame.SIZE;
        long holeEnd = holeStart + HOLE_FRAMES * PageFrame.SIZE;
        region(regions, 0, start - 100, holeStart, BootInfo.USABLE);
        region(regions, 1, holeStart, holeEnd, BootInfo.RESERVED);
        region(regions, 2, holeEnd, start + ALL_FRAMES * PageFrame.SIZE + 100, BootInfo.USABLE);
        info = BootInfo.at(Address.allocateForTest(BootInfo.SIZE));
        info.initialize();
        info.regionsStart(regions.toLong());
        info.regionCount(3);
    }

    private static void region(Address regions, int index, long start, long end, int kind) {
        Address entry = regions.plus(index * BootInfo.REGION_SIZE);
        entry.storeLong(0, start);
        entry.storeLong(8, end);
        entry.storeInt(16, kind);
    }

    private boolean isUsable(long frame) {
        long index = frame - firstFrame;
        return index >= 0 && index < FIRST_FRAMES || index >= FIRST_FRAMES + HOLE_FRAMES && index < ALL_FRAMES;
    }

    @Test
    void handsOutEveryUsableFrameOnce() {
        FrameAllocator frames = FrameAllocator.of(info);
        assertEquals(FIRST_FRAMES + SECOND_FRAMES - 1, frames.freeFrames());
        assertEquals(frames.freeFrames(), frames.totalFrames());
        assertEquals(1, frames.count(FrameKind.FRAME_TABLE));
        for (int round = 0; round < 2; round++) {
            Set<Long> seen = new HashSet<>();
            for (PageFrame frame = take(frames); !frame.isNone(); frame = take(frames)) {
                assertTrue(isUsable(frame.number()));
                assertTrue(seen.add(frame.number()));
                assertEquals(FrameKind.KERNEL_DATA, frames.kindOf(frame));
            }
            assertEquals(frames.totalFrames(), seen.size());
            assertEquals(seen.size(), frames.count(FrameKind.KERNEL_DATA));
            assertEquals(0, frames.freeFrames());
            seen.forEach(number -> frames.free(PageFrame.of(number), FrameKind.KERNEL_DATA));
        }
        assertEquals(frames.totalFrames(), frames.freeFrames());
    }

    private static PageFrame take(FrameAllocator frames) {
        return frames.allocate(FrameKind.KERNEL_DATA);
    }

    @Test
    void takesBackWhatItGaveAndNothingElse() {
        FrameAllocator frames = FrameAllocator.of(info);
        PageFrame first = take(frames);
        long free = frames.freeFrames();
        assertThrows(IllegalStateException.class, () -> frames.free(first, FrameKind.USER));
        frames.free(first, FrameKind.KERNEL_DATA);
        assertEquals(free + 1, frames.freeFrames());
        assertThrows(IllegalStateException.class, () -> frames.free(first, FrameKind.KERNEL_DATA));
        PageFrame untouched = PageFrame.of(firstFrame + 10);
        assertThrows(IllegalStateException.class, () -> frames.free(untouched, FrameKind.UNTOUCHED));
        for (long foreign : new long[] {1, firstFrame - 1, firstFrame + FIRST_FRAMES, firstFrame + 10_000}) {
            PageFrame frame = PageFrame.of(foreign);
            assertEquals(FrameKind.RESERVED, frames.kindOf(frame));
            assertThrows(IllegalArgumentException.class, () -> frames.free(frame, FrameKind.KERNEL_DATA));
            assertThrows(IllegalArgumentException.class, () -> frames.free(frame, FrameKind.RESERVED));
        }
        assertEquals(free + 1, frames.freeFrames());
    }

    @Test
    void keepsPromises() {
        FrameAllocator frames = FrameAllocator.of(info);
        long all = frames.freeFrames();
        assertFalse(frames.promise(1), "all of this little memory is the kernel's reserve");
        assertFalse(frames.promiseToKernel(all + 1));
        assertFalse(frames.promiseToKernel(-1));
        assertTrue(frames.promiseToKernel(all - 1));
        assertFalse(take(frames).isNone());
        assertTrue(take(frames).isNone(), "the rest is promised");
        PageFrame frame = frames.takePromised(FrameKind.USER);
        assertEquals(all - 2, frames.promisedFrames());
        frames.returnPromised(frame, FrameKind.USER);
        assertEquals(all - 1, frames.promisedFrames());
        frames.forget(all - 1);
        assertEquals(0, frames.promisedFrames());
        assertThrows(IllegalStateException.class, () -> frames.takePromised(FrameKind.USER));
    }

    @Test
    void givesZeros() {
        FrameAllocator frames = FrameAllocator.of(info);
        for (int i = 0; i < FIRST_FRAMES + SECOND_FRAMES - 1; i++) {
            DirectMap.window(take(frames).start(), PageFrame.SIZE).fill(0, PageFrame.SIZE, 5);
        }
        PageFrame dirty = PageFrame.of(firstFrame);
        frames.free(dirty, FrameKind.KERNEL_DATA);
        assertTrue(frames.zeroAhead());
        assertFalse(frames.zeroAhead());
        assertEquals(1, frames.count(FrameKind.ZEROED));
        PageFrame zeroed = frames.allocateZeroed(FrameKind.USER);
        assertTrue(zeroed.isSame(dirty));
        for (long i = 0; i < PageFrame.SIZE; i += 8) {
            assertEquals(0, DirectMap.window(zeroed.start(), PageFrame.SIZE).loadLong(i));
        }
        frames.free(zeroed, FrameKind.USER);
        assertEquals(
                0,
                DirectMap.window(frames.allocateZeroed(FrameKind.USER).start(), 8)
                        .loadLong(0));
    }

    @Test
    void findsRuns() {
        FrameAllocator frames = FrameAllocator.of(info);
        PageFrame untouched = frames.allocateRun(16, 8, Long.MAX_VALUE, FrameKind.DMA);
        assertEquals(0, untouched.number() % 8);
        assertEquals(16, frames.count(FrameKind.DMA));
        Set<Long> taken = new HashSet<>();
        for (PageFrame frame = take(frames); !frame.isNone(); frame = take(frames)) {
            taken.add(frame.number());
        }
        assertEquals(FIRST_FRAMES + SECOND_FRAMES - 1 - 16, taken.size());
        assertTrue(frames.allocateRun(1, 1, Long.MAX_VALUE, FrameKind.DMA).isNone());
        for (long i = 20; i < 40; i++) {
            frames.free(PageFrame.of(firstFrame + i), FrameKind.KERNEL_DATA);
        }
        frames.zeroAhead();
        frames.zeroAhead();
        assertTrue(frames.allocateRun(21, 1, Long.MAX_VALUE, FrameKind.DMA).isNone());
        assertTrue(frames.allocateRun(10, 1, firstFrame + 29, FrameKind.DMA).isNone());
        PageFrame run = frames.allocateRun(10, 1, firstFrame + 30, FrameKind.DMA);
        assertEquals(firstFrame + 20, run.number());
        assertEquals(10, frames.freeFrames());
        for (int i = 0; i < 10; i++) {
            long index = take(frames).number() - firstFrame;
            assertTrue(index >= 30 && index < 40);
        }
        frames.freeRun(run, 10, FrameKind.DMA);
        assertEquals(10, frames.freeFrames());
        assertThrows(IllegalArgumentException.class, () -> frames.allocateRun(0, 1, 100, FrameKind.DMA));
        assertThrows(IllegalArgumentException.class, () -> frames.allocateRun(1, 3, 100, FrameKind.DMA));
    }

    @Test
    void staysConsistentUnderRandomUse() {
        FrameAllocator frames = FrameAllocator.of(info);
        Random random = new Random(3);
        List<PageFrame> used = new ArrayList<>();
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            int choice = random.nextInt(10);
            if (choice < 5) {
                PageFrame frame = choice < 2 ? take(frames) : frames.allocateZeroed(FrameKind.KERNEL_DATA);
                if (!frame.isNone()) {
                    assertTrue(numbers.add(frame.number()));
                    used.add(frame);
                }
            } else if (choice == 5) {
                frames.zeroAhead();
            } else if (!used.isEmpty()) {
                PageFrame frame = used.remove(random.nextInt(used.size()));
                numbers.remove(frame.number());
                frames.free(frame, FrameKind.KERNEL_DATA);
            }
            assertEquals(frames.totalFrames() - used.size(), frames.freeFrames());
        }
        used.forEach(frame -> frames.free(frame, FrameKind.KERNEL_DATA));
        long free = frames.count(FrameKind.UNTOUCHED) + frames.count(FrameKind.FREE) + frames.count(FrameKind.ZEROED);
        assertEquals(frames.totalFrames(), free);
    }

    @Test
    void failsWhenATestWantsIt() {
        FrameAllocator frames = FrameAllocator.of(info);
        frames.failAfter(2);
        assertFalse(take(frames).isNone());
        assertTrue(frames.promiseToKernel(1));
        assertTrue(take(frames).isNone());
        assertFalse(take(frames).isNone());
    }

    @Test
    void needsMemory() {
        info.regionCount(0);
        assertThrows(IllegalStateException.class, () -> FrameAllocator.of(info));
    }
}
