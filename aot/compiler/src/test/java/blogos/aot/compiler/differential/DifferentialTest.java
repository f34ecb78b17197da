package blogos.aot.compiler.differential;

import static org.junit.jupiter.api.Assertions.fail;

import blogos.aot.compiler.llvm.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The differential suite: every program of {@link Programs} runs on HotSpot and as a static Linux executable made by
 * the compiler. Standard output is compared case by case; exit status and standard error (with the uncaught stack
 * trace, see {@link Traces}) follow as a test named {@value Comparison#ENDING}.
 *
 * <p>System properties: {@value #PROFILE_PROPERTY} is {@code debug} (all programs), {@code release} (all programs) or
 * {@code mixed} (the default: all in the debug profile, and those of {@link Programs#alsoInRelease()} in the release
 * profile too); {@value #FILTER_PROPERTY} is a regular expression which the name of a program must contain.
 */
class DifferentialTest {
    static final String PROFILE_PROPERTY = "blogos.differential.profile";
    static final String FILTER_PROPERTY = "blogos.differential.programs";

    @TestFactory
    Stream<DynamicNode> programs() {
        Pattern filter = Pattern.compile(System.getProperty(FILTER_PROPERTY, ""));
        String choice = System.getProperty(PROFILE_PROPERTY, "mixed");
        List<DynamicNode> containers = new ArrayList<>();
        if (choice.equals("mixed")) {
            Programs.all().forEach(program -> containers.add(container(program, Profile.DEBUG)));
            Programs.alsoInRelease().forEach(program -> containers.add(container(program, Profile.RELEASE)));
        } else {
            Profile profile = Profile.valueOf(choice.toUpperCase(Locale.ROOT));
            Programs.all().forEach(program -> containers.add(container(program, profile)));
        }
        return containers.stream()
                .filter(container -> filter.matcher(container.getDisplayName()).find());
    }

    /** The tests of one program; its stream is only asked for, and the program only run, when its turn comes. */
    private static DynamicContainer container(Program program, Profile profile) {
        Stream<DynamicTest> tests = Stream.of(program).flatMap(p -> {
            Comparison comparison = new Comparison(p, profile);
            return comparison.parts().stream()
                    .map(part -> DynamicTest.dynamicTest(
                            part, () -> comparison.difference(part).ifPresent(difference -> fail(difference))));
        });
        return DynamicContainer.dynamicContainer(
                program.name() + " (" + profile.name().toLowerCase(Locale.ROOT) + ")", tests);
    }
}
