package blogos.runner.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskImageTest {
    private static final int SECTOR = 512;

    @TempDir
    Path directory;

    private Path image;
    private ByteBuffer disk;

    @BeforeEach
    void write() throws IOException {
        image = directory.resolve("disk.img");
        writeImage(image);
        disk = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void theMasterBootRecordProtectsTheDisk() {
        assertEquals((short) 0xaa55, disk.getShort(510));
        assertEquals((byte) 0xee, disk.get(446 + 4));
        assertEquals(1, disk.getInt(446 + 8));
        assertEquals(disk.limit() / SECTOR - 1, disk.getInt(446 + 12));
    }

    @Test
    void bothHeadersAreValidAndPointAtEachOther() {
        int last = disk.limit() / SECTOR - 1;
        checkHeader(1, last);
        checkHeader(last, 1);
        assertEquals(entries(1), entries(last));
    }

    @Test
    void thePartitionIsAnEfiSystemPartition() {
        byte[] type = new byte[16];
        entries(1).get(0, type);
        int[] expected = {0x28, 0x73, 0x2a, 0xc1, 0x1f, 0xf8, 0xd2, 0x11, 0xba, 0x4b, 0x00, 0xa0, 0xc9, 0x3e, 0xc9, 0x3b
        };
        for (int i = 0; i < expected.length; i++) {
            assertEquals((byte) expected[i], type[i]);
        }
        assertEquals(0, entries(1).getLong(128), "only one partition");
    }

    @Test
    void thePartitionHoldsTheFiles() throws IOException {
        ByteBuffer entry = entries(1);
        long first = entry.getLong(32);
        long size = (entry.getLong(40) - first + 1) * SECTOR;
        assertEquals(0, first * SECTOR % (1 << 20), "alignment");
        Map<String, byte[]> files = new FatReader(image, first * SECTOR, size).files();
        assertArrayEquals("loader".getBytes(), files.get("EFI/BOOT/BOOTX64.EFI"));
        assertArrayEquals("kernel".getBytes(), files.get("kernel.elf"));
        assertArrayEquals("initrd".getBytes(), files.get("initrd.cpio"));
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        Path second = directory.resolve("second.img");
        writeImage(second);
        assertEquals(-1, Files.mismatch(image, second));
    }

    @Test
    void anUnfinishedImageDoesNotStay() throws IOException {
        Path missing = directory.resolve("missing");
        Path target = directory.resolve("never.img");
        assertThrows(IOException.class, () -> DiskImage.write(target, missing, null, null));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(0, files.filter(f -> f.toString().contains("never")).count());
        }
    }

    @Test
    void partitionsFollowEachOtherAligned() {
        UUID id = new UUID(1, 2);
        GptImage two = new GptImage(
                id, List.of(new GptImage.Partition(id, id, "a", 512), new GptImage.Partition(id, id, "b", 3 << 20)));
        assertEquals(1 << 20, two.offset(0));
        assertEquals(2 << 20, two.offset(1));
        assertEquals(6 << 20, two.size());
        assertThrows(IllegalArgumentException.class, () -> new GptImage.Partition(id, id, "a", 100));
    }

    private void checkHeader(int sector, int other) {
        ByteBuffer header = disk.slice(sector * SECTOR, SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x5452415020494645L, header.getLong(0), "EFI PART");
        assertEquals(sector, header.getLong(24));
        assertEquals(other, header.getLong(32));
        assertEquals(crc(entries(sector)), header.getInt(88));
        int expected = header.getInt(16);
        byte[] copy = new byte[header.getInt(12)];
        header.get(0, copy);
        ByteBuffer cleared = ByteBuffer.wrap(copy).putInt(16, 0);
        assertEquals(expected, crc(cleared));
    }

    private ByteBuffer entries(int headerSector) {
        long sector = disk.getLong(headerSector * SECTOR + 72);
        return disk.slice((int) sector * SECTOR, 128 * 128).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    private void writeImage(Path target) throws IOException {
        DiskImage.write(target, file("loader"), file("kernel"), file("initrd"));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve(content), content);
    }
}
