package blogos.hal;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;

/**
 * A linear framebuffer with 32 bits a pixel, as UEFI's Graphics Output Protocol (UEFI specification, section 12.9) and
 * VBE set it up. It is only written, never read: reads from video memory are slow on real machines. Nothing here
 * allocates, so a panic can draw.
 */
public final class Framebuffer {
    /** Width of a glyph row in pixels. */
    public static final int GLYPH_WIDTH = 8;

    private static final int PIXEL_SIZE = 4;

    private final Address base;
    private final int width;
    private final int height;
    private final int stride;
    private final boolean redFirst;

    private Framebuffer(BootInfo info) {
        this.base = DirectMap.at(PhysAddr.of(info.framebufferStart()));
        this.width = info.framebufferWidth();
        this.height = info.framebufferHeight();
        this.stride = info.framebufferStride();
        this.redFirst = info.framebufferFormat() == BootInfo.FORMAT_RGBX;
    }

    /**
     * The framebuffer that the boot loader found, reached through the {@link DirectMap}; null if there is none that can
     * be used.
     */
    public static Framebuffer of(BootInfo info) {
        int format = info.framebufferFormat();
        long lineBytes = (long) info.framebufferWidth() * PIXEL_SIZE;
        boolean usable = info.framebufferStart() != 0
                && (format == BootInfo.FORMAT_RGBX || format == BootInfo.FORMAT_BGRX)
                && info.framebufferWidth() > 0
                && info.framebufferHeight() > 0
                && info.framebufferStride() >= lineBytes
                && (long) info.framebufferStride() * (info.framebufferHeight() - 1) + lineBytes
                        <= info.framebufferLength();
        return usable ? new Framebuffer(info) : null;
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** The pixel value for a colour {@code 0xRRGGBB}. */
    public int pixel(int rgb) {
        if (!redFirst) {
            return rgb;
        }
        return (rgb & 0xff) << 16 | (rgb & 0xff00) | rgb >> 16 & 0xff;
    }

    /**
     * Fills a rectangle with a pixel value.
     *
     * @throws IndexOutOfBoundsException if it is not inside the screen
     */
    public void fill(int x, int y, int columns, int lines, int pixel) {
        check(x, y, columns, lines);
        for (int line = 0; line < lines; line++) {
            Address start = at(x, y + line);
            for (int column = 0; column < columns; column++) {
                start.storeInt((long) column * PIXEL_SIZE, pixel);
            }
        }
    }

    /**
     * Draws a glyph: a byte for each row, eight pixels from the most significant bit to the least, each as a square of
     * {@code scale} pixels.
     *
     * @param rows bytes of the font
     * @param first index of the glyph's first row in it
     * @param height number of rows
     * @param foreground pixel value for ones
     * @param background pixel value for zeros
     * @throws IndexOutOfBoundsException if the glyph is not inside the font or the screen
     */
    public void drawGlyph(int x, int y, byte[] rows, int first, int height, int foreground, int background, int scale) {
        check(x, y, GLYPH_WIDTH * scale, height * scale);
        if (scale == 1) {
            drawSmallGlyph(at(x, y), rows, first, height, foreground, background);
            return;
        }
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < GLYPH_WIDTH; i++) {
                int pixel = (rows[first + row] & 0x80 >> i) != 0 ? foreground : background;
                fill(x + i * scale, y + row * scale, scale, scale, pixel);
            }
        }
    }

    /** Draws eight pixels in four stores: most of what the console does happens here. */
    private void drawSmallGlyph(Address place, byte[] rows, int first, int height, int foreground, int background) {
        long both = background & 0xffff_ffffL;
        both |= both << 32;
        long left = (foreground ^ background) & 0xffff_ffffL;
        long right = left << 32;
        Address line = place;
        for (int row = first; row < first + height; row++) {
            int bits = rows[row];
            line.storeLong(0, both ^ left & -(bits >> 7 & 1L) ^ right & -(bits >> 6 & 1L));
            line.storeLong(8, both ^ left & -(bits >> 5 & 1L) ^ right & -(bits >> 4 & 1L));
            line.storeLong(16, both ^ left & -(bits >> 3 & 1L) ^ right & -(bits >> 2 & 1L));
            line.storeLong(24, both ^ left & -(bits >> 1 & 1L) ^ right & -(bits & 1L));
            line = line.plus(stride);
        }
    }

    private Address at(int x, int y) {
        return base.plus((long) y * stride + (long) x * PIXEL_SIZE);
    }

    private void check(int x, int y, int columns, int lines) {
        boolean inside = x >= 0 && columns >= 0 && x <= width - columns && y >= 0 && lines >= 0 && y <= height - lines;
        if (!inside) {
            throw new IndexOutOfBoundsException(y);
        }
    }
}
