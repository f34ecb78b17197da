package blogos.runner.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CHeaderTest {
    @TempDir
    private Path directory;

    @Test
    void hasNumbersErrorsAndRecords() {
        String text = CHeader.text();
        assertTrue(text.contains("#define BLOGOS_SYS_SPAWN 13\n"), text);
        assertTrue(text.contains("#define BLOGOS_ERROR_BAD_ADDRESS 14\n"), text);
        assertTrue(text.contains("#define BLOGOS_SPAWN_RECORD_SIZE 88\n"), text);
    }

    @Test
    void compilesWithoutWarnings() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "there is no gcc");
        Path source = directory.resolve("program.c");
        Files.writeString(source, CHeader.text() + "void start(void) { blogos_call(BLOGOS_SYS_EXIT, 0, 0, 0); }\n");
        Process gcc = new ProcessBuilder("/usr/bin/gcc", "-Wall", "-Wextra", "-Werror", "-c", "program.c")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(gcc.getInputStream().readAllBytes());
        assertEquals(0, gcc.waitFor(), output);
    }
}
