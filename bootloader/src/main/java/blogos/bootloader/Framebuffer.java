package blogos.bootloader;

import blogos.boot.BootInfo;

/**
 * A linear framebuffer of 32 bits a pixel.
 *
 * @param start physical address of the first pixel
 * @param length size in bytes
 * @param width visible pixels of a line
 * @param height number of lines
 * @param stride distance of two lines in bytes
 * @param format {@link BootInfo#FORMAT_RGBX} or {@link BootInfo#FORMAT_BGRX}
 */
public record Framebuffer(long start, long length, int width, int height, int stride, int format) {}
