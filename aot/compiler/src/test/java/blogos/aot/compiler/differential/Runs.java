package blogos.aot.compiler.differential;

import blogos.aot.cases.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs programs: on HotSpot, and as executables of our compiler. */
final class Runs {
    /** How long an executable may run before it counts as hanging: far more than it needs on a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(120);

    private static final Duration HOTSPOT_LIMIT = Duration.ofSeconds(300);

    /** Variables that make a Java virtual machine print a note on standard error. */
    private static final Set<String> JVM_VARIABLES = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private Runs() {}

    /**
     * Runs a program on the Java virtual machine which runs this suite. Detailed messages of null pointer exceptions
     * are off: they are made from bytecode, which an executable no longer has.
     */
    static Outcome onHotSpot(Program program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:-ShowCodeDetailsInExceptionMessages",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                program.classes().toString()));
        command.add(program.mainClass());
        command.addAll(program.arguments());
        return run(command, program.input(), Map.of(), HOTSPOT_LIMIT);
    }

    /** Runs an executable with environment variables added to those of this process. */
    static Outcome executable(
            Path executable, List<String> arguments, String input, Map<String, String> environment, Duration limit) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(arguments);
        return run(command, input, environment, limit);
    }

    /** The directory which holds the class files of the test programs. */
    static Path testClasses() {
        URI cases = URI.create(Cases.class.getResource("Cases.class").toString());
        Path file = Path.of(cases);
        return file.getRoot()
                .resolve(file.subpath(
                        0, file.getNameCount() - Cases.class.getName().split("\\.").length));
    }

    private static Outcome run(List<String> command, String input, Map<String, String> environment, Duration limit) {
        try {
            Path directory = Files.createTempDirectory("differential");
            Path in = Files.writeString(directory.resolve("in"), input);
            Path out = directory.resolve("out");
            Path err = directory.resolve("err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().keySet().removeAll(JVM_VARIABLES);
                builder.environment().putAll(environment);
                Process process = builder.start();
                boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                return new Outcome(process.exitValue(), text(out), text(err), !ended);
            } finally {
                for (Path file : List.of(in, out, err, directory)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    /** Malformed bytes become replacement characters: a wrong program must not stop the comparison. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
