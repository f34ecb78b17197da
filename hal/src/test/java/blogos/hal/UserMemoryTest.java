package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserMemoryTest {
    private static final long PAGE = 0x40_0000;

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
        assertTrue(UserMemory.copyOut(table, PAGE + 0x800, sent, 0, sent.length));
        assertTrue(UserMemory.copyIn(table, PAGE + 0x800, received, 0, received.length));
        assertArrayEquals(sent, received);
    }

    @Test
    void keepsToRights() {
        assertTrue(UserMemory.isAccessible(table, PAGE, 0x2000, true));
        assertFalse(UserMemory.isAccessible(table, PAGE, 0x2001, true));
        assertTrue(UserMemory.isAccessible(table, PAGE, 0x3000, false));
        assertFalse(UserMemory.isAccessible(table, PAGE, 0x3001, false), "a kernel page in the lower half");
        assertFalse(UserMemory.isAccessible(table, PAGE - 1, 2, false));
    }

    @Test
    void keepsOutOfTheKernel() {
        assertFalse(UserMemory.isAccessible(table, VirtAddr.KERNEL_START, 1, false));
        assertFalse(UserMemory.isAccessible(table, VirtAddr.USER_END - 1, 2, false));
        assertFalse(UserMemory.isAccessible(table, -1, 2, false));
        assertFalse(UserMemory.isAccessible(table, PAGE, Long.MAX_VALUE, false));
        assertFalse(UserMemory.isAccessible(table, PAGE, -1, false));
        assertTrue(UserMemory.isAccessible(table, PAGE, 0, false));
    }

    @Test
    void copiesNothingIfItCannotCopyAll() {
        byte[] bytes = {1, 2, 3, 4};
        assertFalse(UserMemory.copyOut(table, PAGE + 0x1ffe, bytes, 0, 4));
        byte[] read = new byte[2];
        assertTrue(UserMemory.copyIn(table, PAGE + 0x1ffe, read, 0, 2));
        assertEquals((byte) 0xa5, read[0]);
        assertEquals((byte) 0xa5, read[1]);
    }

    @Test
    void checksTheArray() {
        assertThrows(IndexOutOfBoundsException.class, () -> UserMemory.copyIn(table, PAGE, new byte[4], 2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> UserMemory.copyOut(table, PAGE, new byte[4], -1, 1));
    }
}
