package blogos.runner.test;

import blogos.runner.Maven;
import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JUnit tests that run on the host: a suite for each Maven module that has tests, and one for the compiler's
 * differential tests. One run of Maven serves them all; it starts with the first suite.
 */
public final class HostTests {
    private static final String PREFIX = "host/";
    private static final String TEST_SOURCES = "src/test/java";
    private static final String COMPILER = "aot/compiler";

    /** In this package of the compiler's tests programs run on HotSpot and as executables, and are compared. */
    private static final String DIFFERENTIAL_PACKAGE = "blogos.aot.compiler.differential.";

    /** Of that package the class that makes its programs up, a suite of its own. */
    private static final String RANDOM_PROGRAMS = DIFFERENTIAL_PACKAGE + "RandomProgramsTest";

    /** The line with which Maven begins a module: its name, and its number among all. */
    private static final Pattern MODULE_LINE =
            Pattern.compile("^\\[INFO] Building blog_os ([a-z]\\S*) .*(\\[\\d+/\\d+])$");

    private final Project project;
    private final List<String> properties;
    private final Progress progress;
    private final Maven maven;
    private final List<JUnitSuite> suites = new ArrayList<>();
    private boolean isSelection;
    private boolean ran;

    /**
     * The tests of a project.
     *
     * @param wanted tells by its name whether a suite is to run
     * @param properties system properties for the tests, as {@code -Dname=value}
     */
    public HostTests(Project project, Predicate<String> wanted, List<String> properties, Progress progress)
            throws IOException {
        this.project = project;
        this.properties = properties;
        this.progress = progress;
        maven = new Maven(project, "test.log");
        for (String module : project.modules()) {
            if (Files.isDirectory(project.root().resolve(module).resolve(TEST_SOURCES))) {
                add(PREFIX + module, module, name -> !name.startsWith(DIFFERENTIAL_PACKAGE), wanted);
            }
            if (module.equals(COMPILER)) {
                add("differential", module, HostTests::isDifferential, wanted);
                add("random", module, RANDOM_PROGRAMS::equals, wanted);
            }
        }
    }

    private static boolean isDifferential(String name) {
        return name.startsWith(DIFFERENTIAL_PACKAGE) && !name.equals(RANDOM_PROGRAMS);
    }

    private void add(String name, String module, Predicate<String> classes, Predicate<String> wanted) {
        if (wanted.test(name)) {
            suites.add(new JUnitSuite(name, module, classes));
        } else {
            isSelection = true;
        }
    }

    /** The suites that are to run: {@code host/kernel-libs/elf} and so on, {@code differential} and {@code random}. */
    public List<Suite> suites() {
        return List.copyOf(suites);
    }

    /** Those test classes of a module whose names a predicate accepts. */
    private final class JUnitSuite implements Suite {
        private final String name;
        private final String module;
        private final Predicate<String> classes;

        JUnitSuite(String name, String module, Predicate<String> classes) {
            this.name = name;
            this.module = module;
            this.classes = classes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<TestResult> run() throws IOException, InterruptedException {
            runMavenOnce();
            List<TestResult> results = SurefireReports.read(reports(), classes);
            if (results.isEmpty()) {
                throw new UserError("no test ran; " + maven.failure());
            }
            return results;
        }

        private Path reports() {
            return project.root().resolve(module).resolve("target/surefire-reports");
        }
    }

    private void runMavenOnce() throws IOException, InterruptedException {
        if (ran) {
            return;
        }
        ran = true;
        for (JUnitSuite suite : suites) {
            SurefireReports.clear(suite.reports());
        }
        List<String> arguments = new ArrayList<>(List.of("test", "--fail-at-end", "-Dmaven.test.failure.ignore=true"));
        arguments.addAll(properties);
        if (isSelection) {
            List<String> modules =
                    suites.stream().map(suite -> suite.module).distinct().toList();
            arguments.addAll(List.of("-pl", String.join(",", modules), "-am"));
            arguments.addAll(List.of("-Dtest=" + testClasses(), "-Dsurefire.failIfNoSpecifiedTests=false"));
        }
        maven.run(arguments, this::showModule);
    }

    private void showModule(String line) {
        Matcher module = MODULE_LINE.matcher(line);
        if (module.find()) {
            progress.step("JUnit tests " + module.group(2) + " " + module.group(1));
        }
    }

    /** The test classes of the suites, so that Maven does not run those of the modules they depend on, too. */
    private String testClasses() throws IOException {
        List<String> names = new ArrayList<>();
        for (JUnitSuite suite : suites) {
            Path sources = project.root().resolve(suite.module).resolve(TEST_SOURCES);
            try (Stream<Path> tree = Files.walk(sources)) {
                tree.map(file -> sources.relativize(file).toString())
                        .filter(file -> file.endsWith("Test.java"))
                        .map(file -> file.substring(0, file.length() - ".java".length())
                                .replace('/', '.'))
                        .filter(suite.classes)
                        .forEach(names::add);
            }
        }
        return String.join(",", names);
    }
}
