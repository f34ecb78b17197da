package blogos.aot.compiler.differential;

import blogos.aot.compiler.llvm.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs single programs of the suite by hand, without Maven: {@code DifferentialMain [--release | --hotspot] NAME...},
 * without names all of them, each as an image of its own.
 *
 * <p>{@code --hotspot} runs each program twice on HotSpot alone and reports those whose results differ: such a program
 * is not fit for the suite. The exit status is the number of programs with differences, at most 100.
 */
final class DifferentialMain {
    private static final Schedule SCHEDULE = new Schedule();

    private DifferentialMain() {}

    public static void main(String[] arguments) {
        List<String> options =
                Stream.of(arguments).filter(a -> a.startsWith("--")).collect(Collectors.toList());
        List<String> names =
                Stream.of(arguments).filter(a -> !a.startsWith("--")).collect(Collectors.toList());
        Profile profile = options.contains("--release") ? Profile.RELEASE : Profile.DEBUG;
        int[] counts = new int[2];
        Programs.all().stream().filter(p -> names.isEmpty() || names.contains(p.name())).forEach(program -> {
            boolean agrees = options.contains("--hotspot") ? isStable(program) : agrees(program, profile);
            counts[agrees ? 0 : 1]++;
        });
        System.out.println(counts[0] + counts[1] + " programs, " + counts[1] + " with differences");
        System.exit(Math.min(counts[1], 100));
    }

    private static boolean isStable(Program program) {
        Outcome first = Runs.onHotSpot(program);
        boolean stable = !first.timedOut() && first.equals(Runs.onHotSpot(program));
        int cases = new Transcript(first.output()).cases().size();
        System.out.println(
                program.name() + ": " + cases + " cases, " + first.ending() + (stable ? "" : ", NOT THE SAME TWICE"));
        return stable;
    }

    private static boolean agrees(Program program, Profile profile) {
        Comparison comparison = SCHEDULE.compare(program, new Way(profile, false));
        Map<String, String> differences = comparison.differences();
        int parts = comparison.parts().size();
        System.out.println(program.name() + ": " + (parts - differences.size()) + " of " + parts + " agree");
        differences.forEach((part, difference) -> System.out.println("-- " + part + "\n" + difference));
        return differences.isEmpty();
    }
}
