package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UserPagesTest {
    private static final long PAGE = 0x1234_5678_9000L;
    private static final long ALL = 1L << 47;

    private final TestFrames frames = new TestFrames(2000);
    private final PageTable table = PageTable.create(frames);
    private final UserPages pages = new UserPages(table, frames, frames, frames);

    private void map(long page) {
        assertTrue(pages.map(VirtAddr.of(page), frames.allocateFrame(), PageFlags.NO_EXECUTE));
    }

    @Test
    void mapsAndUnmaps() {
        map(PAGE);
        assertTrue(table.isMapped(VirtAddr.of(PAGE)));
        assertTrue((table.entry(VirtAddr.of(PAGE)) & PageFlags.USER) != 0);
        assertThrows(IllegalStateException.class, () -> map(PAGE));
        assertEquals(PAGE + 0x1000, pages.unmap(PAGE, PAGE + 0x1000, 0, ALL));
        assertEquals(1, pages.freed());
        assertFalse(table.isMapped(VirtAddr.of(PAGE)));
    }

    @Test
    void givesUpEmptyTablesOnly() {
        int before = frames.usedCount();
        map(PAGE);
        map(PAGE + 0x1000);
        assertEquals(before + 5, frames.usedCount());
        pages.unmap(PAGE, PAGE + 0x1000, 0, PAGE + 0x1000);
        assertEquals(before + 4, frames.usedCount(), "the tables lead to the second page");
        assertTrue(table.isMapped(VirtAddr.of(PAGE + 0x1000)));
        pages.unmap(PAGE + 0x1000, PAGE + 0x2000, 0, ALL);
        assertEquals(before, frames.usedCount());
    }

    @Test
    void keepsBorrowedFrames() {
        int before = frames.usedCount();
        PageFrame borrowed = frames.allocateFrame();
        pages.map(VirtAddr.of(PAGE), borrowed, PageFlags.BORROWED);
        pages.unmap(PAGE, PAGE + 0x1000, 0, ALL);
        assertEquals(0, pages.freed());
        assertEquals(before + 1, frames.usedCount());
    }

    @Test
    void unmapsManyPagesInParts() {
        int before = frames.usedCount();
        for (long i = 0; i < 1200; i++) {
            map(PAGE + i * 0x1000);
        }
        long end = PAGE + 1200 * 0x1000;
        long at = PAGE;
        int calls = 0;
        while (at < end) {
            long next = pages.unmap(at, end, 0, ALL);
            assertTrue(next > at);
            at = next;
            calls++;
        }
        assertTrue(calls > 1);
        assertEquals(before, frames.usedCount());
    }

    @Test
    void passesOverWhatIsEmpty() {
        map(PAGE);
        assertEquals(ALL, pages.unmap(0, ALL, 0, ALL));
        assertEquals(1, pages.freed());
        assertEquals(1, frames.usedCount(), "the root is left");
    }

    @Test
    void mapsAllOrNothing() {
        for (int left = 0; left < 3; left++) {
            TestFrames few = new TestFrames(1 + left);
            PageTable small = PageTable.create(few);
            UserPages smallPages = new UserPages(small, few, few, few);
            assertFalse(smallPages.map(VirtAddr.of(PAGE), PageFrame.of(9), 0));
            assertEquals(1, few.usedCount());
            assertFalse(small.hasRootEntry((int) (PAGE >> 39)));
        }
    }

    @Test
    void refusesWhatIsNotAProgramsPage() {
        for (long page : new long[] {0, PAGE + 1, VirtAddr.USER_END, VirtAddr.KERNEL_START, -4096}) {
            assertThrows(
                    IllegalArgumentException.class, () -> pages.map(VirtAddr.of(page), PageFrame.of(1), 0));
        }
    }
}
