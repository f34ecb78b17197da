package blogos.runner.cli;

import blogos.runner.ExitStatus;
import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.bench.SystemBench;
import blogos.runner.qemu.QemuCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./blog_os bench}: the system beside Linux; other subjects are commands of their own. */
@Command(
        name = "bench",
        description = "Measures the system's calls beside Linux in the same QEMU: exact instructions, and wall time."
                + " The programs are the same source, optimised.")
final class BenchCommand implements Callable<Integer> {
    private final Project project;
    private final PrintStream out;

    @Mixin
    private HelpOption help;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file, as JSON.")
    private Path json;

    @Option(
            names = "--linux",
            paramLabel = "FILE",
            description = "The Linux kernel to compare with (default: Debian's, downloaded to target/linux).")
    private Path linux;

    private BenchCommand(Project project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        QemuCommand.requireInstalled();
        new SystemBench(project, Progress.toStandardError(), linux).run(out, json);
        return ExitStatus.SUCCESS;
    }

    /** The command with its subjects. */
    static CommandLine commandLine(Project project, PrintStream out) {
        return new CommandLine(new BenchCommand(project, out)).addSubcommand(new CompilerBenchCommand(project, out));
    }
}
