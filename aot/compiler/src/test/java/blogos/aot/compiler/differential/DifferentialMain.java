package blogos.aot.compiler.differential;

import blogos.aot.compiler.llvm.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Runs single programs of the suite by hand: {@code DifferentialMain [--release | --hotspot] NAME...}, without names
 * all of them. A name of the form {@code FROM..TO} stands for the random programs of these seeds.
 *
 * <p>{@code --hotspot} runs each program twice on HotSpot alone and reports those whose results differ: such a program
 * is not fit for the suite. The exit status is the number of programs with differences, at most 100.
 */
final class DifferentialMain {
    private DifferentialMain() {}

    public static void main(String[] arguments) {
        List<String> options =
                Stream.of(arguments).filter(a -> a.startsWith("--")).toList();
        List<String> names =
                Stream.of(arguments).filter(a -> !a.startsWith("--")).toList();
        Stream<Program> programs =
                names.isEmpty() ? Programs.all().stream() : names.stream().flatMap(DifferentialMain::named);
        int[] counts = new int[2];
        programs.forEach(program -> {
            boolean agrees = options.contains("--hotspot")
                    ? isStable(program)
                    : agrees(program, options.contains("--release") ? Profile.RELEASE : Profile.DEBUG);
            counts[agrees ? 0 : 1]++;
        });
        System.out.println(counts[0] + counts[1] + " programs, " + counts[1] + " with differences");
        System.exit(Math.min(counts[1], 100));
    }

    private static Stream<Program> named(String name) {
        int dots = name.indexOf("..");
        return dots > 0
                ? LongStream.rangeClosed(
                                Long.parseLong(name.substring(0, dots)), Long.parseLong(name.substring(dots + 2)))
                        .mapToObj(RandomPrograms::of)
                : Programs.all().stream().filter(program -> program.name().equals(name));
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
