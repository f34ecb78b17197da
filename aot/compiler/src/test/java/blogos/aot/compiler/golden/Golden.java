package blogos.aot.compiler.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a phase is known to make, as files in {@code src/test/resources}. With {@code -Dblogos.golden=write} a test
 * writes them instead of comparing: the difference then shows in the version control, where it is judged.
 */
final class Golden {
    private static final boolean WRITE = "write".equals(System.getProperty("blogos.golden"));
    private static final Path RESOURCES = Path.of("src/test/resources/blogos/aot/compiler/golden");

    private Golden() {}

    /** Compares a text with the file of a name. */
    static void check(String name, String text) throws IOException {
        if (WRITE) {
            Files.createDirectories(RESOURCES);
            Files.writeString(RESOURCES.resolve(name + ".txt"), text);
            return;
        }
        try (InputStream file = Golden.class.getResourceAsStream(name + ".txt")) {
            assertNotNull(file, "no golden file " + name + ".txt: write it with -Dblogos.golden=write");
            assertEquals(new String(file.readAllBytes(), StandardCharsets.UTF_8), text, name);
        }
    }
}
