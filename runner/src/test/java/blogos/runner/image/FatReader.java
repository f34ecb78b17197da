package blogos.runner.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a FAT32 volume back the way an operating system does: by boot sector, FAT chains and directory entries. */
final class FatReader {
    private static final int END_OF_CHAIN = 0x0fff_fff8;

    private final ByteBuffer volume;
    private final int sectorSize;
    private final int clusterSize;
    private final int fatStart;
    private final int fatSize;
    private final int dataStart;

    FatReader(Path image, long offset, long size) throws IOException {
        byte[] all = Files.readAllBytes(image);
        volume = ByteBuffer.wrap(all, Math.toIntExact(offset), Math.toIntExact(size))
                .slice();
        volume.order(ByteOrder.LITTLE_ENDIAN);
        sectorSize = volume.getShort(11);
        clusterSize = volume.get(13) * sectorSize;
        fatStart = volume.getShort(14) * sectorSize;
        fatSize = volume.getInt(36) * sectorSize;
        dataStart = fatStart + volume.get(16) * fatSize;
    }

    int clusterCount() {
        return (volume.getInt(32) * sectorSize - dataStart) / clusterSize;
    }

    boolean fatsAreEqual() {
        return volume.slice(fatStart, fatSize).equals(volume.slice(fatStart + fatSize, fatSize));
    }

    boolean backupBootSectorIsEqual() {
        return volume.slice(0, 2 * sectorSize).equals(volume.slice(volume.getShort(50) * sectorSize, 2 * sectorSize));
    }

    /** Clusters in use according to the FAT, and according to FSInfo. */
    int[] usedClusters() {
        int used = 0;
        for (int i = 2; i < clusterCount() + 2; i++) {
            used += fat(i) == 0 ? 0 : 1;
        }
        return new int[] {used, clusterCount() - volume.getInt(volume.getShort(48) * sectorSize + 488)};
    }

    /** Every file's content by its path; a directory's path ends with a slash and has null. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        readDirectory(volume.getInt(44), "", files);
        return files;
    }

    private void readDirectory(int cluster, String prefix, Map<String, byte[]> files) {
        ByteBuffer table = ByteBuffer.wrap(chain(cluster)).order(ByteOrder.LITTLE_ENDIAN);
        String longName = "";
        for (int at = 0; at < table.limit() && table.get(at) != 0; at += 32) {
            int attributes = table.get(at + 11);
            if (attributes == 0x0f) {
                longName = longPart(table, at) + longName;
                continue;
            }
            String name = longName.isEmpty() ? shortName(table, at) : longName;
            longName = "";
            if ((attributes & 0x08) != 0 || name.equals(".") || name.equals("..")) {
                continue;
            }
            int first = table.getShort(at + 20) << 16 | table.getShort(at + 26) & 0xffff;
            if ((attributes & 0x10) != 0) {
                files.put(prefix + name + "/", null);
                readDirectory(first, prefix + name + "/", files);
            } else {
                int length = table.getInt(at + 28);
                files.put(prefix + name, length == 0 ? new byte[0] : Arrays.copyOf(chain(first), length));
            }
        }
    }

    private byte[] chain(int first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int cluster = first; cluster < END_OF_CHAIN; cluster = fat(cluster)) {
            int start = dataStart + (cluster - 2) * clusterSize;
            bytes.write(volume.array(), volume.arrayOffset() + start, clusterSize);
        }
        return bytes.toByteArray();
    }

    private int fat(int cluster) {
        return volume.getInt(fatStart + cluster * 4) & 0x0fff_ffff;
    }

    private static String longPart(ByteBuffer table, int at) {
        StringBuilder part = new StringBuilder();
        for (int offset : new int[] {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30}) {
            char c = table.getChar(at + offset);
            if (c == 0) {
                break;
            }
            part.append(c);
        }
        return part.toString();
    }

    private static String shortName(ByteBuffer table, int at) {
        byte[] name = new byte[11];
        table.get(at, name);
        String base = new String(name, 0, 8, StandardCharsets.US_ASCII).trim();
        String extension = new String(name, 8, 3, StandardCharsets.US_ASCII).trim();
        return extension.isEmpty() ? base : base + "." + extension;
    }
}
