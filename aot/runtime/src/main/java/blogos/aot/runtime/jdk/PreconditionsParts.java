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
        if (arguments.size() == 3) {
            Number from = arguments.get(0);
            Number second = arguments.get(1);
            String length = ") out of bounds for length " + arguments.get(2);
            if (kind.equals("checkFromToIndex")) {
                return "Range [" + from + ", " + second + length;
            }
            if (kind.equals("checkFromIndexSize")) {
                return "Range [" + from + ", " + from + " + " + second + length;
            }
        }
        return "Range check failed: " + kind + " " + arguments;
    }
}
