package blogos.aot.compiler.llvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectCacheTest {
    private static final int ENTRY_BYTES = 1000;

    @TempDir
    Path directory;

    @Test
    void aKeyDependsOnWhereItsPartsEnd() {
        assertNotEquals(ObjectCache.key("ab", "c"), ObjectCache.key("a", "bc"));
        assertEquals(ObjectCache.key("ab", "c"), ObjectCache.key("ab", "c"));
    }

    @Test
    void findsWhatWasStoredAndLeavesNoOtherFile() throws IOException {
        ObjectCache cache = new ObjectCache(directory, 1 << 20);
        String key = ObjectCache.key("x");
        assertNull(cache.find(key));
        Path path = cache.store(key, new byte[ENTRY_BYTES]);
        assertEquals(path, cache.find(key));
        assertEquals(path, cache.store(key, new byte[ENTRY_BYTES]));
        try (Stream<Path> files = Files.walk(directory)) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void useIsNotedToTheHour() throws IOException {
        ObjectCache cache = new ObjectCache(directory, 1 << 20);
        String key = ObjectCache.key("x");
        Path path = cache.store(key, new byte[ENTRY_BYTES]);
        Instant minutesAgo = age(path, Duration.ofMinutes(20));
        cache.find(key);
        assertEquals(minutesAgo.getEpochSecond(), Files.getLastModifiedTime(path).toInstant().getEpochSecond());
        Instant hoursAgo = age(path, Duration.ofHours(3));
        cache.find(key);
        assertTrue(Files.getLastModifiedTime(path).toInstant().isAfter(hoursAgo.plus(Duration.ofHours(2))));
    }

    @Test
    void trimRemovesWhatWasUnusedForLongest() throws IOException {
        ObjectCache cache = new ObjectCache(directory, 8 * ENTRY_BYTES);
        Path[] entries = new Path[10];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = cache.store(ObjectCache.key("entry" + i), new byte[ENTRY_BYTES]);
            age(entries[i], Duration.ofDays(10 - i));
        }
        cache.trim();
        for (int i = 0; i < entries.length; i++) {
            assertEquals(i >= 4, Files.exists(entries[i]), "entry " + i);
        }
    }

    @Test
    void trimSparesRecentEntriesAndDoesNotRunAgainSoon() throws IOException {
        ObjectCache cache = new ObjectCache(directory, ENTRY_BYTES);
        Path old = cache.store(ObjectCache.key("old"), new byte[ENTRY_BYTES]);
        age(old, Duration.ofDays(1));
        Path recent = cache.store(ObjectCache.key("recent"), new byte[2 * ENTRY_BYTES]);
        cache.trim();
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(recent));
        age(recent, Duration.ofDays(1));
        cache.trim();
        assertNotNull(cache.find(ObjectCache.key("recent")));
    }

    private static Instant age(Path path, Duration age) throws IOException {
        Instant time = Instant.now().minus(age);
        Files.setLastModifiedTime(path, FileTime.from(time));
        return time;
    }
}
