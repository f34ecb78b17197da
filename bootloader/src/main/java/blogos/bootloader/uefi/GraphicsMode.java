package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Word;
import blogos.boot.BootInfo;

/** {@code EFI_GRAPHICS_OUTPUT_MODE_INFORMATION}: resolution and pixel layout of a display mode (UEFI 2.10, 12.9.2). */
@Word
final class GraphicsMode {
    private static final int HORIZONTAL_RESOLUTION = 4;
    private static final int VERTICAL_RESOLUTION = 8;
    private static final int PIXEL_FORMAT = 12;
    private static final int RED_MASK = 16;
    private static final int GREEN_MASK = 20;
    private static final int BLUE_MASK = 24;
    private static final int PIXELS_PER_SCAN_LINE = 32;

    /** Values of {@code EFI_GRAPHICS_PIXEL_FORMAT}. */
    private static final int RED_GREEN_BLUE_RESERVED = 0;

    private static final int BLUE_GREEN_RED_RESERVED = 1;
    private static final int BIT_MASK = 2;

    private static final int MIN_WIDTH = 1024;
    private static final int MIN_HEIGHT = 720;
    private static final int MAX_WIDTH = 1920;
    private static final int MAX_HEIGHT = 1200;

    private final Address base;

    private GraphicsMode(Address base) {
        this.base = base;
    }

    /** The structure at an address. */
    static GraphicsMode at(Address base) {
        return new GraphicsMode(base);
    }

    /** Visible pixels of a line. */
    int width() {
        return base.loadInt(HORIZONTAL_RESOLUTION);
    }

    /** Number of lines. */
    int height() {
        return base.loadInt(VERTICAL_RESOLUTION);
    }

    /** Pixels on the screen. */
    long pixels() {
        return (long) width() * height();
    }

    /** Distance of two lines in pixels. */
    int pixelsPerLine() {
        return base.loadInt(PIXELS_PER_SCAN_LINE);
    }

    /** One of the FORMAT constants of {@link BootInfo}. */
    int format() {
        switch (base.loadInt(PIXEL_FORMAT)) {
            case RED_GREEN_BLUE_RESERVED:
                return BootInfo.FORMAT_RGBX;
            case BLUE_GREEN_RED_RESERVED:
                return BootInfo.FORMAT_BGRX;
            case BIT_MASK:
                return hasMasks(0xff, 0xff00, 0xff0000)
                        ? BootInfo.FORMAT_RGBX
                        : hasMasks(0xff0000, 0xff00, 0xff) ? BootInfo.FORMAT_BGRX : BootInfo.FORMAT_NONE;
            default:
                return BootInfo.FORMAT_NONE;
        }
    }

    /** Whether the system can draw in this mode at an acceptable speed. */
    boolean isUsable() {
        return format() != BootInfo.FORMAT_NONE && width() <= MAX_WIDTH && height() <= MAX_HEIGHT;
    }

    /** Whether the mode is usable and large enough to leave it as it is. */
    boolean isComfortable() {
        return isUsable() && width() >= MIN_WIDTH && height() >= MIN_HEIGHT;
    }

    private boolean hasMasks(int red, int green, int blue) {
        return base.loadInt(RED_MASK) == red && base.loadInt(GREEN_MASK) == green && base.loadInt(BLUE_MASK) == blue;
    }
}
