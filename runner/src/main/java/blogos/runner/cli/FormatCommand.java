package blogos.runner.cli;

import blogos.runner.Maven;
import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./blog_os format}. */
@Command(name = "format", description = "Formats the sources.")
final class FormatCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    private HelpOption help;

    @Option(names = "--check", description = "Change nothing; fail and name the files that are not formatted.")
    private boolean check;

    FormatCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Maven maven = new Maven(project, "format.log");
        if (!maven.run(List.of(check ? "spotless:check" : "spotless:apply"))) {
            throw new UserError(check ? "some files are not formatted: run ./blog_os format" : maven.failure());
        }
        return 0;
    }
}
