package blogos.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * The layout of a disk with a GUID partition table (UEFI specification 2.10, chapter 5): protective master boot record,
 * primary table, partitions aligned to 1 MiB, backup table in the last sectors. The same partitions always give the
 * same bytes.
 */
public final class GptImage {
    /** Size of a logical block in bytes. */
    public static final int SECTOR_SIZE = 512;

    /** Type GUID of an EFI system partition (UEFI specification, table 5.7). */
    public static final UUID EFI_SYSTEM_PARTITION = UUID.fromString("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");

    private static final int ALIGNMENT_SECTORS = 2048;
    private static final int ENTRY_COUNT = 128;
    private static final int ENTRY_SIZE = 128;
    private static final int ENTRIES_SECTORS = ENTRY_COUNT * ENTRY_SIZE / SECTOR_SIZE;
    private static final int HEADER_SIZE = 92;
    private static final int REVISION_1_0 = 0x0001_0000;
    private static final int MAX_NAME_LENGTH = 36;
    private static final byte MBR_TYPE_GPT_PROTECTIVE = (byte) 0xee;

    /**
     * A partition.
     *
     * @param type what it holds
     * @param id its unique identifier
     * @param name at most 36 UTF-16 units
     * @param size in bytes, a multiple of {@link GptImage#SECTOR_SIZE}
     */
    public record Partition(UUID type, UUID id, String name, long size) {
        /** Checks name and size. */
        public Partition {
            if (name.length() > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException("partition name longer than 36 characters: " + name);
            }
            if (size <= 0 || size % SECTOR_SIZE != 0) {
                throw new IllegalArgumentException("partition size is not a positive multiple of 512: " + size);
            }
        }

        private long sectors() {
            return size / SECTOR_SIZE;
        }
    }

    private final UUID diskId;
    private final List<Partition> partitions;
    private final long[] firstSectors;
    private final long totalSectors;

    /** Lays out a disk with at most 128 partitions in the given order. */
    public GptImage(UUID diskId, List<Partition> partitions) {
        if (partitions.size() > ENTRY_COUNT) {
            throw new IllegalArgumentException("more than 128 partitions");
        }
        this.diskId = diskId;
        this.partitions = List.copyOf(partitions);
        firstSectors = new long[partitions.size()];
        long next = ALIGNMENT_SECTORS;
        for (int i = 0; i < firstSectors.length; i++) {
            firstSectors[i] = next;
            next = alignUp(next + partitions.get(i).sectors());
        }
        totalSectors = alignUp(next + ENTRIES_SECTORS + 1);
    }

    /** Size of the whole disk in bytes. */
    public long size() {
        return totalSectors * SECTOR_SIZE;
    }

    /** Where a partition starts, in bytes from the start of the disk. */
    public long offset(int partition) {
        return firstSectors[partition] * SECTOR_SIZE;
    }

    /** Writes boot record and both tables; the partitions' contents stay as they are. */
    public void writeTo(FileChannel disk) throws IOException {
        ByteBuffer entries = entries();
        long last = totalSectors - 1;
        Blocks.write(disk, 0, protectiveMbr());
        Blocks.write(disk, SECTOR_SIZE, header(1, last, 2, entries));
        Blocks.write(disk, 2 * SECTOR_SIZE, entries);
        Blocks.write(disk, (last - ENTRIES_SECTORS) * SECTOR_SIZE, entries);
        Blocks.write(disk, last * SECTOR_SIZE, header(last, 1, last - ENTRIES_SECTORS, entries));
    }

    /** A boot record with one partition of type 0xEE over the whole disk (UEFI specification, section 5.2.3). */
    private ByteBuffer protectiveMbr() {
        ByteBuffer mbr = Blocks.allocate(SECTOR_SIZE);
        int entry = 446;
        mbr.put(entry + 1, (byte) 0x00).put(entry + 2, (byte) 0x02).put(entry + 3, (byte) 0x00);
        mbr.put(entry + 4, MBR_TYPE_GPT_PROTECTIVE);
        mbr.put(entry + 5, (byte) 0xff).put(entry + 6, (byte) 0xff).put(entry + 7, (byte) 0xff);
        mbr.putInt(entry + 8, 1);
        mbr.putInt(entry + 12, (int) Math.min(totalSectors - 1, 0xffff_ffffL));
        mbr.putShort(510, (short) 0xaa55);
        return mbr;
    }

    private ByteBuffer header(long own, long other, long entriesSector, ByteBuffer entries) {
        ByteBuffer header = Blocks.allocate(SECTOR_SIZE);
        header.put("EFI PART".getBytes(StandardCharsets.US_ASCII));
        header.putInt(REVISION_1_0);
        header.putInt(HEADER_SIZE);
        int checksumAt = header.position();
        header.putInt(0);
        header.putInt(0);
        header.putLong(own);
        header.putLong(other);
        header.putLong(2 + ENTRIES_SECTORS);
        header.putLong(totalSectors - ENTRIES_SECTORS - 2);
        putGuid(header, diskId);
        header.putLong(entriesSector);
        header.putInt(ENTRY_COUNT);
        header.putInt(ENTRY_SIZE);
        header.putInt(crc32(entries, ENTRY_COUNT * ENTRY_SIZE));
        header.putInt(checksumAt, crc32(header, HEADER_SIZE));
        return header;
    }

    private ByteBuffer entries() {
        ByteBuffer entries = Blocks.allocate(ENTRY_COUNT * ENTRY_SIZE);
        for (int i = 0; i < firstSectors.length; i++) {
            Partition partition = partitions.get(i);
            entries.position(i * ENTRY_SIZE);
            putGuid(entries, partition.type);
            putGuid(entries, partition.id);
            entries.putLong(firstSectors[i]);
            entries.putLong(firstSectors[i] + partition.sectors() - 1);
            entries.putLong(0);
            entries.put(partition.name.getBytes(StandardCharsets.UTF_16LE));
        }
        return entries;
    }

    /** GUIDs store their first three fields little-endian and the rest in order (UEFI specification, appendix A). */
    private static void putGuid(ByteBuffer target, UUID guid) {
        long high = guid.getMostSignificantBits();
        target.putInt((int) (high >>> 32));
        target.putShort((short) (high >>> 16));
        target.putShort((short) high);
        target.putLong(Long.reverseBytes(guid.getLeastSignificantBits()));
    }

    private static int crc32(ByteBuffer bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes.slice(0, length).order(ByteOrder.LITTLE_ENDIAN));
        return (int) crc.getValue();
    }

    private static long alignUp(long sector) {
        return (sector + ALIGNMENT_SECTORS - 1) / ALIGNMENT_SECTORS * ALIGNMENT_SECTORS;
    }
}
