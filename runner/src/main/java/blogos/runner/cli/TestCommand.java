package blogos.runner.cli;

import blogos.runner.ExitStatus;
import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.UserError;
import blogos.runner.build.SystemImages;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.test.DebuggerTests;
import blogos.runner.test.GuestCaseTests;
import blogos.runner.test.HostTests;
import blogos.runner.test.KernelTests;
import blogos.runner.test.Suite;
import blogos.runner.test.SymbolTests;
import blogos.runner.test.SystemTests;
import blogos.runner.test.TestRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./blog_os test}. */
@Command(
        name = "test",
        description = {
            "Runs the tests: JUnit on the host (suites host/MODULE), the compiler against HotSpot"
                    + " (differential) and random programs likewise (random), inside the kernel in QEMU (kernel), the cases"
                    + " of differential in the machine (guest), the whole system from outside (system), it under gdb"
                    + " (debugger), and the kernel's table of lines against LLVM's reading of the same (symbols)."
        })
final class TestCommand implements Callable<Integer> {
    private static final int SOAK_PROGRAMS = 5000;

    private final Project project;

    @Mixin
    private HelpOption help;

    private final PrintStream out;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Run only the suites of this name, or with it as first or last part: host, kernel, elf.")
    private String filter = "";

    @Mixin
    private ProfileOptions profile;

    @Option(names = "--soak", description = "Test longer: 5,000 random programs instead of 200 (suite random), 2 million senseless system calls"
                    + " instead of 100,000 (suite system).")
    private boolean soak;

    @Option(names = "--programs", paramLabel = "N", description = "How many random programs.")
    private Integer programs;

    @Option(names = "--seed", paramLabel = "N",
            description = "Seed of the first random program, as a failure names it; otherwise a fresh one.")
    private Long seed;

    TestCommand(Project project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Progress progress = Progress.toStandardError();
        List<Suite> suites = new ArrayList<>(new HostTests(project, this::isWanted, properties(), progress).suites());
        Path directory = Files.createDirectories(project.target().resolve("test"));
        SystemImages images = new SystemImages(project, profile.profile(), null, progress);
        for (Suite suite : List.of(
                new KernelTests(images, directory),
                new GuestCaseTests(images, directory),
                new SystemTests(images, directory, soak, progress),
                new DebuggerTests(project, images, directory),
                new SymbolTests(profile -> new SystemImages(project, profile, null, progress)))) {
            if (isWanted(suite.name())) {
                QemuCommand.requireInstalled();
                suites.add(suite);
            }
        }
        if (suites.isEmpty()) {
            throw UserError.usage("no suite is called '" + filter + "'");
        }
        return new TestRun(out).run(suites) ? ExitStatus.SUCCESS : ExitStatus.FAILED;
    }

    private List<String> properties() {
        List<String> properties = new ArrayList<>();
        if (soak || programs != null) {
            properties.add("-Dblogos.differential.random=" + (programs != null ? programs : SOAK_PROGRAMS));
        }
        if (seed != null) {
            properties.add("-Dblogos.differential.seed=" + seed);
        }
        return properties;
    }

    /** A filter is a whole name, its start or its end, between slashes: {@code host}, {@code kernel}, {@code elf}. */
    private boolean isWanted(String suite) {
        return filter.isEmpty()
                || suite.equals(filter)
                || suite.startsWith(filter + "/")
                || suite.endsWith("/" + filter);
    }
}
