package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.TraceDecoder;

/** Parts of {@code java.lang.StackTraceElement}. */
@Replace("java.lang.StackTraceElement")
final class StackTraceElementParts {
    private StackTraceElementParts() {}

    @Replace
    static StackTraceElement[] of(Throwable throwable, int depth) {
        return TraceDecoder.elements(throwable, ThrowableParts.backtraceOf(throwable));
    }
}
