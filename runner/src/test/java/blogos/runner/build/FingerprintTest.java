package blogos.runner.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    Path directory;

    @Test
    void contentAndNamesCount() throws IOException {
        Files.writeString(directory.resolve("a"), "1");
        String first = new Fingerprint().add(directory).value();
        assertEquals(first, new Fingerprint().add(directory).value());

        Files.writeString(directory.resolve("a"), "2");
        assertNotEquals(first, new Fingerprint().add(directory).value());

        Files.writeString(directory.resolve("a"), "1");
        Files.move(directory.resolve("a"), directory.resolve("b"));
        assertNotEquals(first, new Fingerprint().add(directory).value());
    }

    @Test
    void textsDoNotRunTogether() {
        assertNotEquals(
                new Fingerprint().add("ab").add("c").value(),
                new Fingerprint().add("a").add("bc").value());
    }
}
