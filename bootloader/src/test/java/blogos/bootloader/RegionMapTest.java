package blogos.bootloader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionMapTest {
    private final RegionMap map = new RegionMap(16);

    @Test
    void sortsAndMergesNeighboursOfOneKind() {
        map.add(0x3000, 0x5000, BootInfo.USABLE);
        map.add(0x1000, 0x2000, BootInfo.USABLE);
        map.add(0x5000, 0x6000, BootInfo.RESERVED);
        map.add(0x2000, 0x3000, BootInfo.USABLE);
        assertEquals("1000-5000:1 5000-6000:2", text(map));
    }

    @Test
    void laterAdditionCutsWhatWasThere() {
        map.add(0x0000, 0x9000, BootInfo.USABLE);
        map.add(0x4000, 0x5000, BootInfo.KERNEL);
        map.add(0x4800, 0x6800, BootInfo.INITRD);
        assertEquals("0-4000:1 4000-7000:5 7000-9000:1", text(map));
    }

    @Test
    void laterAdditionReplacesSeveralRegions() {
        map.add(0x1000, 0x2000, BootInfo.USABLE);
        map.add(0x3000, 0x4000, BootInfo.RESERVED);
        map.add(0x5000, 0x8000, BootInfo.ACPI_RECLAIMABLE);
        map.add(0x1000, 0x6000, BootInfo.KERNEL);
        assertEquals("1000-6000:4 6000-8000:6", text(map));
    }

    @Test
    void partOfAPageIsNotUsable() {
        map.add(0x1001, 0x3fff, BootInfo.USABLE);
        assertEquals("2000-3000:1", text(map));
        map.add(0x2fff, 0x3001, BootInfo.RESERVED);
        assertEquals("2000-4000:2", text(map));
        map.add(0x8001, 0x8fff, BootInfo.USABLE);
        assertEquals("2000-4000:2", text(map));
    }

    @Test
    void saysWhenItIsFull() {
        RegionMap small = new RegionMap(2);
        small.add(0x1000, 0x2000, BootInfo.USABLE);
        small.add(0x3000, 0x4000, BootInfo.USABLE);
        assertThrows(BootFailure.class, () -> small.add(0x5000, 0x6000, BootInfo.USABLE));
    }

    @Test
    void knowsTotalsAndEndOfRam() {
        map.add(0x1000, 0x3000, BootInfo.USABLE);
        map.add(0x4000, 0x5000, BootInfo.USABLE);
        map.add(0x5000, 0x6000, BootInfo.ACPI_RECLAIMABLE);
        map.add(0xfd_0000_0000L, 0x100_0000_0000L, BootInfo.RESERVED);
        assertEquals(0x3000, map.total(BootInfo.USABLE));
        assertEquals(0x6000, map.ramEnd());
    }

    @Test
    void storesWhatBootInfoReads() {
        map.add(0x1000, 0x3000, BootInfo.USABLE);
        map.add(0x1_0000_0000L, 0x2_0000_0000L, BootInfo.KERNEL);
        Address memory = Address.allocateForTest(BootInfo.SIZE + 2 * BootInfo.REGION_SIZE);
        BootInfo info = BootInfo.at(memory);
        info.initialize();
        info.regionsStart(memory.toLong() + BootInfo.SIZE);
        map.store(memory.plus(BootInfo.SIZE));
        assertEquals(0x1000, info.regionStart(0));
        assertEquals(0x3000, info.regionEnd(0));
        assertEquals(BootInfo.USABLE, info.regionKind(0));
        assertEquals(0x1_0000_0000L, info.regionStart(1));
        assertEquals(0x2_0000_0000L, info.regionEnd(1));
        assertEquals(BootInfo.KERNEL, info.regionKind(1));
    }

    /** Against a map that holds the kind of every page in an array. */
    @Test
    void agreesWithOneKindPerPage() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            RegionMap regions = new RegionMap(64);
            int[] pages = new int[40];
            for (int i = 0; i < 20; i++) {
                int first = random.nextInt(pages.length);
                int last = first + random.nextInt(pages.length - first + 1);
                int kind = 1 + random.nextInt(3);
                regions.add(first * 4096L, last * 4096L, kind);
                Arrays.fill(pages, first, last, kind);
            }
            assertEquals(text(pages), text(regions));
        }
    }

    private static String text(int[] pages) {
        StringBuilder text = new StringBuilder();
        int first = 0;
        for (int i = 1; i <= pages.length; i++) {
            if (i == pages.length || pages[i] != pages[first]) {
                if (pages[first] != 0) {
                    text.append(text(first * 4096L, i * 4096L, pages[first]));
                }
                first = i;
            }
        }
        return text.toString().trim();
    }

    private static String text(RegionMap map) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < map.count(); i++) {
            text.append(text(map.start(i), map.end(i), map.kind(i)));
        }
        return text.toString().trim();
    }

    private static String text(long start, long end, int kind) {
        return Long.toHexString(start) + "-" + Long.toHexString(end) + ":" + kind + " ";
    }
}
