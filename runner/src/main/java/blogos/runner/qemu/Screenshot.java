package blogos.runner.qemu;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of the guest's framebuffer. */
public final class Screenshot {
    private static final int MAX_COLOUR = 255;

    private final BufferedImage image;

    private Screenshot(BufferedImage image) {
        this.image = image;
    }

    /** Takes a picture of a running machine. */
    public static Screenshot take(QmpClient qemu) throws IOException {
        Path file = Files.createTempFile("blog_os-screen", ".ppm");
        try {
            qemu.screendump(file);
            return parse(Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }

    /** Reads a binary PPM file ("P6", width, height, 255, then red, green and blue of each pixel). */
    static Screenshot parse(byte[] ppm) throws IOException {
        PpmHeader header = new PpmHeader(ppm);
        boolean known = header.word().equals("P6");
        int width = header.number();
        int height = header.number();
        if (!known || header.number() != MAX_COLOUR || ppm.length - header.position < 3L * width * height) {
            throw new IOException("not a whole PPM picture with 8 bits a colour");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int at = header.position;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += 3) {
                image.setRGB(x, y, (ppm[at] & 0xff) << 16 | (ppm[at + 1] & 0xff) << 8 | ppm[at + 2] & 0xff);
            }
        }
        return new Screenshot(image);
    }

    /** The words before the pixels, each ended by one white-space character. */
    private static final class PpmHeader {
        private final byte[] bytes;
        private int position;

        PpmHeader(byte[] bytes) {
            this.bytes = bytes;
        }

        String word() throws IOException {
            StringBuilder word = new StringBuilder();
            while (position < bytes.length) {
                char c = (char) bytes[position++];
                if (Character.isWhitespace(c)) {
                    return word.toString();
                }
                word.append(c);
            }
            throw new IOException("the picture ends in its header");
        }

        int number() throws IOException {
            try {
                return Integer.parseInt(word());
            } catch (NumberFormatException e) {
                throw new IOException("not a PPM picture", e);
            }
        }
    }

    /** Width in pixels. */
    public int width() {
        return image.getWidth();
    }

    /** Height in pixels. */
    public int height() {
        return image.getHeight();
    }

    /** The share of pixels, 0 to 1, that differ from the one in the bottom right corner: 0 for a blank screen. */
    public double coverage() {
        int background = image.getRGB(width() - 1, height() - 1);
        long different = 0;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                different += image.getRGB(x, y) == background ? 0 : 1;
            }
        }
        return (double) different / ((long) width() * height());
    }

    /** Writes the picture as PNG. */
    public void writePng(Path file) throws IOException {
        ImageIO.write(image, "png", file.toFile());
    }
}
