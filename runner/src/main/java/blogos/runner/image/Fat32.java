package blogos.runner.image;

import blogos.runner.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A FAT32 volume (Microsoft "FAT: General Overview of On-Disk Format", version 1.03) made in one go from a tree of
 * files: every file and directory lies in consecutive clusters, every date is 1980-01-01, so that the same files always
 * give the same bytes. Sectors that would only hold zeros are not written: the image stays sparse.
 */
public final class Fat32 {
    private static final int SECTOR_SIZE = GptImage.SECTOR_SIZE;
    private static final int RESERVED_SECTORS = 32;
    private static final int FAT_COUNT = 2;
    private static final int FSINFO_SECTOR = 1;
    private static final int BACKUP_BOOT_SECTOR = 6;
    private static final int ROOT_CLUSTER = 2;
    private static final int FIRST_CLUSTER = 2;
    private static final int MEDIA_FIXED_DISK = 0xf8;
    private static final int END_OF_CHAIN = 0x0fff_ffff;

    /** Volumes with fewer clusters are FAT16 by definition; 16 more keep away from implementations off by a few. */
    private static final long MIN_CLUSTERS = 65525 + 16;

    /** Above this size the volume gets clusters of 4 KiB, below of one sector. */
    private static final long LARGE_VOLUME = 260L << 20;

    private final String label;
    private final int serialNumber;
    private final FatDirectory root = FatDirectory.root();

    private long size;
    private int clusterSize;
    private int fatSectors;
    private int clusterCount;
    private int nextCluster;

    /**
     * An empty volume.
     *
     * @param label at most 11 upper-case ASCII characters
     * @param serialNumber identifies the volume
     */
    public Fat32(String label, int serialNumber) {
        if (label.length() > 11 || !label.matches("[A-Z0-9_ ]+")) {
            throw new IllegalArgumentException("not a volume label: " + label);
        }
        this.label = label;
        this.serialNumber = serialNumber;
    }

    /**
     * Adds a file; directories on its path come into being.
     *
     * @param path with {@code /} between the names, without one at the start
     * @throws UserError if the file cannot be read or is 4 GiB or larger
     */
    public void add(String path, Path content) throws IOException {
        String[] names = path.split("/");
        FatDirectory directory = root;
        for (int i = 0; i < names.length - 1; i++) {
            directory = directory.directory(names[i]);
        }
        long length = Files.size(content);
        if (length >= 1L << 32) {
            throw new UserError(content + " has 4 GiB or more, which a FAT32 file cannot hold");
        }
        directory.addFile(names[names.length - 1], content, length);
    }

    /**
     * The size of a volume, in bytes, that holds the files added so far and as much again, at least the smallest FAT32.
     */
    public long recommendedSize() {
        long content = 2 * root.sizeOnDisk(4096);
        long clusters = Math.max(MIN_CLUSTERS, content / SECTOR_SIZE);
        long fats = FAT_COUNT * (clusters + FIRST_CLUSTER) * 4;
        long bytes = clusters * SECTOR_SIZE + fats + (RESERVED_SECTORS + FAT_COUNT) * SECTOR_SIZE;
        long mebibyte = 1 << 20;
        return (bytes + mebibyte - 1) / mebibyte * mebibyte;
    }

    /**
     * Writes the volume. The range it occupies in the file must read as zeros.
     *
     * @param offset where the volume starts in the file, in bytes
     * @param size of the volume in bytes
     * @throws UserError if the files do not fit
     */
    public void writeTo(FileChannel disk, long offset, long size) throws IOException {
        layOut(size);
        long needed = root.sizeOnDisk(clusterSize) / clusterSize;
        if (needed > clusterCount) {
            throw new UserError("the files need " + needed * clusterSize + " bytes, the volume has room for "
                    + (long) clusterCount * clusterSize);
        }
        nextCluster = FIRST_CLUSTER;
        ByteBuffer fat = Blocks.allocate(fatSectors * SECTOR_SIZE);
        fat.putInt(0, 0x0fff_ff00 | MEDIA_FIXED_DISK);
        fat.putInt(4, END_OF_CHAIN);
        allocate(root, fat);
        int usedFat = (nextCluster * 4 + SECTOR_SIZE - 1) / SECTOR_SIZE * SECTOR_SIZE;
        for (int i = 0; i < FAT_COUNT; i++) {
            long fatOffset = offset + (RESERVED_SECTORS + (long) i * fatSectors) * SECTOR_SIZE;
            Blocks.write(disk, fatOffset, fat.slice(0, usedFat));
        }
        long hiddenSectors = offset / SECTOR_SIZE;
        for (int start : new int[] {0, BACKUP_BOOT_SECTOR}) {
            Blocks.write(disk, offset + (long) start * SECTOR_SIZE, bootSector(hiddenSectors));
            Blocks.write(disk, offset + (long) (start + FSINFO_SECTOR) * SECTOR_SIZE, fsInfo());
        }
        writeContents(root, disk, offset);
    }

    private void layOut(long volumeSize) {
        size = volumeSize;
        clusterSize = size > LARGE_VOLUME ? 8 * SECTOR_SIZE : SECTOR_SIZE;
        long sectors = size / SECTOR_SIZE - RESERVED_SECTORS;
        int sectorsPerCluster = clusterSize / SECTOR_SIZE;
        int entriesPerSector = SECTOR_SIZE / 4;
        long fat = (sectors / sectorsPerCluster + FIRST_CLUSTER + entriesPerSector - 1) / entriesPerSector;
        long clusters = (sectors - FAT_COUNT * fat) / sectorsPerCluster;
        if (clusters < MIN_CLUSTERS) {
            throw new IllegalArgumentException("a FAT32 volume cannot be as small as " + size + " bytes");
        }
        fatSectors = Math.toIntExact(fat);
        clusterCount = Math.toIntExact(clusters);
    }

    /** Gives a directory, then everything in it, consecutive clusters. */
    private void allocate(FatDirectory directory, ByteBuffer fat) {
        directory.setFirstCluster(allocate(directory.tableSize(), fat));
        for (FatDirectory.Entry entry : directory.entries()) {
            if (entry.isDirectory()) {
                allocate(entry.directory(), fat);
            } else if (entry.length() > 0) {
                entry.setFirstCluster(allocate(entry.length(), fat));
            }
        }
    }

    private int allocate(long length, ByteBuffer fat) {
        int first = nextCluster;
        int count = Math.toIntExact((length + clusterSize - 1) / clusterSize);
        for (int i = 0; i < count; i++) {
            int cluster = first + i;
            fat.putInt(cluster * 4, i == count - 1 ? END_OF_CHAIN : cluster + 1);
        }
        nextCluster += count;
        return first;
    }

    private void writeContents(FatDirectory directory, FileChannel disk, long offset) throws IOException {
        String volumeLabel = directory == root ? label : null;
        Blocks.write(disk, offset + clusterOffset(directory.firstCluster()), directory.table(volumeLabel));
        for (FatDirectory.Entry entry : directory.entries()) {
            if (entry.isDirectory()) {
                writeContents(entry.directory(), disk, offset);
            } else if (entry.length() > 0) {
                copy(entry, disk, offset + clusterOffset(entry.firstCluster()));
            }
        }
    }

    private static void copy(FatDirectory.Entry entry, FileChannel disk, long offset) throws IOException {
        try (FileChannel source = FileChannel.open(entry.content(), StandardOpenOption.READ)) {
            long copied = 0;
            while (copied < entry.length()) {
                long count = disk.transferFrom(source, offset + copied, entry.length() - copied);
                if (count == 0) {
                    throw new IOException(entry.content() + " became shorter while it was copied");
                }
                copied += count;
            }
        }
    }

    /** Where a cluster starts, in bytes from the start of the volume. */
    private long clusterOffset(int cluster) {
        long dataStart = (RESERVED_SECTORS + (long) FAT_COUNT * fatSectors) * SECTOR_SIZE;
        return dataStart + (long) (cluster - FIRST_CLUSTER) * clusterSize;
    }

    private ByteBuffer bootSector(long hiddenSectors) {
        ByteBuffer sector = Blocks.allocate(SECTOR_SIZE);
        sector.put(new byte[] {(byte) 0xeb, 0x58, (byte) 0x90});
        sector.put(ascii("BLOGOS", 8));
        sector.putShort((short) SECTOR_SIZE);
        sector.put((byte) (clusterSize / SECTOR_SIZE));
        sector.putShort((short) RESERVED_SECTORS);
        sector.put((byte) FAT_COUNT);
        sector.putShort((short) 0);
        sector.putShort((short) 0);
        sector.put((byte) MEDIA_FIXED_DISK);
        sector.putShort((short) 0);
        sector.putShort((short) 63);
        sector.putShort((short) 255);
        sector.putInt((int) hiddenSectors);
        sector.putInt((int) (size / SECTOR_SIZE));
        sector.putInt(fatSectors);
        sector.putShort((short) 0);
        sector.putShort((short) 0);
        sector.putInt(ROOT_CLUSTER);
        sector.putShort((short) FSINFO_SECTOR);
        sector.putShort((short) BACKUP_BOOT_SECTOR);
        sector.position(64);
        sector.put((byte) 0x80);
        sector.put((byte) 0);
        sector.put((byte) 0x29);
        sector.putInt(serialNumber);
        sector.put(ascii(label, 11));
        sector.put(ascii("FAT32", 8));
        sector.put(new byte[] {(byte) 0xf4, (byte) 0xeb, (byte) 0xfd});
        sector.putShort(510, (short) 0xaa55);
        return sector;
    }

    private ByteBuffer fsInfo() {
        ByteBuffer sector = Blocks.allocate(SECTOR_SIZE);
        sector.putInt(0, 0x4161_5252);
        sector.putInt(484, 0x6141_7272);
        sector.putInt(488, clusterCount - (nextCluster - FIRST_CLUSTER));
        sector.putInt(492, nextCluster);
        sector.putInt(508, 0xaa55_0000);
        return sector;
    }

    /** ASCII bytes, padded with spaces. */
    static byte[] ascii(String text, int length) {
        byte[] padded = new byte[length];
        Arrays.fill(padded, (byte) ' ');
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        return padded;
    }
}
