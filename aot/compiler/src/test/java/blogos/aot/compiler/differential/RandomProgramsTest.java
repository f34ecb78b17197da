package blogos.aot.compiler.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.aot.compiler.llvm.Profile;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random programs on HotSpot and as executables, in the debug and the release profile by turns. The seeds are the names
 * of the tests. A plain run always takes the same few, so that it says the same of the same sources;
 * {@value #SEED_PROPERTY} starts elsewhere, at a fresh place if it is {@code fresh}, and {@value #COUNT_PROPERTY} says
 * how many programs there are.
 */
class RandomProgramsTest {
    static final String SEED_PROPERTY = "blogos.differential.seed";
    static final String COUNT_PROPERTY = "blogos.differential.random";
    private static final int DEFAULT_COUNT = 4;

    @TestFactory
    Stream<DynamicTest> programs() {
        String given = System.getProperty(SEED_PROPERTY, "1");
        long first = given.equals("fresh") ? System.nanoTime() & Integer.MAX_VALUE : Long.parseLong(given);
        int count = Integer.getInteger(COUNT_PROPERTY, DEFAULT_COUNT);
        return LongStream.range(first, first + count)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
    }

    private static void compare(long seed) {
        Profile profile = seed % 2 == 0 ? Profile.DEBUG : Profile.RELEASE;
        Map<String, String> differences = new Comparison(RandomPrograms.of(seed), profile).differences();
        assertEquals(Map.of(), differences, () -> String.join("\n", differences.values()));
    }
}
