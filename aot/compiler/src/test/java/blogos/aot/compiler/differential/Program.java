package blogos.aot.compiler.differential;

import java.util.List;

/**
 * A test program: a class with a {@code main} among the test classes, and how to start it.
 *
 * @param type the main class
 * @param arguments what is passed to {@code main}
 * @param input the standard input
 */
record Program(Class<?> type, List<String> arguments, String input) {
    static Program of(Class<?> type) {
        return new Program(type, List.of(), "");
    }

    Program withArguments(String... given) {
        return new Program(type, List.of(given), input);
    }

    Program withInput(String given) {
        return new Program(type, arguments, given);
    }

    /** The name in reports: unique among the programs of {@link Programs}. */
    String name() {
        return type.getSimpleName();
    }
}
