package blogos.programs;

import blogos.std.Misdeeds;

/** {@code /bin/crash_stack}: overflows its stack without the checks that make it an error of the program. */
public final class CrashStack {
    private CrashStack() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("Recursing for ever");
        System.out.println(Misdeeds.recurse(1));
    }
}
