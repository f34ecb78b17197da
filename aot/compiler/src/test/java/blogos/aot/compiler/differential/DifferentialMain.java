package blogos.aot.compiler.differential;

import blogos.aot.compiler.llvm.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs single programs of the suite by hand: {@code DifferentialMain [--release | --hotspot] NAME...}, without names
 * all of them.
 *
 * <p>{@code --hotspot} runs each program twice on HotSpot alone and reports those whose results differ: such a program
 * is not fit for the suite. The exit status is the number of programs with differences, at most 100.
 */
final class DifferentialMain {
    private DifferentialMain() {}

    public static void main(String[] arguments) {
        List<String> options =
                List.of(arguments).stream().filter(a -> a.startsWith("--")).collect(Collectors.toList());
        List<String> names =
                List.of(arguments).stream().filter(a -> !a.startsWith("--")).collect(Collectors.toList());
        List<Program> programs = Programs.all().stream()
                .filter(program -> names.isEmpty() || names.contains(program.name()))
                .collect(Collectors.toList());
        int failures = 0;
        for (Program program : programs) {
            boolean agrees = options.contains("--hotspot")
                    ? isStable(program)
                    : agrees(program, options.contains("--release") ? Profile.RELEASE : Profile.DEBUG);
            failures += agrees ? 0 : 1;
        }
        System.out.println(programs.size() + " programs, " + failures + " with differences");
        System.exit(Math.min(failures, 100));
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
        Comparison comparison = new Comparison(program, profile);
        Map<String, String> differences = comparison.differences();
        int parts = comparison.parts().size();
        System.out.println(program.name() + ": " + (parts - differences.size()) + " of " + parts + " agree");
        differences.forEach((part, difference) -> System.out.println("-- " + part + "\n" + difference));
        return differences.isEmpty();
    }
}
