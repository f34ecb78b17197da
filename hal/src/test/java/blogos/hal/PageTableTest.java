package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTableTest {
    private static final long KERNEL = 0xffff_8123_4567_8000L;
    private static final long USER = 0x0000_0123_4567_8000L;

    private final TestFrames frames = new TestFrames(1000);
    private final PageTable table = PageTable.create(frames);

    private static VirtAddr at(long address) {
        return VirtAddr.of(address);
    }

    @Test
    void mapsTranslatesAndUnmaps() {
        PageFrame frame = PageFrame.of(0x1234);
        table.map(at(KERNEL), frame, PageFlags.KERNEL_DATA, frames);
        assertEquals(0x123_4abcL, table.translate(at(KERNEL + 0xabc)).toLong());
        assertEquals(0x123_4000L | PageFlags.KERNEL_DATA | PageFlags.PRESENT, table.entry(at(KERNEL)));
        assertFalse(table.isMapped(at(KERNEL + 0x1000)));
        assertFalse(table.isMapped(at(USER)));
        assertEquals(0x1234, table.unmap(at(KERNEL)).number());
        assertTrue(table.unmap(at(KERNEL)).isNone());
        assertThrows(IllegalStateException.class, () -> table.translate(at(KERNEL)));
    }

    @Test
    void refusesWhatIsMapped() {
        table.map(at(KERNEL), PageFrame.of(1), 0, frames);
        assertThrows(IllegalStateException.class, () -> table.map(at(KERNEL), PageFrame.of(2), 0, frames));
        table.mapLarge(at(0x20_0000), PhysAddr.of(0x40_0000), 0, frames);
        assertThrows(IllegalStateException.class, () -> table.map(at(0x20_1000), PageFrame.of(2), 0, frames));
    }

    @Test
    void refusesWhatIsNotAligned() {
        assertThrows(IllegalArgumentException.class, () -> table.map(at(KERNEL + 1), PageFrame.of(1), 0, frames));
        assertThrows(
                IllegalArgumentException.class, () -> table.mapLarge(at(KERNEL), PhysAddr.of(0x20_0000), 0, frames));
    }

    @Test
    void changesRights() {
        table.map(at(KERNEL), PageFrame.of(7), PageFlags.WRITABLE, frames);
        table.protect(at(KERNEL), PageFlags.NO_EXECUTE);
        assertEquals(0x7000 | PageFlags.NO_EXECUTE | PageFlags.PRESENT, table.entry(at(KERNEL)));
        assertThrows(IllegalStateException.class, () -> table.protect(at(USER), 0));
    }

    @Test
    void usesLargePagesWhereItCan() {
        table.mapRange(at(0x1f_f000), PhysAddr.of(0x3f_f000), 0x20_2000, PageFlags.WRITABLE, frames);
        List<String> pages = new ArrayList<>();
        table.forEachMapping(
                at(0),
                at(VirtAddr.USER_END),
                (page, size, target, flags) -> pages.add(Long.toHexString(page.toLong()) + "+" + Long.toHexString(size)
                        + "=" + Long.toHexString(target.toLong())));
        assertEquals(List.of("1ff000+1000=3ff000", "200000+200000=400000", "400000+1000=600000"), pages);
        assertEquals(0x45_6789L, table.translate(at(0x25_6789)).toLong());
    }

    @Test
    void splitsLargePages() {
        table.mapLarge(at(0x20_0000), PhysAddr.of(0x40_0000), PageFlags.WRITABLE, frames);
        table.splitLarge(at(0x20_3456), frames);
        table.splitLarge(at(0x20_3456), frames);
        table.splitLarge(at(0x80_0000), frames);
        table.protect(at(0x20_3000), 0);
        assertEquals(0x40_2000 | PageFlags.WRITABLE | PageFlags.PRESENT, table.entry(at(0x20_2000)));
        assertEquals(0x40_3000 | PageFlags.PRESENT, table.entry(at(0x20_3000)));
        assertEquals(0x5f_ffffL, table.translate(at(0x3f_ffff)).toLong());
    }

    @Test
    void enumeratesBothHalvesWithinBounds() {
        table.map(at(USER), PageFrame.of(1), PageFlags.USER, frames);
        table.map(at(KERNEL), PageFrame.of(2), 0, frames);
        table.map(at(-4096), PageFrame.of(3), 0, frames);
        assertEquals(List.of(USER), pagesBetween(0, VirtAddr.USER_END));
        assertEquals(List.of(KERNEL, -4096L), pagesBetween(VirtAddr.KERNEL_START, -1));
        assertEquals(List.of(-4096L), pagesBetween(KERNEL + 1, -1));
        assertEquals(List.of(), pagesBetween(0, USER - 1));
    }

    private List<Long> pagesBetween(long first, long last) {
        List<Long> pages = new ArrayList<>();
        table.forEachMapping(at(first), at(last), (page, size, target, flags) -> pages.add(page.toLong()));
        return pages;
    }

    @Test
    void sharesTheKernelHalf() {
        table.fillRootEntry(300, frames);
        PageTable other = PageTable.create(frames);
        other.shareKernelHalf(table);
        long address = 300L << 39 | -1L << 48;
        table.map(at(address), PageFrame.of(9), 0, frames);
        table.map(at(USER), PageFrame.of(8), PageFlags.USER, frames);
        assertTrue(other.isMapped(at(address)));
        assertFalse(other.isMapped(at(USER)));
        assertThrows(IllegalArgumentException.class, () -> table.fillRootEntry(3, frames));
    }

    @Test
    void saysWhenThereAreNoFrames() {
        TestFrames few = new TestFrames(2);
        PageTable small = PageTable.create(few);
        assertThrows(OutOfFramesException.class, () -> small.map(at(KERNEL), PageFrame.of(1), 0, few));
        assertThrows(OutOfFramesException.class, () -> PageTable.create(new TestFrames(0)));
    }

    @Test
    void opensTheWayToUserPagesOnly() {
        table.map(at(USER), PageFrame.of(1), PageFlags.USER, frames);
        table.map(at(KERNEL), PageFrame.of(2), 0, frames);
        long userRoot = DirectMap.at(table.root().start()).loadLong(at(USER).tableIndex(4) * 8L);
        long kernelRoot = DirectMap.at(table.root().start()).loadLong(at(KERNEL).tableIndex(4) * 8L);
        assertEquals(PageFlags.USER, userRoot & PageFlags.USER);
        assertEquals(0, kernelRoot & PageFlags.USER);
    }

    @Test
    void noRightsAreBothWritableAndExecutable() {
        assertThrows(IllegalArgumentException.class, () -> PageFlags.rights(true, true));
        assertEquals(0, PageFlags.rights(false, true));
        assertEquals(PageFlags.NO_EXECUTE, PageFlags.rights(false, false));
    }
}
