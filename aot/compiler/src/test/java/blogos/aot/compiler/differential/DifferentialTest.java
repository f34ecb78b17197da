package blogos.aot.compiler.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import blogos.aot.cases.AllCases;
import blogos.aot.cases.ThreadCases;
import blogos.aot.compiler.llvm.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The differential suite: every program of {@link Programs} runs on HotSpot and as a static Linux executable made by
 * the compiler, in both profiles. Standard output is compared case by case; exit status and standard error (with the
 * uncaught stack trace, see {@link Traces}) follow as a test named {@value Comparison#ENDING}. Programs of named cases
 * share one image for each profile, and run with the collector under stress, too.
 *
 * <p>System properties: {@value #FILTER_PROPERTY} is a regular expression which the name of a program must contain; each
 * such program then gets an image of its own. {@value #PROFILE_PROPERTY} restricts the suite to a profile.
 */
class DifferentialTest {
    static final String PROFILE_PROPERTY = "blogos.differential.profile";
    static final String FILTER_PROPERTY = "blogos.differential.programs";

    /** How many named cases the suite promises. */
    private static final int PROMISED_CASES = 1000;

    private final Schedule schedule = new Schedule();
    private final Pattern filter = Pattern.compile(System.getProperty(FILTER_PROPERTY, ""));

    @TestFactory
    List<DynamicNode> cases() {
        List<DynamicNode> containers = new ArrayList<>();
        List<Comparison> debug = new ArrayList<>();
        for (Way way : ways()) {
            List<Comparison> comparisons = new ArrayList<>();
            compare(Programs.cases(), Program.of(AllCases.class), way, comparisons, containers);
            compare(Programs.threads(), Program.of(ThreadCases.class), way, comparisons, containers);
            debug = debug.isEmpty() ? comparisons : debug;
        }
        if (filter.pattern().isEmpty()) {
            List<Comparison> counted = debug;
            containers.add(DynamicTest.dynamicTest("number of cases", () -> count(counted)));
        }
        return containers;
    }

    private void compare(
            List<Program> programs, Program image, Way way, List<Comparison> comparisons, List<DynamicNode> containers) {
        for (Program program : wanted(programs)) {
            Comparison comparison = filter.pattern().isEmpty()
                    ? schedule.compare(program, image, way)
                    : schedule.compare(program, way);
            containers.add(container(program.name() + " (" + way + ")", comparison));
            comparisons.add(comparison);
        }
    }

    @TestFactory
    List<DynamicNode> endings() {
        List<DynamicNode> containers = new ArrayList<>();
        for (Way way : ways()) {
            for (Program program : wanted(Programs.endings())) {
                if (!way.isStressed()) {
                    containers.add(container(program.name() + " (" + way + ")", schedule.compare(program, way)));
                }
            }
        }
        return containers;
    }

    private static List<Way> ways() {
        String profile = System.getProperty(PROFILE_PROPERTY, "").toUpperCase(Locale.ROOT);
        return Way.all().stream()
                .filter(way -> profile.isEmpty() || way.profile() == Profile.valueOf(profile))
                .collect(Collectors.toList());
    }

    private List<Program> wanted(List<Program> programs) {
        return programs.stream()
                .filter(program -> filter.matcher(program.name()).find())
                .collect(Collectors.toList());
    }

    private static void count(List<Comparison> programs) {
        int total = 0;
        for (Comparison program : programs) {
            List<String> cases = program.cases();
            assertEquals(cases.size(), new HashSet<>(cases).size(), () -> "a case twice in " + cases);
            total += cases.size();
        }
        System.out.println(total + " named cases in " + programs.size() + " programs");
        assertTrue(total >= PROMISED_CASES, total + " cases");
    }

    /** The tests of one program; the stream is only asked for when its turn comes. */
    private static DynamicContainer container(String name, Comparison comparison) {
        Stream<DynamicTest> tests = Stream.of(comparison).flatMap(c -> c.parts().stream()
                .map(part -> DynamicTest.dynamicTest(
                        part, () -> c.difference(part).ifPresent(difference -> fail(difference)))));
        return DynamicContainer.dynamicContainer(name, tests);
    }
}
