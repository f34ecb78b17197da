package blogos.aot.compiler.plugin;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a run of the test's host printed.
 *
 * @param output on standard output
 * @param error on standard error
 * @param status exit status; 124 after too much time
 */
record HostRun(String output, String error, int status) {
    private static final int LIMIT_SECONDS = 30;
    private static final int TIMED_OUT = 124;

    /** Runs the host with plug-ins on its standard input. */
    static HostRun of(Path directory, Path host, Map<String, String> environment, List<byte[]> plugins, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(host.toString()));
        command.addAll(List.of(arguments));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(plugins.size());
        for (byte[] plugin : plugins) {
            out.writeInt(plugin.length);
            out.write(plugin);
        }
        return run(directory, command, environment, bytes.toByteArray());
    }

    /** Runs a command. */
    static HostRun run(Path directory, List<String> command, Map<String, String> environment, byte[] input) throws IOException {
        Path in = Files.write(Files.createTempFile(directory, "run", ".in"), input);
        Path out = Files.createTempFile(directory, "run", ".out");
        Path err = Files.createTempFile(directory, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new HostRun(text(out), text(err), ended ? process.exitValue() : TIMED_OUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
