package blogos.aot.compiler.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.aot.compiler.differential.random.RandomProgram;
import blogos.aot.compiler.llvm.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random programs on HotSpot and as executables, batch by batch, in the debug and the release profile by turns. The
 * names of the tests are the seeds, which are fresh in every run. {@value #SEED_PROPERTY} says what the first seed is
 * instead; {@value #COUNT_PROPERTY} says how many programs there are; a batch is up to {@value #BATCH}.
 */
class RandomProgramsTest {
    static final String SEED_PROPERTY = "blogos.differential.seed";
    static final String COUNT_PROPERTY = "blogos.differential.random";
    private static final int DEFAULT_COUNT = 200;
    private static final int BATCH = 100;

    @TestFactory
    Stream<DynamicContainer> programs() {
        long fresh = System.nanoTime() & Integer.MAX_VALUE;
        long first = Long.getLong(SEED_PROPERTY, fresh);
        int count = Integer.getInteger(COUNT_PROPERTY, DEFAULT_COUNT);
        System.out.println("random programs: seeds " + first + " to " + (first + count - 1));
        // A single program is a reproduction: in both profiles.
        int batch = Math.min(BATCH, Math.max(1, count / 2));
        long batches = count == 1 ? 2 : (count + batch - 1) / batch;
        return LongStream.range(0, batches)
                .mapToObj(i -> batch(count == 1 ? first : first + i * batch, batch, Profile.values()[(int) (i % 2)]));
    }

    private static DynamicContainer batch(long first, int count, Profile profile) {
        Map<String, String> differences = new HashMap<>();
        DynamicTest run = DynamicTest.dynamicTest("batch", () -> differences.putAll(new RandomBatch(
                        LongStream.range(first, first + count).boxed().collect(Collectors.toList()), profile)
                .differences()));
        Stream<DynamicTest> tests = LongStream.range(first, first + count)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    String difference = differences.get(new RandomProgram(seed).name());
                    assertEquals(null, difference, () -> "again: ./blog_os test random --programs 1 --seed " + seed + "\n" + difference);
                }));
        return DynamicContainer.dynamicContainer(
                "seeds from " + first + " (" + profile + ")", Stream.concat(Stream.of(run), tests));
    }
}
