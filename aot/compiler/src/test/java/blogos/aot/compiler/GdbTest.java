package blogos.aot.compiler;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import blogos.aot.cases.debug.Debuggee;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.Profile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gdb shows of an executable: breakpoints by line, backtraces, variables, Java values by the script in the image. */
class GdbTest {
    private static final Path CASES = Path.of("").toAbsolutePath().resolveSibling("cases");
    private static final Path SOURCES = CASES.resolve("src/main/java");
    private static final Path CLASSES = CASES.resolve("target/classes");
    private static final int LIMIT_SECONDS = 120;

    @TempDir
    private static Path directory;

    private static List<String> source;

    @BeforeAll
    static void compile() throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean installed = Stream.of(path.split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, "gdb")));
        assumeTrue(installed, "gdb is not installed");
        source = Files.readAllLines(SOURCES.resolve(Debuggee.class.getName().replace('.', '/') + ".java"));
        List<Path> classPath = new ArrayList<>(List.of(CLASSES));
        classPath.addAll(Sources.runtime());
        for (Profile profile : Profile.values()) {
            new Aot(CompileListener.NONE).compile(new Aot.Request(
                    classPath, Debuggee.class.getName(), Target.LINUX, profile, image(profile), null));
        }
    }

    private static Path image(Profile profile) {
        return directory.resolve(profile.name());
    }

    /** The number of the line with a mark, after the name of the file. */
    private static String at(String mark) {
        for (int i = 0; i < source.size(); i++) {
            if (source.get(i).endsWith("// stop " + mark)) {
                return "Debuggee.java:" + (i + 1);
            }
        }
        throw new IllegalArgumentException(mark);
    }

    /** What gdb prints for some commands. */
    private static String gdb(Profile profile, String... commands) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("gdb", "-nx", "-batch", "-iex", "set auto-load safe-path " + directory,
                "-iex", "set width 0", "-iex", "set startup-with-shell off", "-iex", "directory " + SOURCES));
        for (String command : commands) {
            line.addAll(List.of("-ex", command));
        }
        line.add(image(profile).toString());
        Process process = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectInput(new File("/dev/null")).start();
        Thread killer = new Thread(() -> end(process));
        killer.setDaemon(true);
        killer.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** What gdb prints for commands where the program comes to a mark for the first time. */
    private static String gdbAt(String mark, String... commands) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("break " + at(mark), "run"));
        all.addAll(List.of(commands));
        return gdb(Profile.DEBUG, all.toArray(String[]::new));
    }

    private static void assertShows(String output, String... lines) {
        assertAll(Stream.of(lines).map(line -> () ->
                assertTrue(output.lines().anyMatch(line::equals), "no line '" + line + "' in:\n" + output)));
    }

    private static void assertMatches(String output, String... patterns) {
        assertAll(Stream.of(patterns).map(pattern -> () ->
                assertTrue(Pattern.compile(pattern, Pattern.MULTILINE).matcher(output).find(), "no " + pattern + " in:\n" + output)));
    }

    @Test
    void primitives() throws IOException, InterruptedException {
        assertShows(gdbAt("primitives", "info args", "info locals"),
                "small = -3", "letter = 'x'", "medium = 1234",
                "yes = true", "number = 2468", "big = 1099511630244", "single = 154.25", "ratio = 411.33333333333331",
                "umlaut = '\u00fc'");
    }

    @Test
    void objects() throws IOException, InterruptedException {
        String output = gdbAt("objects", "info locals");
        assertShows(output,
                "text = \"Gr\u00fc\u00dfe \\\"x\\\"\\n\"", "wide = \"\u03c0 is 3\"", "table = int[2][] {int[1] {1}, int[2] {2, 3}}",
                "problem = java.lang.IllegalStateException: broken", "color = Color.GREEN", "point = Point[x=3, label=\"p\"]",
                "nothing = null");
        assertMatches(output, "^named = blogos.aot.cases.debug.Debuggee\\$Derived@0x\\w+$",
                "^mixed = java.lang.Object\\[4] \\{\"a\", null, 7, blogos.aot.cases.debug.Debuggee\\$Derived@0x\\w+}$");
    }

    @Test
    void fields() throws IOException, InterruptedException {
        String output = gdbAt("objects", "print derived->big", "print derived->id", "print derived->other->text",
                "print derived->numbers->data[1]", "print derived->numbers->length", "print $object(named)->letter", "print *named",
                "print 'blogos.aot.cases.debug.Debuggee.calls'", "print *derived->numbers", "print *point");
        assertShows(output, "$1 = 1099511627776", "$2 = 5", "$3 = \"base\"", "$4 = 2", "$5 = 3", "$6 = 'Z'", "$8 = 7",
                "$9 = int[] = {[0] = 1, [1] = 2, [2] = 3}",
                "$10 = blogos.aot.cases.debug.Debuggee$Point = {x = 3, label = \"p\"}");
        assertMatches(output, "^\\$7 = blogos.aot.cases.debug.Debuggee\\$Derived = \\{id = 5, text = \"base\", big = 1099511627776, "
                + ".*flag = true, .*letter = 'Z', .*other = blogos.aot.cases.debug.Debuggee\\$Derived@0x\\w+.*}$");
    }

    @Test
    void collections() throws IOException, InterruptedException {
        assertShows(gdbAt("collections", "info locals"),
                "list = ArrayList(4) {\"one\", 2, Color.RED, ArrayList(4) {\"one\", 2, Color.RED, ArrayList(4)}}",
                "map = HashMap(1) {\"key\": 1}", "fixed = List12(1) {\"only\"}", "maybe = Optional(\"there\")",
                "builder = StringBuilder \"abc\"", "box = false");
    }

    @Test
    void whatIsNoObject() throws IOException, InterruptedException {
        String output = gdbAt("objects", "print ('java.lang.String' *) 16", "print ('java.lang.Object' *) $pc");
        assertShows(output, "$1 = <not in memory: 0x10>");
        assertMatches(output, "^\\$2 = <no object at 0x\\w+>$");
    }

    @Test
    void variablesLiveInTheirBlocks() throws IOException, InterruptedException {
        String first = gdbAt("first loop", "info locals");
        assertShows(first, "square = 0", "i = 0", "sum = 0");
        String second = gdbAt("second loop", "info locals", "continue", "print sum");
        assertShows(second, "i = 3", "sum = 5", "$1 = 8");
        assertFalse(second.contains("square"), second);
    }

    @Test
    void backtrace() throws IOException, InterruptedException {
        String method = "blogos\\.aot\\.cases\\.debug\\.Debuggee\\.";
        assertMatches(gdbAt("inner", "backtrace"),
                "^#0 +" + method + "inner\\(int\\) \\(value=2\\) at blogos/aot/cases/debug/" + at("inner") + "$",
                "^#1 .* in " + method + "middle\\(int\\) \\(value=1\\) at .*" + at("middle") + "$",
                "^#2 .* in " + method + "deep\\(int\\) \\(depth=0\\) at .*" + at("deep") + "$",
                "^#6 .* in " + method + "deep\\(int\\) \\(depth=4\\) at ",
                "^#7 .* in " + method + "main\\(java.lang.String\\[] \\*\\) \\(args=java.lang.String\\[0] \\{}\\) at ");
    }

    @Test
    void lambdas() throws IOException, InterruptedException {
        String output = gdbAt("lambda", "info locals", "info args", "up 2", "print start");
        assertShows(output, "y = 12", "x = 5", "start = 5", "$1 = 5");
    }

    @Test
    void receiver() throws IOException, InterruptedException {
        assertShows(gdbAt("name", "print this->id", "print $object(this)->big"), "$1 = 5", "$2 = 1099511627776");
    }

    @Test
    void overloadsByName() throws IOException, InterruptedException {
        String output = gdb(Profile.DEBUG, "break blogos.aot.cases.debug.Debuggee.twice", "run", "info args", "continue", "info args");
        assertMatches(output, "^Breakpoint 1 at .* \\(2 locations\\)$", at("int") + "$", at("long") + "$");
        assertShows(output, "n = 21", "n = 1099511627776");
    }

    @Test
    void steps() throws IOException, InterruptedException {
        String output = gdbAt("middle", "step", "info args", "next", "next", "print result", "finish", "info frame");
        assertShows(output, "value = 2", "$1 = 14", "Value returned is $2 = 14");
        assertMatches(output, "inner\\(int\\) \\(value=2\\) at ", "in blogos.*middle\\(int\\) .*" + at("middle"));
    }

    @Test
    void exceptionsInTheScriptDoNotShow() throws IOException, InterruptedException {
        String output = gdbAt("collections", "info locals", "up", "info locals", "up", "info locals");
        assertFalse(output.contains("Python Exception"), output);
    }

    @Test
    void releaseHasLinesAndInlinedFrames() throws IOException, InterruptedException {
        String output = gdb(Profile.RELEASE, "break " + at("inner"), "run", "backtrace");
        assertMatches(output, "^#0 .*Debuggee\\.inner(\\(int\\))? .*" + at("inner") + "$", "^#1 .*Debuggee\\.middle .*" + at("middle") + "$",
                "^#2 .*Debuggee\\.deep\\(int\\) .*" + at("deep") + "$");
        Matcher callers = Pattern.compile("^#[1-9] +0x", Pattern.MULTILINE).matcher(output);
        assertTrue(callers.results().count() < Pattern.compile("^#[1-9] ", Pattern.MULTILINE).matcher(output).results().count(),
                "no inlined frame in:\n" + output);
    }

    @Test
    void releaseHasArguments() throws IOException, InterruptedException {
        String output = gdb(Profile.RELEASE, "break " + at("primitives"), "run", "info args", "info locals");
        assertMatches(output, "^medium = (1234|<optimized out>)$", "^number = (2468|<optimized out>)$");
    }
}
