package blogos.bootloader.uefi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import blogos.bootloader.RegionMap;
import org.junit.jupiter.api.Test;

class MemoryMapBufferTest {
    /** Descriptors are larger than the structure, as OVMF's are. */
    private static final long DESCRIPTOR_SIZE = 48;

    private final Address memory = Address.allocateForTest(16 * DESCRIPTOR_SIZE);
    private int count;

    @Test
    void mergesWhatIsFreeAfterTheFirmwareWasLeft() {
        descriptor(7, 0x10_0000, 0x10);
        descriptor(4, 0x11_0000, 1);
        descriptor(3, 0x11_1000, 1);
        descriptor(2, 0x11_2000, 1);
        descriptor(1, 0x11_3000, 1);
        descriptor(9, 0x11_4000, 2);
        descriptor(10, 0x11_6000, 1);
        descriptor(6, 0x11_7000, 1);
        descriptor(14, 0x11_8000, 1);
        descriptor(0x8000_0001, 0x11_9000, 1);
        RegionMap map = translate();
        assertEquals(3, map.count());
        assertRegion(map, 0, 0x10_0000, 0x11_4000, BootInfo.USABLE);
        assertRegion(map, 1, 0x11_4000, 0x11_6000, BootInfo.ACPI_RECLAIMABLE);
        assertRegion(map, 2, 0x11_6000, 0x11_a000, BootInfo.RESERVED);
    }

    @Test
    void memoryThatIsBothFreeAndReservedIsReserved() {
        descriptor(0, 0x20_1000, 1);
        descriptor(7, 0x20_0000, 4);
        RegionMap map = translate();
        assertEquals(3, map.count());
        assertRegion(map, 1, 0x20_1000, 0x20_2000, BootInfo.RESERVED);
    }

    @Test
    void anEarlierTranslationIsForgotten() {
        descriptor(7, 0x20_0000, 4);
        RegionMap map = translate();
        count = 0;
        descriptor(7, 0x30_0000, 4);
        MemoryMapBuffer buffer = new MemoryMapBuffer(memory, 16 * DESCRIPTOR_SIZE);
        buffer.filled(count * DESCRIPTOR_SIZE, 1, DESCRIPTOR_SIZE);
        buffer.translate(map);
        assertEquals(1, map.count());
        assertRegion(map, 0, 0x30_0000, 0x30_4000, BootInfo.USABLE);
    }

    private void descriptor(int type, long start, long pages) {
        Address descriptor = memory.plus(count++ * DESCRIPTOR_SIZE);
        descriptor.storeInt(0, type);
        descriptor.storeLong(8, start);
        descriptor.storeLong(24, pages);
    }

    private RegionMap translate() {
        MemoryMapBuffer buffer = new MemoryMapBuffer(memory, 16 * DESCRIPTOR_SIZE);
        buffer.filled(count * DESCRIPTOR_SIZE, 1, DESCRIPTOR_SIZE);
        RegionMap map = new RegionMap(32);
        buffer.translate(map);
        return map;
    }

    private static void assertRegion(RegionMap map, int index, long start, long end, int kind) {
        assertEquals(start, map.start(index));
        assertEquals(end, map.end(index));
        assertEquals(kind, map.kind(index));
    }
}
