package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import org.junit.jupiter.api.Test;

class FramebufferTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 6;
    private static final int STRIDE = 4 * WIDTH + 12;
    private static final int GUARD = 0x5a5a5a5a;

    private final BootInfo info = BootInfo.at(Address.allocateForTest(BootInfo.SIZE));
    private final Address memory = Address.allocateForTest(STRIDE * HEIGHT);

    FramebufferTest() {
        memory.fill(STRIDE * HEIGHT, (byte) 0x5a);
        info.initialize();
        info.framebufferStart(memory.toLong());
        info.framebufferLength(STRIDE * HEIGHT);
        info.framebufferWidth(WIDTH);
        info.framebufferHeight(HEIGHT);
        info.framebufferStride(STRIDE);
        info.framebufferFormat(BootInfo.FORMAT_BGRX);
    }

    private int at(int x, int y) {
        return memory.loadInt((long) y * STRIDE + x * 4L);
    }

    @Test
    void glyphsAreDrawnFromTheLeft() {
        Framebuffer.of(info).drawGlyph(3, 1, new byte[] {0, (byte) 0b1010_0001}, 1, 1, 7, 9, 1);
        int[] expected = {GUARD, 7, 9, 7, 9, 9, 9, 9, 7, GUARD};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], at(2 + i, 1), "column " + i);
            assertEquals(GUARD, at(2 + i, 0));
            assertEquals(GUARD, at(2 + i, 2));
        }
    }

    @Test
    void glyphsAreDrawnFromTheTop() {
        Framebuffer.of(info).drawGlyph(0, 3, new byte[] {1, 2, (byte) 0x80}, 0, 3, 5, 6, 1);
        assertEquals(GUARD, at(7, 2));
        assertEquals(5, at(7, 3));
        assertEquals(5, at(6, 4));
        assertEquals(5, at(0, 5));
        assertEquals(6, at(1, 5));
    }

    @Test
    void glyphsScale() {
        Framebuffer.of(info).drawGlyph(2, 2, new byte[] {(byte) 0b1000_0001}, 0, 1, -1, 0, 2);
        for (int y = 2; y <= 3; y++) {
            assertEquals(GUARD, at(1, y));
            assertEquals(-1, at(2, y));
            assertEquals(-1, at(3, y));
            assertEquals(0, at(4, y));
            assertEquals(0, at(15, y));
            assertEquals(-1, at(17, y));
            assertEquals(GUARD, at(18, y));
        }
        assertEquals(GUARD, at(2, 1));
        assertEquals(GUARD, at(2, 4));
    }

    @Test
    void coloursFollowTheFormat() {
        assertEquals(0x112233, Framebuffer.of(info).pixel(0x112233));
        info.framebufferFormat(BootInfo.FORMAT_RGBX);
        assertEquals(0x332211, Framebuffer.of(info).pixel(0x112233));
    }

    @Test
    void nothingIsDrawnOutside() {
        Framebuffer screen = Framebuffer.of(info);
        screen.fill(0, 0, WIDTH, HEIGHT, 1);
        int[][] outside = {{-1, 0, 1, 1}, {0, -1, 1, 1}, {WIDTH, 0, 1, 1}, {0, HEIGHT, 1, 1}, {1, 0, WIDTH, 1}};
        for (int[] r : outside) {
            assertThrows(IndexOutOfBoundsException.class, () -> screen.fill(r[0], r[1], r[2], r[3], 2));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> screen.fill(1, 1, Integer.MAX_VALUE, 1, 2));
        byte[] font = new byte[16];
        assertThrows(IndexOutOfBoundsException.class, () -> screen.drawGlyph(13, 0, font, 0, 1, 0, 0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> screen.drawGlyph(0, 5, font, 0, 2, 0, 0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> screen.drawGlyph(0, 5, font, 0, 1, 0, 0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> screen.drawGlyph(0, 0, font, 16, 1, 0, 0, 1));
        assertEquals(GUARD, at(WIDTH, 0));
        assertEquals(1, at(WIDTH - 1, HEIGHT - 1));
    }

    @Test
    void contradictionsAreRefused() {
        assertNotNull(Framebuffer.of(info));
        info.framebufferLength(STRIDE * HEIGHT - 13);
        assertNull(Framebuffer.of(info));
        info.framebufferLength(STRIDE * HEIGHT);
        info.framebufferStride(4 * WIDTH - 1);
        assertNull(Framebuffer.of(info));
        info.framebufferStride(STRIDE);
        info.framebufferFormat(BootInfo.FORMAT_NONE);
        assertNull(Framebuffer.of(info));
    }
}
