package blogos.aot.compiler.differential;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prepares standard error for comparison. Stack traces must be equal frame by frame for classes outside the JDK. Frames
 * inside it are left out on both sides: HotSpot's own way through {@code java.base} (bootstrap methods, native
 * accessors, class loading) is not something an image repeats.
 */
final class Traces {
    private static final Pattern JDK_FRAME = Pattern.compile("\\s+at (java|jdk)\\.[a-z.]+(@[0-9.]+)?/.*");

    private Traces() {}

    static List<String> withoutJdkFrames(String error) {
        return error.lines().filter(line -> !JDK_FRAME.matcher(line).matches()).collect(Collectors.toList());
    }
}
