package blogos.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.syscalls.Protection;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AreaListTest {
    private static final long LOWEST = 0x1_0000;
    private static final long PAGE = 0x1000;

    private final AreaList areas = new AreaList();

    private void add(long start, long end) {
        assertTrue(areas.makeRoom(1));
        areas.insert(start).set(AreaKind.HEAP, start, end, Protection.READ);
    }

    @Test
    void findsByAddress() {
        add(0x5000, 0x8000);
        add(0x2000, 0x3000);
        assertNull(areas.find(0x1fff));
        assertEquals(0x2000, areas.find(0x2fff).start);
        assertNull(areas.find(0x3000));
        assertEquals(0x5000, areas.find(0x5000).start);
        assertNull(areas.find(0x8000));
        assertTrue(areas.isFree(0x3000, 0x5000));
        assertFalse(areas.isFree(0x2fff, 0x3000));
        assertFalse(areas.isFree(0x3000, 0x5001));
        assertEquals(0x3000, areas.endBefore(0x5000));
        assertEquals(0, areas.endBefore(0x2000));
        assertEquals(0x5000, areas.startBehind(0x3000));
    }

    @Test
    void splitsAndJoins() {
        add(0x2000, 0x8000);
        assertTrue(areas.makeRoom(2));
        areas.split(0x4000);
        areas.split(0x4000);
        areas.split(0x9000);
        assertEquals(2, areas.count());
        assertEquals(0x4000, areas.find(0x3fff).end);
        areas.join(0x4000);
        assertEquals(1, areas.count());
        assertEquals(0x8000, areas.find(0x2000).end);
        areas.split(0x4000);
        areas.find(0x4000).leaving = true;
        areas.join(0x2000);
        assertEquals(2, areas.count());
    }

    @Test
    void findsTheHighestGap() {
        assertEquals(0x9_0000, areas.findGap(0x7_0000, LOWEST, 0x10_0000));
        add(0xf_0000, 0x10_0000);
        add(0x8_0000, 0xe_0000);
        assertEquals(0xe_0000, areas.findGap(0x1_0000, LOWEST, 0x10_0000));
        assertEquals(0x6_0000, areas.findGap(0x2_0000, LOWEST, 0x10_0000));
        assertEquals(LOWEST, areas.findGap(0x7_0000, LOWEST, 0x10_0000));
        assertEquals(0, areas.findGap(0x7_1000, LOWEST, 0x10_0000));
    }

    @Test
    void hasALimit() {
        assertFalse(areas.makeRoom(AreaList.MOST + 1));
    }

    /** Against a set of pages. */
    @Test
    void staysConsistentUnderRandomUse() {
        Random random = new Random(11);
        TreeSet<Long> pages = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            long start = LOWEST + random.nextInt(200) * PAGE;
            long end = start + (1 + random.nextInt(20)) * PAGE;
            boolean free = pages.subSet(start, end).isEmpty();
            assertEquals(free, areas.isFree(start, end));
            if (free && random.nextBoolean()) {
                add(start, end);
                areas.join(start);
                for (long page = start; page < end; page += PAGE) {
                    pages.add(page);
                }
            } else if (!free) {
                assertTrue(areas.makeRoom(2));
                areas.split(start);
                areas.split(end);
                while (!areas.isFree(start, end)) {
                    areas.remove(areas.firstAbove(start));
                }
                pages.subSet(start, end).clear();
            }
            long address = LOWEST + random.nextInt(220) * PAGE;
            if (pages.contains(address)) {
                assertNotNull(areas.find(address));
            } else {
                assertNull(areas.find(address));
            }
        }
        long covered = 0;
        for (int i = 0; i < areas.count(); i++) {
            covered += areas.get(i).pages();
            assertTrue(i == 0 || areas.get(i - 1).end < areas.get(i).start, "neighbours are joined");
        }
        assertEquals(pages.size(), covered);
    }
}
