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

/**
 * The JUnit tests that run on the host: a suite for each Maven module that has tests. One run of Maven serves them all;
 * it starts with the first suite.
 */
public final class HostTests {
    private static final String PREFIX = "host/";

    private final Project project;
    private final Progress progress;
    private final Maven maven;
    private final List<String> selected = new ArrayList<>();
    private boolean ran;

    /**
     * The tests of a project.
     *
     * @param wanted tells by its name whether a suite is to run
     */
    public HostTests(Project project, Predicate<String> wanted, Progress progress) throws IOException {
        this.project = project;
        this.progress = progress;
        maven = new Maven(project, "test.log");
        for (String module : project.modules()) {
            boolean hasTests = Files.isDirectory(project.root().resolve(module).resolve("src/test/java"));
            if (hasTests && wanted.test(PREFIX + module)) {
                selected.add(module);
            }
        }
    }

    /** The suites that are to run, named {@code host/kernel-libs/elf} and so on. */
    public List<Suite> suites() {
        return selected.stream().<Suite>map(ModuleSuite::new).toList();
    }

    /** The tests of one module. */
    private final class ModuleSuite implements Suite {
        private final String module;

        ModuleSuite(String module) {
            this.module = module;
        }

        @Override
        public String name() {
            return PREFIX + module;
        }

        @Override
        public List<TestResult> run() throws IOException, InterruptedException {
            runMavenOnce();
            List<TestResult> results = SurefireReports.read(reports(module));
            if (results.isEmpty()) {
                throw new UserError("no test of this module ran; " + maven.failure());
            }
            return results;
        }
    }

    private void runMavenOnce() throws IOException, InterruptedException {
        if (ran) {
            return;
        }
        ran = true;
        for (String module : selected) {
            SurefireReports.clear(reports(module));
        }
        progress.step("running the JUnit tests of " + selected.size() + " modules");
        maven.run(
                List.of("test", "-fae", "-Dmaven.test.failure.ignore=true", "-pl", String.join(",", selected), "-am"));
    }

    private Path reports(String module) {
        return project.root().resolve(module).resolve("target/surefire-reports");
    }
}
