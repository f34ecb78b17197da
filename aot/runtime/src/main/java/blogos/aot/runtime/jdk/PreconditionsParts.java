package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Parts of {@code jdk.internal.util.Preconditions}: the same messages without {@code String.format}. */
@Replace("jdk.internal.util.Preconditions")
final class PreconditionsParts {
    private PreconditionsParts() {}

    @Replace
    private static RuntimeException outOfBounds(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, String kind, Number... arguments) {
        List<Number> list = Arrays.asList(arguments);
        RuntimeException exception = maker == null ? null : maker.apply(kind, list);
        return exception == null ? new IndexOutOfBoundsException(outOfBoundsMessage(kind, list)) : exception;
    }

    @Replace
    private static String outOfBoundsMessage(String kind, List<? extends Number> arguments) {
        if (kind == null || arguments == null) {
            return kind == null && arguments == null
                    ? "Range check failed"
                    : "Range check failed: " + (kind == null ? arguments.toString() : kind);
        }
        if (kind.equals("checkIndex") && arguments.size() == 2) {
            return "Index " + arguments.get(0) + " out of bounds for length " + arguments.get(1);
        }
        if (kind.equals("checkFromToIndex") && arguments.size() == 3) {
            return "Range [" + arguments.get(0) + ", " + arguments.get(1) + ") out of bounds for length " + arguments.get(2);
        }
        if (kind.equals("checkFromIndexSize") && arguments.size() == 3) {
            Number from = arguments.get(0);
            return "Range [" + from + ", " + from + " + " + arguments.get(1) + ") out of bounds for length " + arguments.get(2);
        }
        return "Range check failed: " + kind + " " + arguments;
    }
}
