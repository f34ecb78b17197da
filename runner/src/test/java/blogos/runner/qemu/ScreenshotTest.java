package blogos.runner.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenshotTest {
    @TempDir
    Path directory;

    @Test
    void pixelsSurviveAsPng() throws IOException {
        Screenshot screenshot = Screenshot.parse(ppm("P6\n2 1\n255\n", 255, 128, 1, 0, 0, 0));
        Path file = directory.resolve("screen.png");
        screenshot.writePng(file);
        assertEquals(0xffff8001, ImageIO.read(file.toFile()).getRGB(0, 0));
        assertEquals(0xff000000, ImageIO.read(file.toFile()).getRGB(1, 0));
    }

    @Test
    void coverageIsTheShareOfPixelsThatAreNotBackground() throws IOException {
        assertEquals(
                0, Screenshot.parse(ppm("P6\n2 1\n255\n", 9, 9, 9, 9, 9, 9)).coverage());
        assertEquals(
                0.5, Screenshot.parse(ppm("P6\n1 2\n255\n", 1, 0, 0, 0, 0, 0)).coverage());
    }

    @Test
    void otherFilesAreRefused() {
        assertThrows(IOException.class, () -> Screenshot.parse(ppm("P5\n1 1\n255\n", 1, 2, 3)));
        assertThrows(IOException.class, () -> Screenshot.parse(ppm("P6\n1 1\n65535\n", 1, 2, 3)));
        assertThrows(IOException.class, () -> Screenshot.parse(ppm("P6\n1 2\n255\n", 1, 2, 3)));
        assertThrows(IOException.class, () -> Screenshot.parse(ppm("P6\n1")));
        assertThrows(IOException.class, () -> Screenshot.parse(ppm("P6\nx 1\n255\n", 1, 2, 3)));
    }

    private static byte[] ppm(String header, int... bytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        for (int b : bytes) {
            file.write(b);
        }
        return file.toByteArray();
    }
}
