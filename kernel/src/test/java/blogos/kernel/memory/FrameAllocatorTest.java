package blogos.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import blogos.hal.PageFrame;
import java.util.HashSet;
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

    @Test
    void handsOutEveryUsableFrameOnce() {
        FrameAllocator frames = FrameAllocator.create(info);
        assertEquals(FIRST_FRAMES + SECOND_FRAMES - 1, frames.freeFrames());
        assertEquals(frames.freeFrames(), frames.totalFrames());
        Set<Long> seen = new HashSet<>();
        for (PageFrame frame = frames.allocateFrame(); !frame.isNone(); frame = frames.allocateFrame()) {
            long index = frame.number() - firstFrame;
            assertTrue(index >= 0 && index < FIRST_FRAMES || index >= FIRST_FRAMES + HOLE_FRAMES && index < ALL_FRAMES);
            assertTrue(seen.add(index));
        }
        assertEquals(frames.totalFrames(), seen.size());
        assertEquals(0, frames.freeFrames());
        assertTrue(frames.allocateFrame().isNone());
    }

    @Test
    void takesFramesBack() {
        FrameAllocator frames = FrameAllocator.create(info);
        PageFrame first = frames.allocateFrame();
        long free = frames.freeFrames();
        frames.free(first);
        assertEquals(free + 1, frames.freeFrames());
        assertThrows(IllegalStateException.class, () -> frames.free(first));
        assertThrows(IllegalArgumentException.class, () -> frames.free(PageFrame.of(1)));
        assertThrows(IllegalArgumentException.class, () -> frames.free(PageFrame.of(firstFrame + 10_000)));
    }

    @Test
    void knowsWhatItCanPromise() {
        FrameAllocator frames = FrameAllocator.create(info);
        assertTrue(frames.hasMemoryFor(200 * PageFrame.SIZE));
        assertFalse(frames.hasMemoryFor(300 * PageFrame.SIZE));
        assertFalse(frames.hasMemoryFor(Long.MAX_VALUE));
    }

    @Test
    void needsMemory() {
        info.regionCount(0);
        assertThrows(IllegalStateException.class, () -> FrameAllocator.create(info));
    }
}
