package blogos.programs;

import blogos.std.Misdeeds;

/**
 * {@code /bin/crash_null}: a null reference is an exception and can be caught; a read at address 0 ends the program.
 */
public final class CrashNull {
    private CrashNull() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        String nothing = args.length > 0 ? args[0] : null;
        try {
            System.out.println(nothing.length());
        } catch (NullPointerException e) {
            System.out.println("A null reference is an exception");
        }
        System.out.println("Reading address 0");
        System.out.println("Not reached: read " + Misdeeds.readByte(0));
    }
}
