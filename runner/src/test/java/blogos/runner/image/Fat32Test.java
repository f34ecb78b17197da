package blogos.runner.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.runner.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Fat32Test {
    private static final int OFFSET = 1 << 20;

    @TempDir
    Path directory;

    private final Fat32 volume = new Fat32("TEST", 1);

    @Test
    void filesAreReadBack() throws IOException {
        byte[] large = random(100_001);
        volume.add("EFI/BOOT/BOOTX64.EFI", file("loader", random(512)));
        volume.add("kernel.elf", file("kernel", large));
        volume.add("empty", file("empty", new byte[0]));
        volume.add("EFI/a name of more than twice thirteen characters.text", file("long", new byte[] {1, 2}));

        FatReader reader = write(volume.recommendedSize());
        Map<String, byte[]> files = reader.files();

        assertEquals(6, files.size());
        assertTrue(files.containsKey("EFI/BOOT/"));
        assertArrayEquals(random(512), files.get("EFI/BOOT/BOOTX64.EFI"));
        assertArrayEquals(large, files.get("kernel.elf"));
        assertArrayEquals(new byte[0], files.get("empty"));
        assertArrayEquals(new byte[] {1, 2}, files.get("EFI/a name of more than twice thirteen characters.text"));
    }

    @Test
    void copiesAndCountsAgree() throws IOException {
        volume.add("directory/file", file("file", random(5000)));
        FatReader reader = write(volume.recommendedSize());
        assertTrue(reader.fatsAreEqual());
        assertTrue(reader.backupBootSectorIsEqual());
        assertEquals(reader.usedClusters()[0], reader.usedClusters()[1]);
        assertTrue(reader.clusterCount() >= 65525, "FAT32 by its cluster count");
    }

    @Test
    void aDirectoryMayNeedManyClusters() throws IOException {
        Path content = file("content", new byte[] {42});
        for (int i = 0; i < 300; i++) {
            volume.add("bin/program number " + i, content);
        }
        Map<String, byte[]> files = write(volume.recommendedSize()).files();
        assertEquals(301, files.size());
        assertArrayEquals(new byte[] {42}, files.get("bin/program number 299"));
    }

    @Test
    void aLargeVolumeHasLargeClusters() throws IOException {
        volume.add("file", file("file", random(10_000)));
        Map<String, byte[]> files = write(300L << 20).files();
        assertArrayEquals(random(10_000), files.get("file"));
    }

    @Test
    void filesThatDoNotFitAreAnError() throws IOException {
        long size = volume.recommendedSize();
        volume.add("file", file("file", new byte[40 << 20]));
        UserError error = assertThrows(UserError.class, () -> write(size));
        assertTrue(error.getMessage().contains("room for"), error.getMessage());
    }

    @Test
    void namesMustBeDistinctAndValid() throws IOException {
        Path content = file("content", new byte[0]);
        volume.add("Kernel", content);
        assertThrows(IllegalArgumentException.class, () -> volume.add("KERNEL", content));
        assertThrows(IllegalArgumentException.class, () -> volume.add("Kernel/x", content));
        assertThrows(IllegalArgumentException.class, () -> volume.add("a:b", content));
        assertThrows(IllegalArgumentException.class, () -> volume.add("a//b", content));
    }

    private FatReader write(long size) throws IOException {
        Path image = directory.resolve("image");
        try (FileChannel channel =
                FileChannel.open(image, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), OFFSET + size - 1);
            volume.writeTo(channel, OFFSET, size);
        }
        return new FatReader(image, OFFSET, size);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
