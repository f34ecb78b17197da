package blogos.runner.cli;

import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./blog_os bench}: each subject is a command of its own. */
@Command(name = "bench", description = "Measures the compiler and what it makes.")
final class BenchCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Override
    public Integer call() {
        throw UserError.usage("say what to measure: ./blog_os bench compiler");
    }

    /** The command with its subjects. */
    static picocli.CommandLine commandLine(Project project, PrintStream out) {
        return new picocli.CommandLine(new BenchCommand()).addSubcommand(new CompilerBenchCommand(project, out));
    }
}
