package blogos.runner.cli;

import blogos.runner.ExitStatus;
import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.bench.CompilerBench;
import blogos.runner.qemu.QemuCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./blog_os bench compiler}. */
@Command(
        name = "compiler",
        description = "Measures compiled Java beside C (clang -O2) and HotSpot on this machine, exact instructions beside C"
                + " in QEMU, start, exceptions, collector, sizes, and how fast the compiler is.")
final class CompilerBenchCommand implements Callable<Integer> {
    private final Project project;
    private final PrintStream out;

    @Mixin
    private HelpOption help;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file, as JSON.")
    private Path json;

    @Option(names = "--quick", description = "Leave the times of large problems out, which take minutes.")
    private boolean quick;

    @Option(
            names = "--linux",
            paramLabel = "FILE",
            description = "The Linux kernel in which instructions are counted (default: Debian's, downloaded to target/linux).")
    private Path linux;

    CompilerBenchCommand(Project project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        QemuCommand.requireInstalled();
        new CompilerBench(project, Progress.toStandardError(), linux, quick).run(out, json);
        return ExitStatus.SUCCESS;
    }
}
