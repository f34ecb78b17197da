package blogos.aot.runtime;

/** Stack traces of exceptions: raw program counters when thrown, names and lines on demand. */
public final class Backtrace {
    private static final long[] NONE = {};

    private Backtrace() {}

    /** The program counters of the callers, innermost first. */
    public static long[] capture() {
        return NONE;
    }

    /** What the program counters mean. */
    public static StackTraceElement[] elements(Throwable throwable, long[] counters) {
        return new StackTraceElement[0];
    }
}
