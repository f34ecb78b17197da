package blogos.runner;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs Maven on the project, its output in a file below {@code target}. */
public final class Maven {
    private static final String ERROR = "[ERROR] ";
    private static final int SHOWN_ERRORS = 10;

    private final Project project;
    private final Path log;

    /** A Maven whose output goes to a file of this name. */
    public Maven(Project project, String logName) throws IOException {
        this.project = project;
        log = project.target().resolve(logName);
    }

    /**
     * Runs goals on all modules or those that the arguments select.
     *
     * @param listener gets each line of output
     * @return whether Maven succeeded
     */
    public boolean run(List<String> arguments, Consumer<String> listener) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(project.root().toFile())
                .redirectErrorStream(true)
                .start();
        Thread hook = new Thread(process::destroy, "end Maven");
        Runtime.getRuntime().addShutdownHook(hook);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter file = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.write(line + "\n");
                file.flush();
                listener.accept(line);
            }
        }
        int status = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(hook);
        return status == 0;
    }

    /** The lines that Maven marked as errors in its last run, without the mark. */
    public List<String> errors() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()))
                .toList();
    }

    /** What Maven complained about in its last run, the first few lines, and where the rest is. */
    public String failure() throws IOException {
        StringBuilder text = new StringBuilder("Maven failed; its output is in " + project.show(log));
        errors().stream()
                .limit(SHOWN_ERRORS)
                .forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }
}
