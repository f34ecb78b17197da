package blogos.aot.compiler.llvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Objects by the hash of everything they were made from, on disk.
 *
 * <p>Several processes may share a directory: an entry appears whole, by rename, and is never changed. The
 * modification time of an entry says when it was last used, to the hour. At most once an hour a process that has
 * added something looks at all entries and, if they are more than the bound, removes those unused for longest until
 * three quarters of the bound are left. An entry used in the last two hours stays, since some process may still be
 * linking it; so a busy cache may be larger than its bound for a while.
 */
final class ObjectCache {
    private static final Duration USE_GRANULARITY = Duration.ofHours(1);
    private static final Duration TRIM_INTERVAL = Duration.ofHours(1);
    private static final Duration IN_USE = Duration.ofHours(2);
    /** An ELF header's size in bytes: less is what a crash left of an entry. */
    private static final long MINIMUM_SIZE_BYTES = 64;

    private final Path directory;
    private final long boundBytes;

    ObjectCache(Path directory, long boundBytes) {
        this.directory = directory;
        this.boundBytes = boundBytes;
    }

    /** The key of what is made from these parts, in this order. */
    static String key(String... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length keeps ("ab", "c") and ("a", "bc") apart.
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The entry of a key and marks it as used; null if there is none. */
    Path find(String key) throws IOException {
        Path path = path(key);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.size() < MINIMUM_SIZE_BYTES) {
                return null;
            }
            Instant now = Instant.now();
            if (attributes.lastModifiedTime().toInstant().isBefore(now.minus(USE_GRANULARITY))) {
                Files.setLastModifiedTime(path, FileTime.from(now));
            }
            return path;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Makes an entry. If another process makes the same one, either stays: they are equal. */
    Path store(String key, byte[] object) throws IOException {
        Path path = path(key);
        Files.createDirectories(path.getParent());
        Path temporary = Files.createTempFile(path.getParent(), "new", ".tmp");
        try {
            Files.write(temporary, object);
            move(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return path;
    }

    /** Removes old entries if it is time to. Call it after entries have been stored. */
    void trim() throws IOException {
        Path stamp = directory.resolve("trimmed");
        Instant now = Instant.now();
        if (Files.exists(stamp) && Files.getLastModifiedTime(stamp).toInstant().isAfter(now.minus(TRIM_INTERVAL))) {
            return;
        }
        Files.createDirectories(directory);
        Files.write(stamp, new byte[0]);
        Files.setLastModifiedTime(stamp, FileTime.from(now));
        removeOldest(now.minus(IN_USE));
    }

    private void removeOldest(Instant unusedSince) throws IOException {
        List<Entry> entries = entries();
        long sizeBytes = entries.stream().mapToLong(Entry::sizeBytes).sum();
        if (sizeBytes <= boundBytes) {
            return;
        }
        long goalBytes = boundBytes / 4 * 3;
        entries.sort(Comparator.comparing(Entry::lastUsed));
        for (Entry entry : entries) {
            if (sizeBytes <= goalBytes || entry.lastUsed().isAfter(unusedSince)) {
                return;
            }
            Files.deleteIfExists(entry.path());
            sizeBytes -= entry.sizeBytes();
        }
    }

    /** All entries, and temporary files that a killed process left. */
    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.find(directory, 2, (path, attributes) -> attributes.isRegularFile())) {
            for (Path path : (Iterable<Path>) files::iterator) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                    entries.add(new Entry(path, attributes.size(), attributes.lastModifiedTime().toInstant()));
                } catch (NoSuchFileException e) {
                    // Another process removed it: it needs no counting.
                    continue;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return entries;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path path(String key) {
        return directory.resolve(key.substring(0, 2)).resolve(key.substring(2) + ".o");
    }

    private record Entry(Path path, long sizeBytes, Instant lastUsed) {
    }
}
