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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The initial RAM disk: a cpio archive in the "newc" format ({@code 070701}, described in Linux's
 * {@code driver-api/early-userspace/buffer-format}). It holds regular files only, sorted by name; directories are
 * implied by the names. Owner, time and inode numbers do not depend on the machine, so the same files always give the
 * same bytes.
 *
 * <p>The contents of files of a page or more begin at a multiple of the page size in the archive, so that a kernel can
 * map them where they are: their names have more than one NUL at the end, which cpio readers take for the end anyway.
 */
public final class CpioArchive {
    private static final String MAGIC = "070701";
    private static final String TRAILER = "TRAILER!!!";
    private static final int REGULAR_FILE = 0100000;
    private static final int ALIGNMENT = 4;
    private static final int PAGE_SIZE = 4096;
    private static final int HEADER_SIZE = 110;

    private CpioArchive() {}

    /**
     * Writes an archive.
     *
     * @param files from names in the archive ({@code bin/ls}, without a slash at the start) to contents; a file that occurs several times is stored once
     * @throws UserError if a file has 4 GiB or more
     */
    public static void write(Path archive, SortedMap<String, Path> files) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16)) {
            Map<Path, List<String>> names = new LinkedHashMap<>();
            files.forEach((name, path) -> names.computeIfAbsent(path, key -> new ArrayList<>()).add(name));
            int inode = 1;
            long offset = 0;
            for (Map.Entry<Path, List<String>> file : names.entrySet()) {
                offset += writeFile(out, offset, file.getValue(), file.getKey(), inode++);
            }
            writeHeader(out, TRAILER, 1, 0, 0, 1, 0);
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

    /** Writes a file at an offset, once, with the last of its names; answers how many bytes that are. */
    private static long writeFile(OutputStream out, long offset, List<String> names, Path content, int inode)
            throws IOException {
        long length = Files.size(content);
        if (length >= 1L << 32) {
            throw new UserError(content + " has 4 GiB or more, which a cpio archive cannot hold");
        }
        int mode = REGULAR_FILE | (Files.isExecutable(content) ? 0755 : 0644);
        long headerLength = 0;
        for (String name : names.subList(0, names.size() - 1)) {
            headerLength += writeHeader(out, name, 1, inode, mode, names.size(), 0);
        }
        String name = names.get(names.size() - 1);
        int nulls = 1;
        if (length >= PAGE_SIZE) {
            long contentStart = offset + headerLength + HEADER_SIZE + name.getBytes(StandardCharsets.UTF_8).length + 1;
            nulls += (int) (-contentStart & PAGE_SIZE - 1);
        }
        headerLength += writeHeader(out, name, nulls, inode, mode, names.size(), length);
        long copied = Files.copy(content, out);
        if (copied != length) {
            throw new IOException(content + " changed while it was archived");
        }
        return headerLength + length + pad(out, length);
    }

    /**
     * Thirteen numbers of eight hexadecimal digits each, then the name with its NULs, padded to a multiple of four bytes.
     * Answers how many bytes that are.
     */
    private static long writeHeader(
            OutputStream out, String name, int nulls, int inode, int mode, int links, long length) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        long[] fields = {inode, mode, 0, 0, links, 0, length, 0, 0, 0, 0, nameBytes.length + nulls, 0};
        StringBuilder header = new StringBuilder(MAGIC);
        for (long field : fields) {
            header.append(String.format("%08X", field));
        }
        out.write(header.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(nameBytes);
        out.write(new byte[nulls]);
        long written = HEADER_SIZE + nameBytes.length + nulls;
        return written + pad(out, written);
    }

    private static int pad(OutputStream out, long length) throws IOException {
        int padding = (int) (-length & ALIGNMENT - 1);
        out.write(new byte[padding]);
        return padding;
    }
}
