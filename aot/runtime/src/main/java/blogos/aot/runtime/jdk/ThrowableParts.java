package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Replace;
import blogos.aot.runtime.Backtrace;

/** Parts of {@code java.lang.Throwable}: {@code backtrace} holds the program counters of a {@link Backtrace}. */
@Replace("java.lang.Throwable")
class ThrowableParts {
    private transient Object backtrace;
    private transient int depth;

    @Replace
    private Throwable fillInStackTrace(int unused) {
        long[] counters = Backtrace.capture();
        backtrace = counters;
        depth = counters.length;
        return (Throwable) (Object) this;
    }

    /** The program counters; null without a stack trace. */
    @Add
    static long[] backtraceOf(Throwable throwable) {
        return (long[]) ((ThrowableParts) (Object) throwable).backtrace;
    }
}
