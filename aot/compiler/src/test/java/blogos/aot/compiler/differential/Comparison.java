package blogos.aot.compiler.differential;

import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One program on both sides. The HotSpot side runs when the comparison is made; the image is built and run on the first
 * question about it.
 */
final class Comparison {
    /** The name under which exit status and standard error are compared. */
    static final String ENDING = "ending";

    private final Program program;
    private final Profile profile;
    private final Path executable;
    private final Outcome expected;
    private final Transcript expectedOutput;
    private Outcome actual;
    private String buildFailure;

    Comparison(Program program, Profile profile) {
        this.program = program;
        this.profile = profile;
        this.executable =
                directory().resolve(program.name() + "." + profile.name().toLowerCase(Locale.ROOT));
        this.expected = Runs.onHotSpot(program);
        this.expectedOutput = new Transcript(expected.output());
    }

    /** Where executables are kept, so that a difference can be looked at by hand. */
    static Path directory() {
        return Runs.testClasses().resolveSibling("differential");
    }

    /** Everything that is compared: the cases of the program, then how it ended. */
    List<String> parts() {
        List<String> parts = new ArrayList<>(expectedOutput.cases());
        parts.add(ENDING);
        return parts;
    }

    /** The differences by part, in order; empty when both sides agree. A program that cannot be compiled has one. */
    Map<String, String> differences() {
        Map<String, String> differences = new LinkedHashMap<>();
        for (String part : parts()) {
            difference(part).ifPresent(text -> differences.put(part, text));
            if (buildFailure != null) {
                break;
            }
        }
        return differences;
    }

    /** What is different in one part, with the command that shows it; empty when both sides agree. */
    Optional<String> difference(String part) {
        if (expected.timedOut()) {
            return Optional.of("HotSpot itself " + expected.ending());
        }
        build();
        if (buildFailure != null) {
            return Optional.of("not compiled: " + buildFailure);
        }
        Optional<String> difference = part.equals(ENDING) ? endingDifference() : outputDifference(part);
        return difference.map(text -> text + "by hand: " + executable + " " + String.join(" ", program.arguments()));
    }

    private Optional<String> endingDifference() {
        if (!expected.ending().equals(actual.ending())) {
            return Optional.of(
                    "HotSpot: " + expected.ending() + ", blog_os: " + actual.ending() + "\n" + actual.error());
        }
        return Difference.between(Traces.withoutJdkFrames(expected.error()), Traces.withoutJdkFrames(actual.error()));
    }

    private Optional<String> outputDifference(String part) {
        List<String> lines = new Transcript(actual.output()).lines(part);
        if (lines == null) {
            return Optional.of("not reached: " + actual.ending() + "\n" + actual.error());
        }
        return Difference.between(expectedOutput.lines(part), lines);
    }

    private void build() {
        if (actual != null || buildFailure != null) {
            return;
        }
        try {
            Files.createDirectories(executable.getParent());
            LinuxImage.build(program.mainClass(), program.classes(), profile, executable);
            actual = Runs.executable(executable, program);
        } catch (IOException | RuntimeException e) {
            buildFailure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }
}
