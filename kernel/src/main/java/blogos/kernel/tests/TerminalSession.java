package blogos.kernel.tests;

import blogos.hal.ExitPort;
import blogos.kernel.terminal.Terminal;
import java.nio.charset.StandardCharsets;

/**
 * A conversation for tests from outside: the kernel repeats every line that is typed, between brackets, and ends with
 * the virtual machine at end of file.
 */
final class TerminalSession {
    private static final int MOST_BYTES = 5000;

    private TerminalSession() {}

    /** Talks. Never returns. */
    static void run() {
        Terminal terminal = Terminal.system();
        terminal.onInterrupt(() -> print("(interrupted)\n"));
        print("Terminal session\n");
        byte[] buffer = new byte[MOST_BYTES];
        for (int count = terminal.read(buffer, 0, MOST_BYTES);
                count > 0;
                count = terminal.read(buffer, 0, MOST_BYTES)) {
            String text = new String(buffer, 0, count, StandardCharsets.UTF_8);
            print("[" + (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text) + "]\n");
        }
        print("End of file\n");
        ExitPort.exit(ExitPort.SUCCESS);
    }

    private static void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Terminal.system().write(bytes, 0, bytes.length);
    }
}
