package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserMemoryTest {
    private static final long PAGE = 0x40_0000;

    private static final UserMemory.Pager NO_PAGER = (address, writable) -> false;

    private final TestFrames frames = new TestFrames(100);
    private final PageTable table = PageTable.create(frames);

    @BeforeEach
    void mapPages() {
        long writable = PageFlags.USER | PageFlags.WRITABLE;
        table.map(VirtAddr.of(PAGE), frames.allocateFrame(), writable, frames);
        table.map(VirtAddr.of(PAGE + 0x1000), frames.allocateFrame(), writable, frames);
        table.map(VirtAddr.of(PAGE + 0x2000), frames.allocateFrame(), PageFlags.USER, frames);
        table.map(VirtAddr.of(PAGE + 0x3000), frames.allocateFrame(), PageFlags.WRITABLE, frames);
    }

    @Test
    void copiesAcrossPages() {
        byte[] sent = new byte[0x1234];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 7);
        }
        byte[] received = new byte[sent.length];
        assertTrue(UserMemory.copyOut(table, NO_PAGER, PAGE + 0x800, sent, 0, sent.length));
        assertTrue(UserMemory.copyIn(table, NO_PAGER, PAGE + 0x800, received, 0, received.length));
        assertArrayEquals(sent, received);
    }

    @Test
    void keepsToRights() {
        assertTrue(UserMemory.isAccessible(table, NO_PAGER, PAGE, 0x2000, true));
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, PAGE, 0x2001, true));
        assertTrue(UserMemory.isAccessible(table, NO_PAGER, PAGE, 0x3000, false));
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, PAGE, 0x3001, false), "a kernel page in the lower half");
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, PAGE - 1, 2, false));
    }

    @Test
    void keepsOutOfTheKernel() {
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, VirtAddr.KERNEL_START, 1, false));
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, VirtAddr.USER_END - 1, 2, false));
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, -1, 2, false));
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, PAGE, Long.MAX_VALUE, false));
        assertFalse(UserMemory.isAccessible(table, NO_PAGER, PAGE, -1, false));
        assertTrue(UserMemory.isAccessible(table, NO_PAGER, PAGE, 0, false));
    }

    @Test
    void stopsAtThePageThatItMustNotWrite() {
        byte[] bytes = {1, 2, 3, 4};
        assertFalse(UserMemory.copyOut(table, NO_PAGER, PAGE + 0x1ffe, bytes, 0, 4));
        byte[] read = new byte[4];
        assertTrue(UserMemory.copyIn(table, NO_PAGER, PAGE + 0x1ffe, read, 0, 4));
        assertArrayEquals(new byte[] {1, 2, (byte) 0xa5, (byte) 0xa5}, read);
    }

    @Test
    void asksForPagesThatAreNotThere() {
        UserMemory.Pager pager = (address, writable) -> {
            assertEquals(PAGE + 0x4000, address & -PageFrame.SIZE);
            table.map(VirtAddr.of(PAGE + 0x4000), frames.allocateFrame(), PageFlags.USER | PageFlags.WRITABLE, frames);
            return true;
        };
        byte[] sent = {1, 2, 3};
        byte[] received = new byte[3];
        assertTrue(UserMemory.copyOut(table, pager, PAGE + 0x4abc, sent, 0, 3));
        assertTrue(UserMemory.copyIn(table, NO_PAGER, PAGE + 0x4abc, received, 0, 3));
        assertArrayEquals(sent, received);
    }

    @Test
    void copiesToOtherMemory() {
        MemoryWindow window = MemoryWindow.of(Address.allocateForTest(0x2000), 0x2000);
        window.fill(0, 0x2000, 7);
        assertTrue(UserMemory.copyOut(table, NO_PAGER, PAGE + 0x10, window, 0x100, 0x1200));
        window.fill(0, 0x2000, 0);
        assertTrue(UserMemory.copyIn(table, NO_PAGER, PAGE + 0x10, window, 0x200, 0x1200));
        assertEquals(0, window.loadByte(0x1ff));
        assertEquals(7, window.loadByte(0x200));
        assertEquals(7, window.loadByte(0x13ff));
        assertEquals(0, window.loadByte(0x1400));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> UserMemory.copyIn(table, NO_PAGER, PAGE, window, 0x1000, 0x1001));
    }

    @Test
    void checksTheArray() {
        assertThrows(IndexOutOfBoundsException.class, () -> UserMemory.copyIn(table, NO_PAGER, PAGE, new byte[4], 2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> UserMemory.copyOut(table, NO_PAGER, PAGE, new byte[4], -1, 1));
    }
}
