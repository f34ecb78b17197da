package blogos.programs;

import blogos.std.BlogOs;
import blogos.std.Child;
import blogos.std.Descriptor;
import blogos.std.Spawn;
import blogos.std.SystemCallException;
import blogos.syscalls.ExitStatus;
import blogos.syscalls.SpawnLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code /init}: the first process. It runs a shell on the terminal, or the one line in {@code /etc/exec}, takes care of
 * orphans, and powers off with the shell's status.
 */
public final class Init {
    private static final String SHELL = "/bin/sh";
    private static final String EXEC = "/etc/exec";
    private static final int CANNOT_RUN = 126;

    private Init() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        BlogOs.powerOff(run());
    }

    private static int run() {
        try {
            String line = execLine();
            List<String> arguments = line == null ? List.of() : List.of("-c", line);
            Child shell = new Spawn(SHELL, arguments)
                    .environment("PATH=/bin")
                    .group(SpawnLayout.NEW_GROUP)
                    .start();
            while (true) {
                Child.Ended ended = Child.awaitAny();
                if (ended.number() == shell.number()) {
                    return ExitStatus.toShell(ended.status());
                }
            }
        } catch (IOException e) {
            System.err.println("init: " + SHELL + ": " + e.getMessage());
            return CANNOT_RUN;
        }
    }

    /** The line that the system was started for; null if there is none. */
    private static String execLine() throws IOException {
        try (Descriptor file = Descriptor.open(EXEC)) {
            return new String(file.input().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (SystemCallException e) {
            return null;
        }
    }
}
