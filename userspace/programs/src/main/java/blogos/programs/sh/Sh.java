package blogos.programs.sh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * {@code /bin/sh}: reads lines and carries them out. {@code sh -c LINE} carries out one line. Its status is that of the
 * last pipeline.
 *
 * <p>A line is one or more commands with arguments, connected by {@code |} (the output of one is the input of the next),
 * {@code ;} (one after the other) and {@code &} (the shell goes on without waiting).
 */
public final class Sh {
    private static final String PROMPT = "$ ";
    private static final int USAGE = 2;

    private Sh() {}

    /** Takes no arguments, or {@code -c} and a line. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.exit(runInteractively());
        }
        if (args.length != 2 || !args[0].equals("-c")) {
            System.err.println("usage: sh [-c LINE]");
            System.exit(USAGE);
        }
        Shell shell = new Shell(false);
        shell.run(args[1]);
        System.out.flush();
        System.exit(shell.status());
    }

    private static int runInteractively() throws IOException {
        Shell shell = new Shell(true);
        Shell.takeTerminal();
        System.out.println("Type a program's name, or help. exit ends the shell, and with it the machine.");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (!shell.isDone()) {
            shell.reportEnded();
            System.out.print(PROMPT);
            System.out.flush();
            String line = lines.readLine();
            if (line == null) {
                System.out.println();
                return shell.status();
            }
            shell.run(line);
        }
        return shell.status();
    }
}
