package blogos.runner.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * A directory of a {@link Fat32} volume: names sorted without regard to case, as the file system compares them. A name
 * that is not of the 8.3 form is stored in long-name entries before the entry with its short alias.
 */
final class FatDirectory {
    private static final int ENTRY_SIZE = 32;
    private static final int ATTRIBUTE_VOLUME_LABEL = 0x08;
    private static final int ATTRIBUTE_DIRECTORY = 0x10;
    private static final int ATTRIBUTE_ARCHIVE = 0x20;
    private static final int ATTRIBUTE_LONG_NAME = 0x0f;
    private static final int LAST_LONG_ENTRY = 0x40;
    private static final int CHARACTERS_PER_LONG_ENTRY = 13;
    private static final int MAX_NAME_LENGTH = 255;

    /** Where a long-name entry keeps its characters. */
    private static final int[] LONG_NAME_OFFSETS = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};

    /** 1 January 1980: year 0, month 1, day 1. */
    private static final short DATE = 1 << 5 | 1;

    private static final String SHORT_CHARACTERS = "$%'-_@~`!(){}^#&";

    /** A file or directory in a directory. */
    static final class Entry {
        private final String name;
        private final String shortName;
        private final FatDirectory directory;
        private final Path content;
        private final long length;
        private int firstCluster;

        private Entry(String name, String shortName, FatDirectory directory, Path content, long length) {
            this.name = name;
            this.shortName = shortName;
            this.directory = directory;
            this.content = content;
            this.length = length;
        }

        boolean isDirectory() {
            return directory != null;
        }

        /** The directory that this entry is; null for a file. */
        FatDirectory directory() {
            return directory;
        }

        /** What is copied into the file; null for a directory. */
        Path content() {
            return content;
        }

        /** Length of a file in bytes; 0 for a directory. */
        long length() {
            return length;
        }

        void setFirstCluster(int cluster) {
            firstCluster = cluster;
        }

        /** First cluster; 0 for an empty file. */
        int firstCluster() {
            return isDirectory() ? directory.firstCluster : firstCluster;
        }

        private int tableEntries() {
            if (isShort(name)) {
                return 1;
            }
            return 1 + (name.length() + CHARACTERS_PER_LONG_ENTRY - 1) / CHARACTERS_PER_LONG_ENTRY;
        }
    }

    private final FatDirectory parent;
    private final TreeMap<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> shortNames = new HashSet<>();
    private int firstCluster;

    private FatDirectory(FatDirectory parent) {
        this.parent = parent;
    }

    static FatDirectory root() {
        return new FatDirectory(null);
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    int firstCluster() {
        return firstCluster;
    }

    void setFirstCluster(int cluster) {
        firstCluster = cluster;
    }

    /** The subdirectory of this name, new if there is none yet. */
    FatDirectory directory(String name) {
        Entry existing = entries.get(name);
        if (existing == null) {
            existing = put(name, new FatDirectory(this), null, 0);
        } else if (!existing.isDirectory()) {
            throw new IllegalArgumentException(name + " is both a file and a directory");
        }
        return existing.directory;
    }

    void addFile(String name, Path content, long length) {
        if (entries.containsKey(name)) {
            throw new IllegalArgumentException(name + " is there twice");
        }
        put(name, null, content, length);
    }

    private Entry put(String name, FatDirectory directory, Path content, long length) {
        if (name.isEmpty()
                || name.length() > MAX_NAME_LENGTH
                || !name.chars().allMatch(FatDirectory::isNameCharacter)) {
            throw new IllegalArgumentException("not a FAT file name: '" + name + "'");
        }
        Entry entry = new Entry(name, shortNameFor(name), directory, content, length);
        shortNames.add(entry.shortName);
        entries.put(name, entry);
        return entry;
    }

    /** Bytes in whole clusters that this directory and everything in it need. */
    long sizeOnDisk(int clusterSize) {
        long sum = roundUp(tableSize(), clusterSize);
        for (Entry entry : entries()) {
            sum += entry.isDirectory() ? entry.directory.sizeOnDisk(clusterSize) : roundUp(entry.length, clusterSize);
        }
        return sum;
    }

    /**
     * Size of the table in bytes: two entries for {@code .} and {@code ..}, or in the root one for the volume label.
     */
    int tableSize() {
        int count = parent == null ? 1 : 2;
        for (Entry entry : entries()) {
            count += entry.tableEntries();
        }
        return count * ENTRY_SIZE;
    }

    /** The directory's table, once all clusters are allocated. The root carries the volume's label. */
    ByteBuffer table(String volumeLabel) {
        ByteBuffer table = Blocks.allocate(tableSize());
        if (volumeLabel != null) {
            putEntry(table, Fat32.ascii(volumeLabel, 11), ATTRIBUTE_VOLUME_LABEL, 0, 0);
        } else {
            int parentCluster = parent.parent == null ? 0 : parent.firstCluster;
            putEntry(table, Fat32.ascii(".", 11), ATTRIBUTE_DIRECTORY, firstCluster, 0);
            putEntry(table, Fat32.ascii("..", 11), ATTRIBUTE_DIRECTORY, parentCluster, 0);
        }
        for (Entry entry : entries()) {
            byte[] shortName = packed(entry.shortName);
            if (!isShort(entry.name)) {
                putLongName(table, entry.name, checksum(shortName));
            }
            int attribute = entry.isDirectory() ? ATTRIBUTE_DIRECTORY : ATTRIBUTE_ARCHIVE;
            putEntry(table, shortName, attribute, entry.firstCluster(), entry.length);
        }
        return table;
    }

    private static void putEntry(ByteBuffer table, byte[] name, int attribute, int cluster, long length) {
        table.put(name);
        table.put((byte) attribute);
        table.put((byte) 0).put((byte) 0);
        table.putShort((short) 0).putShort(DATE).putShort(DATE);
        table.putShort((short) (cluster >>> 16));
        table.putShort((short) 0).putShort(DATE);
        table.putShort((short) cluster);
        table.putInt((int) length);
    }

    /** The entries of a long name stand in reverse order; after the name comes one NUL, then all ones. */
    private static void putLongName(ByteBuffer table, String name, byte checksum) {
        int count = (name.length() + CHARACTERS_PER_LONG_ENTRY - 1) / CHARACTERS_PER_LONG_ENTRY;
        for (int sequence = count; sequence >= 1; sequence--) {
            int start = table.position();
            table.put(start, (byte) (sequence == count ? sequence | LAST_LONG_ENTRY : sequence));
            table.put(start + 11, (byte) ATTRIBUTE_LONG_NAME);
            table.put(start + 13, checksum);
            for (int i = 0; i < CHARACTERS_PER_LONG_ENTRY; i++) {
                int index = (sequence - 1) * CHARACTERS_PER_LONG_ENTRY + i;
                char c = index < name.length() ? name.charAt(index) : index == name.length() ? 0 : '\uffff';
                table.putChar(start + LONG_NAME_OFFSETS[i], c);
            }
            table.position(start + ENTRY_SIZE);
        }
    }

    private static byte checksum(byte[] shortName) {
        int sum = 0;
        for (byte b : shortName) {
            sum = (sum << 7 | sum >> 1) + (b & 0xff) & 0xff;
        }
        return (byte) sum;
    }

    /** "NAME.EXT" as the eleven bytes of a directory entry. */
    private static byte[] packed(String shortName) {
        int dot = shortName.indexOf('.');
        String base = dot < 0 ? shortName : shortName.substring(0, dot);
        String extension = dot < 0 ? "" : shortName.substring(dot + 1);
        byte[] bytes = Fat32.ascii(base, 11);
        byte[] tail = extension.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(tail, 0, bytes, 8, tail.length);
        return bytes;
    }

    /** The name itself if it is of the 8.3 form, else an alias like {@code KERNEL~1.ELF} that no other entry has. */
    private String shortNameFor(String name) {
        if (isShort(name)) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String base = shortCharacters(dot <= 0 ? name : name.substring(0, dot));
        String extension = dot <= 0 ? "" : shortCharacters(name.substring(dot + 1));
        String suffix = extension.isEmpty() ? "" : "." + extension.substring(0, Math.min(3, extension.length()));
        for (int number = 1; ; number++) {
            String tail = "~" + number;
            String alias = base.substring(0, Math.min(8 - tail.length(), base.length())) + tail + suffix;
            if (!shortNames.contains(alias)) {
                return alias;
            }
        }
    }

    private static String shortCharacters(String text) {
        StringBuilder kept = new StringBuilder();
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (isShortCharacter(c)) {
                kept.append(c);
            } else if (c != '.' && c != ' ') {
                kept.append('_');
            }
        }
        return kept.toString();
    }

    private static boolean isShort(String name) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        return !base.isEmpty()
                && base.length() <= 8
                && (dot < 0 || !extension.isEmpty())
                && extension.length() <= 3
                && (base + extension).chars().allMatch(FatDirectory::isShortCharacter);
    }

    private static boolean isShortCharacter(int c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || SHORT_CHARACTERS.indexOf(c) >= 0;
    }

    private static boolean isNameCharacter(int c) {
        return c >= ' ' && "\"*/:<>?\\|".indexOf(c) < 0;
    }

    private static long roundUp(long length, int unit) {
        return (length + unit - 1) / unit * unit;
    }
}
