package blogos.bootloader.uefi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import org.junit.jupiter.api.Test;

class GraphicsModeTest {
    private final Address memory = Address.allocateForTest(36);

    @Test
    void knowsPixelFormats() {
        assertEquals(BootInfo.FORMAT_RGBX, mode(1280, 800, 0).format());
        assertEquals(BootInfo.FORMAT_BGRX, mode(1280, 800, 1).format());
        assertEquals(BootInfo.FORMAT_NONE, mode(1280, 800, 3).format());
    }

    @Test
    void knowsBitMasks() {
        GraphicsMode mode = mode(1280, 800, 2);
        assertEquals(BootInfo.FORMAT_NONE, mode.format());
        memory.storeInt(16, 0xff0000);
        memory.storeInt(20, 0xff00);
        memory.storeInt(24, 0xff);
        assertEquals(BootInfo.FORMAT_BGRX, mode.format());
        memory.storeInt(16, 0xff);
        memory.storeInt(24, 0xff0000);
        assertEquals(BootInfo.FORMAT_RGBX, mode.format());
    }

    @Test
    void wantsNeitherTinyNorHugeModes() {
        assertTrue(mode(1280, 800, 1).isComfortable());
        assertFalse(mode(640, 480, 1).isComfortable());
        assertTrue(mode(640, 480, 1).isUsable());
        assertFalse(mode(3840, 2160, 1).isUsable());
        assertFalse(mode(1280, 800, 3).isUsable());
    }

    private GraphicsMode mode(int width, int height, int format) {
        memory.storeInt(4, width);
        memory.storeInt(8, height);
        memory.storeInt(12, format);
        return GraphicsMode.at(memory);
    }
}
