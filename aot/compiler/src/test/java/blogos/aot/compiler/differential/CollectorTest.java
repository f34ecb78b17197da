package blogos.aot.compiler.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import blogos.aot.cases.collector.OutOfMemory;
import blogos.aot.cases.language.Ch08InnerClasses;
import blogos.aot.cases.language.Ch14TryWithResources;
import blogos.aot.cases.language.Ch15Lambdas;
import blogos.aot.cases.library.UtilMaps;
import blogos.aot.cases.library.UtilStreams;
import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the collector does under conditions that HotSpot has no match for: a tiny heap, and a collection at every
 * allocation.
 */
class CollectorTest {
    @TempDir
    private Path directory;

    private Outcome run(Class<?> main, Profile profile, Map<String, String> environment) {
        Program program = Program.of(main);
        Path executable = directory.resolve(main.getSimpleName() + "." + profile);
        if (!Files.exists(executable)) {
            LinuxImage.build(program.mainClass(), program.classes(), profile, executable);
        }
        return Runs.executable(executable, program, environment);
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

    @ParameterizedTest
    @ValueSource(
            classes = {
                Ch08InnerClasses.class,
                Ch14TryWithResources.class,
                Ch15Lambdas.class,
                UtilMaps.class,
                UtilStreams.class
            })
    void collectingAtEveryAllocationChangesNothing(Class<?> main) {
        for (Profile profile : Profile.values()) {
            Outcome normal = run(main, profile, Map.of());
            Outcome stressed = run(main, profile, Map.of("BLOGOS_GC_STRESS", "1"));
            assertFalse(stressed.timedOut());
            assertEquals(normal, stressed);
        }
    }
}
