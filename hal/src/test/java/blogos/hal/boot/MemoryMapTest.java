package blogos.hal.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import blogos.hal.PhysAddr;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryMapTest {
    private final MemoryMap map = new MemoryMap();

    private List<String> regions() {
        Address memory = Address.allocateForTest(100 * BootInfo.REGION_SIZE);
        int count = map.write(memory, 100);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Address entry = memory.plus(i * BootInfo.REGION_SIZE);
            texts.add(Long.toHexString(entry.loadLong()) + "-" + Long.toHexString(entry.loadLong(8)) + ":"
                    + entry.loadInt(16));
        }
        return texts;
    }

    @Test
    void sortsAndJoins() {
        map.add(0x3000, 0x4000, BootInfo.USABLE);
        map.add(0x1000, 0x2000, BootInfo.USABLE);
        map.add(0x2000, 0x3000, BootInfo.USABLE);
        map.add(0x5000, 0x5000, BootInfo.USABLE);
        assertEquals(List.of("1000-4000:1"), regions());
    }

    @Test
    void laterRegionsTakePrecedence() {
        map.add(0x1000, 0x5000, BootInfo.USABLE);
        map.add(0x2000, 0x7000, BootInfo.RESERVED);
        assertEquals(List.of("1000-2000:1", "2000-7000:2"), regions());
        map.add(0, 0x10000, BootInfo.ACPI_RECLAIMABLE);
        assertEquals(List.of("0-10000:6"), regions());
    }

    @Test
    void claimsSplitRegions() {
        map.add(0, 0x10000, BootInfo.USABLE);
        map.claim(0x4000, 0x5000, BootInfo.KERNEL);
        map.claim(0x4800, 0x6000, BootInfo.INITRD);
        map.claim(0x20000, 0x21000, BootInfo.INITRD);
        assertEquals(List.of("0-4000:1", "4000-4800:4", "4800-6000:5", "6000-10000:1"), regions());
    }

    @Test
    void loaderFramesComeFromTheRegionBehind() {
        map.add(0x1000, 0x10000, BootInfo.USABLE);
        map.claim(0x1000, 0x3800, BootInfo.KERNEL);
        map.claim(0x6000, 0x7000, BootInfo.INITRD);
        LoaderFrames frames = LoaderFrames.behind(map, PhysAddr.of(0x3800));
        assertEquals(0x4000, frames.start().toLong());
        assertEquals(4, frames.allocateFrame().number());
        assertEquals(5, frames.allocateFrame().number());
        assertTrue(frames.allocateFrame().isNone());
        assertEquals(0x6000, frames.end().toLong());
    }

    @Test
    void thereAreNoLoaderFramesWhereNothingIsFree() {
        map.add(0x1000, 0x10000, BootInfo.RESERVED);
        assertTrue(LoaderFrames.behind(map, PhysAddr.of(0x2000)).allocateFrame().isNone());
    }
}
