package blogos.hal.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.hal.DirectMap;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFlags;
import blogos.hal.PhysAddr;
import blogos.hal.TestFrames;
import blogos.hal.VirtAddr;
import org.junit.jupiter.api.Test;

class KernelAddressSpaceTest {
    private static final long IMAGE = KernelAddressSpace.KERNEL_IMAGE_START + 0x20_0000;

    private final KernelAddressSpace space = KernelAddressSpace.create(new TestFrames(1000));

    @Test
    void mapsAllPhysicalMemory() {
        space.mapDirect(PhysAddr.of((4L << 30) + 1));
        VirtAddr last = VirtAddr.of(DirectMap.KERNEL_OFFSET + (4L << 30) + (2 << 20) - 1);
        assertEquals((4L << 30) + (2 << 20) - 1, space.table().translate(last).toLong());
        assertFalse(space.table().isMapped(last.plus(1)));
        assertTrue((space.table().entry(last) & PageFlags.NO_EXECUTE) != 0);
    }

    @Test
    void mapsTheFirstFourGigabytesOfSmallMachines() {
        space.mapDirect(PhysAddr.of(64 << 20));
        assertTrue(space.table().isMapped(VirtAddr.of(DirectMap.KERNEL_OFFSET + 0xfee0_0000L)));
    }

    @Test
    void givesSegmentsTheirRights() {
        space.mapSegment(VirtAddr.of(IMAGE), PhysAddr.of(0x20_0000), 0x1800, false, true);
        space.mapSegment(VirtAddr.of(IMAGE + 0x2000), PhysAddr.of(0x50_0000), 1, true, false);
        assertEquals(
                0x20_1000 | PageFlags.GLOBAL | PageFlags.PRESENT, space.table().entry(VirtAddr.of(IMAGE + 0x1fff)));
        assertEquals(
                0x50_0000 | PageFlags.KERNEL_DATA | PageFlags.PRESENT,
                space.table().entry(VirtAddr.of(IMAGE + 0x2000)));
    }

    @Test
    void refusesOverlappingAndWritableCode() {
        space.mapSegment(VirtAddr.of(IMAGE), PhysAddr.of(0x20_0000), 0x1800, false, true);
        VirtAddr second = VirtAddr.of(IMAGE + 0x1000);
        assertThrows(
                IllegalStateException.class,
                () -> space.mapSegment(second, PhysAddr.of(0x20_1000), 0x1000, true, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> space.mapSegment(second, PhysAddr.of(0x20_1000), 0x1000, true, true));
    }

    @Test
    void guardsTheStack() {
        space.mapStack(0x3000);
        assertEquals(space.stackTop() - 0x3000, space.stackBottom());
        assertTrue(space.table().isMapped(VirtAddr.of(space.stackTop() - 1)));
        assertTrue(space.table().isMapped(VirtAddr.of(space.stackBottom())));
        assertFalse(space.table().isMapped(VirtAddr.of(space.stackBottom() - 1)));
        assertFalse(space.table().isMapped(VirtAddr.of(space.stackTop())));
    }

    @Test
    void saysWhenMemoryIsShort() {
        KernelAddressSpace small = KernelAddressSpace.create(new TestFrames(5));
        assertThrows(OutOfFramesException.class, () -> small.mapStack(0x10000));
    }
}
