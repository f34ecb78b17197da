package blogos.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.hal.VirtAddr;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionAllocatorTest {
    private static final long START = 0xffff_9000_0000_0000L;
    private static final long SIZE = 0x100_0000;

    private final RegionAllocator regions = new RegionAllocator(VirtAddr.of(START), VirtAddr.of(START + SIZE));

    private long allocate(long size) {
        return regions.allocate(size).toLong();
    }

    private void free(long start, long size) {
        regions.free(VirtAddr.of(start), size);
    }

    @Test
    void roundsUpToPages() {
        assertEquals(START, allocate(1));
        assertEquals(START + 0x1000, allocate(0x1001));
        assertEquals(START + 0x3000, allocate(0x1000));
    }

    @Test
    void takesTheRangeThatFitsBest() {
        long large = allocate(0x8000);
        allocate(0x1000);
        long small = allocate(0x2000);
        allocate(0x1000);
        free(large, 0x8000);
        free(small, 0x2000);
        assertEquals(small, allocate(0x2000));
        assertEquals(large, allocate(0x2000));
    }

    @Test
    void alignsAndKeepsWhatIsBetween() {
        allocate(0x1000);
        assertEquals(START + 0x10_0000, regions.allocate(0x20_0000, 0x10_0000).toLong());
        assertEquals(2, regions.freeRanges());
        assertEquals(START + 0x1000, allocate(0xf_f000));
        assertEquals(1, regions.freeRanges());
    }

    @Test
    void joinsNeighbours() {
        long a = allocate(0x1000);
        long b = allocate(0x1000);
        long c = allocate(0x1000);
        free(a, 0x1000);
        assertEquals(2, regions.freeRanges());
        free(c, 0x1000);
        assertEquals(2, regions.freeRanges());
        free(b, 0x1000);
        assertEquals(1, regions.freeRanges());
        assertEquals(SIZE, regions.freeBytes());
    }

    @Test
    void refusesWhatIsFree() {
        long a = allocate(0x4000);
        free(a, 0x1000);
        assertThrows(IllegalStateException.class, () -> free(a, 0x1000));
        assertThrows(IllegalStateException.class, () -> free(a, 0x4000));
        assertThrows(IllegalStateException.class, () -> free(a + 0x3000, 0x2000));
        assertThrows(IllegalArgumentException.class, () -> allocate(0));
    }

    @Test
    void saysWhenNothingFits() {
        assertEquals(0, allocate(SIZE + 1));
        assertEquals(START, allocate(SIZE));
        assertEquals(0, allocate(1));
        assertEquals(0, regions.freeRanges());
    }

    @Test
    void hasNoLimitOfRanges() {
        for (int i = 0; i < 4096; i++) {
            allocate(0x1000);
        }
        for (int i = 0; i < 4096; i += 2) {
            free(START + i * 0x1000L, 0x1000);
        }
        assertEquals(2048, regions.freeRanges());
        for (int i = 1; i < 4096; i += 2) {
            free(START + i * 0x1000L, 0x1000);
        }
        assertEquals(1, regions.freeRanges());
        assertEquals(SIZE, regions.freeBytes());
    }

    @Test
    void staysConsistentUnderRandomUse() {
        Random random = new Random(7);
        List<long[]> used = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (used.isEmpty() || random.nextInt(100) < 52) {
                long size = (1 + random.nextInt(64)) * 0x1000L;
                long start =
                        regions.allocate(size, 0x1000L << random.nextInt(4)).toLong();
                if (start != 0) {
                    used.forEach(other -> assertTrue(start + size <= other[0] || other[0] + other[1] <= start));
                    used.add(new long[] {start, size});
                }
            } else {
                long[] region = used.remove(random.nextInt(used.size()));
                free(region[0], region[1]);
            }
        }
        used.forEach(region -> free(region[0], region[1]));
        assertEquals(SIZE, regions.freeBytes());
        assertEquals(1, regions.freeRanges());
    }
}
