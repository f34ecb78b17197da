package blogos.runner.image;

import blogos.runner.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The initial RAM disk: a cpio archive in the "newc" format ({@code 070701}, described in Linux's
 * {@code driver-api/early-userspace/buffer-format}). It holds regular files only, sorted by name; directories are
 * implied by the names. Owner, time and inode numbers do not depend on the machine, so the same files always give the
 * same bytes.
 */
public final class CpioArchive {
    private static final String MAGIC = "070701";
    private static final String TRAILER = "TRAILER!!!";
    private static final int REGULAR_FILE = 0100000;
    private static final int ALIGNMENT = 4;

    private CpioArchive() {}

    /**
     * Writes an archive.
     *
     * @param files from names in the archive ({@code bin/ls}, without a slash at the start) to contents
     * @throws UserError if a file has 4 GiB or more
     */
    public static void write(Path archive, SortedMap<String, Path> files) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16)) {
            int inode = 1;
            for (Map.Entry<String, Path> file : files.entrySet()) {
                writeFile(out, file.getKey(), file.getValue(), inode++);
            }
            writeHeader(out, TRAILER, 0, 0, 0);
        }
    }

    /**
     * All regular files below a directory, and links to such, by their path relative to it.
     *
     * @throws UserError if it is not a directory that can be read
     */
    public static SortedMap<String, Path> filesBelow(Path directory) throws IOException {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            throw new UserError(directory + " is not a directory that can be read");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                if (Files.isRegularFile(path)) {
                    if (!Files.isReadable(path)) {
                        throw new UserError(path + " cannot be read");
                    }
                    files.put(directory.relativize(path).toString(), path);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static void writeFile(OutputStream out, String name, Path content, int inode) throws IOException {
        long length = Files.size(content);
        if (length >= 1L << 32) {
            throw new UserError(content + " has 4 GiB or more, which a cpio archive cannot hold");
        }
        int mode = REGULAR_FILE | (Files.isExecutable(content) ? 0755 : 0644);
        writeHeader(out, name, inode, mode, length);
        long copied = Files.copy(content, out);
        if (copied != length) {
            throw new IOException(content + " changed while it was archived");
        }
        pad(out, length);
    }

    /**
     * Thirteen numbers of eight hexadecimal digits each, then the name with a NUL, padded to a multiple of four bytes.
     */
    private static void writeHeader(OutputStream out, String name, int inode, int mode, long length)
            throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        long[] fields = {inode, mode, 0, 0, 1, 0, length, 0, 0, 0, 0, nameBytes.length + 1, 0};
        StringBuilder header = new StringBuilder(MAGIC);
        for (long field : fields) {
            header.append(String.format("%08X", field));
        }
        out.write(header.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(nameBytes);
        out.write(0);
        pad(out, header.length() + nameBytes.length + 1);
    }

    private static void pad(OutputStream out, long length) throws IOException {
        for (long i = length; i % ALIGNMENT != 0; i++) {
            out.write(0);
        }
    }
}
