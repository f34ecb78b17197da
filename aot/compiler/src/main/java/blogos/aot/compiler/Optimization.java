package blogos.aot.compiler;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the compiler does to make code faster and could leave out: each can be switched off alone, to find the one behind a failure. None changes what a program does.
 */
public enum Optimization {
    /** Static final fields whose class was initialised at compile time are constants. */
    STATIC_FINALS,
    /** LLVM is told which memory accesses cannot meet: those to different fields and to arrays of different types. */
    ALIAS_CLASSES,
    /** What leads to a throw is kept out of line. */
    COLD_THROWS,
    /** Methods that call nothing after inlining have no poll, and inlined bodies none of their own. */
    LATE_POLLS,
    /** The length of a new array is known where it was made. */
    KNOWN_LENGTHS,
    /** Loops exist twice: one for indices that were found to be inside their arrays before it starts. */
    LOOP_VERSIONS;

    /** The name on the command line, such as {@code static-finals}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The optimisation with a command-line name. */
    public static Optimization of(String id) {
        for (Optimization optimization : values()) {
            if (optimization.id().equals(id)) {
                return optimization;
            }
        }
        String known = Arrays.stream(values()).map(Optimization::id).collect(Collectors.joining(", "));
        throw new CompileException("unknown optimisation '" + id + "': there are " + known);
    }
}
