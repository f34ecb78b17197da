package blogos.runner.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    private static final String SAMPLE = "blogos/runner/build/sample";

    @TempDir
    Path classes;

    @Test
    void namesFollowTheClass() {
        assertEquals("init", Programs.path("blogos.programs.Init"));
        assertEquals("bin/test_prog", Programs.path("blogos.programs.TestProg"));
        assertEquals("bin/ls", Programs.path("Ls"));
        assertEquals("bin/cat2_all", Programs.path("Cat2All"));
    }

    @Test
    void classesWithAStaticMainArePrograms() throws IOException {
        Path folder = Files.createDirectories(classes.resolve(SAMPLE));
        for (String name : List.of("Init.class", "ListFiles.class", "Helper.class")) {
            try (InputStream in = ProgramsTest.class.getResourceAsStream("sample/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        assertEquals(
                Map.of(
                        "init",
                        "blogos.runner.build.sample.Init",
                        "bin/list_files",
                        "blogos.runner.build.sample.ListFiles"),
                Programs.find(classes, List.of(classes)));
    }
}
