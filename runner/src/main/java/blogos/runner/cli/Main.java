package blogos.runner.cli;

import blogos.aot.compiler.cli.AotCommand;
import blogos.runner.ExitStatus;
import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code ./blog_os}. */
@Command(name = "./blog_os")
public final class Main implements Runnable {
    private static final String HELP = "help.txt";

    /** How the operating system words it (strerror of ENOSPC). */
    private static final String DISK_FULL = "No space left on device";

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Runs one command and exits with its status. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Project.ofLauncher(), System.out).execute(arguments));
    }

    /** The commands for a project. */
    static CommandLine commandLine(Project project, PrintStream out) {
        CommandLine line = new CommandLine(new Main(out))
                .addSubcommand(new RunCommand(project))
                .addSubcommand(new BuildCommand(project, out))
                .addSubcommand(new TestCommand(project, out))
                .addSubcommand(BenchCommand.commandLine(project, out))
                .addSubcommand(new HeaderCommand(out))
                .addSubcommand(new AotCommand())
                .addSubcommand(new FormatCommand(project, out));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Main::wrongUsage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return line;
    }

    @Override
    public void run() {
        out.print(help());
    }

    /** The overview that the launcher shows, too. */
    static String help() {
        try (InputStream text = Main.class.getResourceAsStream(HELP)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int wrongUsage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        if (command.getParent() == null && arguments.length > 0 && !arguments[0].startsWith("-")) {
            return fail(
                    command, "unknown command '" + arguments[0] + "'; ./blog_os lists the commands", ExitStatus.USAGE);
        }
        String message = firstLine(failure.getMessage());
        String name = command.getCommandSpec().qualifiedName();
        return fail(command, message + "; see " + name + " --help", ExitStatus.USAGE);
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof UserError error) {
            return fail(command, error.getMessage(), error.status());
        }
        if (failure instanceof IOException io) {
            return fail(command, describe(io), ExitStatus.UNAVAILABLE);
        }
        command.getErr().println("blog_os: this is a bug in the runner:");
        failure.printStackTrace(command.getErr());
        return ExitStatus.INTERNAL;
    }

    private static int fail(CommandLine command, String message, int status) {
        command.getErr().println("blog_os: " + message);
        command.getErr().flush();
        return status;
    }

    private static String describe(IOException failure) {
        if (String.valueOf(failure.getMessage()).contains(DISK_FULL)) {
            return "the disk is full: make room and try again";
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            String problem = file instanceof NoSuchFileException
                    ? "does not exist"
                    : file instanceof AccessDeniedException ? "cannot be accessed" : "cannot be used";
            return file.getFile() + " " + problem;
        }
        return firstLine(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
