package blogos.runner.bench;

import blogos.runner.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the host to their end. */
final class Command {
    private static final long LIMIT_MINUTES = 15;

    private Command() {}

    /**
     * The output of a program.
     *
     * @param what what it does, for the error message
     * @throws UserError if it cannot be started, fails or does not end
     */
    static List<String> run(String what, List<String> command) throws IOException, InterruptedException {
        return run(what, command, null);
    }

    /** The output of a program that runs in a directory. */
    static List<String> run(String what, List<String> command, Path directory) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory == null ? null : directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UserError(what + ": cannot start " + command.get(0) + "; is it installed?");
        }
        process.getOutputStream().close();
        Thread hook = new Thread(process::destroyForcibly, "end " + command.get(0));
        Runtime.getRuntime().addShutdownHook(hook);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        Runtime.getRuntime().removeShutdownHook(hook);
        if (!ended) {
            process.destroyForcibly();
            throw new UserError(what + ": " + command.get(0) + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new UserError(what + " failed: " + output.strip());
        }
        return output.lines().toList();
    }
}
