package blogos.runner.cli;

import blogos.runner.ExitStatus;
import blogos.runner.Maven;
import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./blog_os format}. */
@Command(name = "format", description = "Formats the sources.")
final class FormatCommand implements Callable<Integer> {
    /** In its summary Maven names a project, then Spotless the project's files. */
    private static final Pattern PROJECT_OR_FILE = Pattern.compile("on project (\\S+?):|^ +(src/\\S+\\.java)$");

    private final Project project;
    private final PrintStream out;

    @Mixin
    private HelpOption help;

    @Option(names = "--check", description = "Change nothing; fail and name the files that are not formatted.")
    private boolean check;

    FormatCommand(Project project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Maven maven = new Maven(project, "format.log");
        String goal = check ? "spotless:check" : "spotless:apply";
        if (!maven.run(List.of("--fail-never", goal), line -> {})) {
            throw new UserError(maven.failure());
        }
        if (!maven.errors().isEmpty()) {
            if (check && showFiles(maven.errors())) {
                throw new UserError("these files are not formatted: run ./blog_os format");
            }
            throw new UserError(maven.failure());
        }
        return ExitStatus.SUCCESS;
    }

    /** Prints the unformatted files that the errors name; returns whether there are any. */
    private boolean showFiles(List<String> errors) {
        String module = "";
        boolean any = false;
        for (String line : errors) {
            Matcher matcher = PROJECT_OR_FILE.matcher(line);
            if (!matcher.find()) {
                continue;
            }
            if (matcher.group(1) != null) {
                module = matcher.group(1);
            } else {
                out.println(module + "  " + matcher.group(2));
                any = true;
            }
        }
        return any;
    }
}
