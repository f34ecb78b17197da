package blogos.aot.compiler.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.aot.cases.collector.OutOfMemory;
import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the collector does under a condition that HotSpot has no match for: a tiny heap. */
class CollectorTest {
    @TempDir
    private Path directory;

    private Outcome run(Class<?> main, Profile profile, Map<String, String> environment) {
        Program program = Program.of(main);
        Path executable = directory.resolve(main.getSimpleName() + "." + profile);
        if (!Files.exists(executable)) {
            LinuxImage.build(program.mainClass(), program.classes(), profile, executable);
        }
        return Runs.executable(executable, List.of(), "", environment, Runs.LIMIT);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void programsSurviveAFullHeap(Profile profile) {
        String round = """
                small objects: Java heap space, true
                arrays of 1 KB: Java heap space, true
                arrays of 100 KB: Java heap space, true
                arrays of 2 MB: Java heap space, true
                one huge array: Java heap space
                """;
        String expected = "soft reference before: true\n"
                + "round 1\n" + round + "round 2\n" + round + "round 3\n" + round
                + "soft reference after: false\ntrue\ntrue\n";
        Outcome outcome = run(OutOfMemory.class, profile, Map.of("BLOGOS_HEAP_LIMIT", String.valueOf(16 << 20)));
        assertEquals(expected, outcome.output(), outcome.error());
        assertEquals(0, outcome.status());
    }
}
