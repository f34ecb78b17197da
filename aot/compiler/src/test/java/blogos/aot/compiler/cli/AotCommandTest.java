package blogos.aot.compiler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.Sources;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The compiler as a stranger meets it: what it says, which status it ends with, and that the executable runs. */
class AotCommandTest {
    private static final String SOURCE = """
            package p;
            public class Main {
                public static void main(String[] args) {
                    int sum = 0;
                    for (String arg : args) {
                        sum += Integer.parseInt(arg);
                    }
                    assert sum >= 0 : "negative";
                    System.out.println(Helper.label() + sum);
                }
            }
            class Helper {
                static String label() {
                    return "sum ";
                }
            }
            """;

    @TempDir
    private Path directory;

    private final StringWriter errors = new StringWriter();
    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Files.createDirectory(directory.resolve("classes"));
        Sources.compile(classes, "Main.java", SOURCE);
    }

    private int aot(String... arguments) {
        String before = System.getProperty(AotCommand.RUNTIME_PATH);
        System.setProperty(
                AotCommand.RUNTIME_PATH,
                Sources.runtime().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        try {
            return new CommandLine(new AotCommand()).setErr(new PrintWriter(errors)).execute(arguments);
        } finally {
            if (before == null) {
                System.clearProperty(AotCommand.RUNTIME_PATH);
            }
        }
    }

    private String run(int status, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(status, process.waitFor(), output);
        return output;
    }

    private Path jar(String mainClass) throws IOException {
        Path jar = directory.resolve("program.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (mainClass != null) {
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String name : List.of("p/Main.class", "p/Helper.class")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Files.readAllBytes(classes.resolve(name)));
            }
        }
        return jar;
    }

    @Test
    void classesAndJarsBecomeExecutables() throws IOException, InterruptedException {
        String fromClasses = directory.resolve("one").toString();
        assertEquals(0, aot("-cp", classes.toString(), "p.Main", "-o", fromClasses), errors::toString);
        assertEquals("sum 6\n", run(0, fromClasses, "1", "2", "3"));
        assertEquals("sum -1\n", run(0, fromClasses, "-1"));
        assertTrue(run(1, fromClasses, "x").contains("java.lang.NumberFormatException: For input string: \"x\""));
        String fromJar = directory.resolve("two").toString();
        assertEquals(0, aot("--jar", jar("p.Main").toString(), "-o", fromJar, "-ea"), errors::toString);
        assertEquals("sum 9\n", run(0, fromJar, "9"));
        String failure = run(1, fromJar, "-1");
        assertTrue(failure.startsWith("Exception in thread \"main\" java.lang.AssertionError: negative\n\tat p.Main.main(Main.java:8)"), failure);
    }

    @Test
    void wrongCommandLines() {
        for (List<String> arguments : List.of(
                List.<String>of(), List.of("--no-such-option", "p.Main"), List.of("p.Main", "-o", directory.toString()))) {
            errors.getBuffer().setLength(0);
            assertEquals(AotCommand.USAGE, aot(arguments.toArray(String[]::new)), arguments::toString);
            assertFalse(errors.toString().isEmpty());
        }
    }

    @Test
    void whatCannotBeCompiledIsOneLine() throws IOException {
        String output = directory.resolve("out").toString();
        List<List<String>> all = new ArrayList<>(List.of(
                List.of("-cp", classes.toString(), "Main", "-o", output),
                List.of("-cp", directory.resolve("none").toString(), "p.Main", "-o", output),
                List.of("-cp", classes.toString(), "p.Main", "-o", directory.resolve("no/such/directory").toString()),
                List.of("-cp", classes.toString(), "p.Helper", "-o", output),
                List.of("-cp", classes.toString(), "p.Main", "-o", output, "--target", "toaster"),
                List.of("--jar", jar(null).toString(), "-o", output)));
        all.add(Arrays.asList("--jar", Files.writeString(directory.resolve("bad.jar"), "no jar").toString(), "-o", output));
        for (List<String> arguments : all) {
            errors.getBuffer().setLength(0);
            assertEquals(AotCommand.UNAVAILABLE, aot(arguments.toArray(String[]::new)), arguments::toString);
            String text = errors.toString();
            assertTrue(text.startsWith("blog_os: ") && text.indexOf('\n') == text.length() - 1, text);
        }
    }
}
