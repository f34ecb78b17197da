package blogos.runner.cli;

import blogos.runner.ExitStatus;
import blogos.runner.build.CHeader;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./blog_os header}. */
@Command(
        name = "header",
        description = "Prints a C header with the system calls' numbers, errors and records, for programs in other languages.")
final class HeaderCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private HelpOption help;

    HeaderCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.print(CHeader.text());
        return ExitStatus.SUCCESS;
    }
}
