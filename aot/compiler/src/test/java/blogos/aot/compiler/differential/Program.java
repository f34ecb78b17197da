package blogos.aot.compiler.differential;

import java.nio.file.Path;
import java.util.List;

/**
 * A test program: a class with a {@code main}, and how to start it.
 *
 * @param mainClass the binary name of the main class
 * @param classes the directory with its class files
 * @param arguments what is passed to {@code main}
 * @param input the standard input
 */
public record Program(String mainClass, Path classes, List<String> arguments, String input) {
    /** A program among the test classes. */
    static Program of(Class<?> type) {
        return new Program(type.getName(), Runs.testClasses(), List.of(), "");
    }

    Program withArguments(String... given) {
        return new Program(mainClass, classes, List.of(given), input);
    }

    Program withInput(String given) {
        return new Program(mainClass, classes, arguments, given);
    }

    /** The name in reports: unique among the programs of {@link Programs}. */
    String name() {
        return mainClass.substring(mainClass.lastIndexOf('.') + 1);
    }
}
