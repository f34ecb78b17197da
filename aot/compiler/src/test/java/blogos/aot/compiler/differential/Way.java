package blogos.aot.compiler.differential;

import blogos.aot.compiler.llvm.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A way to run a program as an executable.
 *
 * @param profile how hard it was optimised
 * @param isStressed whether the collector runs at every allocation
 */
record Way(Profile profile, boolean isStressed) {
    private static final String VARIABLE = "BLOGOS_GC_STRESS";

    /** Programs with millions of allocations are stressed at some of them: a prime number, which meets all of a loop. */
    private static final Map<String, String> STRESS = Map.of("GcBasics", "10007");

    private static final String EVERY = "1";

    /** With threads, each collection has to stop all of them first. */
    private static final String WITH_THREADS = "101";

    private static final Duration STRESSED_LIMIT = Duration.ofSeconds(300);

    /** Both profiles, as users run it and under stress. */
    static List<Way> all() {
        List<Way> ways = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            ways.add(new Way(profile, false));
            ways.add(new Way(profile, true));
        }
        return ways;
    }

    /** The variables that make a program run in this way. */
    Map<String, String> environment(Program program) {
        String usual = Programs.threads().contains(program) ? WITH_THREADS : EVERY;
        return isStressed ? Map.of(VARIABLE, STRESS.getOrDefault(program.name(), usual)) : Map.of();
    }

    Duration limit() {
        return isStressed ? STRESSED_LIMIT : Runs.LIMIT;
    }

    /** What to put before a command that runs a program in this way by hand. */
    String prefix(Program program) {
        return isStressed ? VARIABLE + "=" + environment(program).get(VARIABLE) + " " : "";
    }

    @Override
    public String toString() {
        return profile.name().toLowerCase(Locale.ROOT) + (isStressed ? ", collector under stress" : "");
    }
}
