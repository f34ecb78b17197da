package blogos.aot.cases;

/**
 * The frame of a case program: marks in standard output where each case begins, so that the differential suite can
 * compare the cases one by one, and keeps an exception in one case from ending the others.
 *
 * <p>It uses as little of the language and library as it can, since every program stands on it.
 */
public final class Cases {
    /** What a line that opens a case starts with; the case's name follows. */
    public static final String HEADING = "## ";

    private Cases() {}

    /** Code that may throw anything. */
    @FunctionalInterface
    public interface Body {
        void run() throws Throwable;
    }

    /** Runs one case; an exception that escapes it becomes a line of its output. */
    public static void run(String name, Body body) {
        System.out.println(HEADING + name);
        try {
            body.run();
        } catch (Throwable escaped) {
            System.out.println("escaped: " + describe(escaped));
        }
    }

    /** Runs code that is expected to throw, and prints what it threw. */
    public static void thrown(String label, Body body) {
        try {
            body.run();
            System.out.println(label + ": returned");
        } catch (Throwable expected) {
            System.out.println(label + ": " + describe(expected));
        }
    }

    /**
     * The class and message of a throwable. The message of a {@link ClassCastException} made by the virtual machine
     * names modules and class loaders, which an ahead-of-time image does not have, so it is left out.
     */
    public static String describe(Throwable throwable) {
        if (throwable instanceof ClassCastException) {
            return "java.lang.ClassCastException";
        }
        return throwable.toString();
    }
}
