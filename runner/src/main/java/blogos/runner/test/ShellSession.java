package blogos.runner.test;

import blogos.runner.qemu.QemuProcess;
import java.io.IOException;

/**
 * A person at the prompt: types lines, and after each waits for what should appear on a line of its own. A prompt has no
 * line end, so every command prints a line or is followed by one that does.
 */
final class ShellSession {
    /** What is typed, and what the answer contains. */
    private static final String[][] STEPS = {
        {"echo hello world", "hello world"},
        {"echo 'a  b' | cat | cat", "a  b"},
        {"cat /etc/motd", "Welcome to blog_os"},
        {"ls /", "etc"},
        {"cat /nowhere", "cat: /nowhere: not found"},
        {"nosuch", "sh: nosuch: no such program"},
        {"echo status $?", "status 127"},
        {"crash_null", "page fault (status 142)"},
        {"false; echo $?", "1"},
        {"ps", " sh"},
        {"free", "kernel heap"},
        {"uptime", "up 0 h"},
        {"cd /etc; pwd", "/etc"},
        {"cat motd", "Welcome to blog_os"},
        {"echo 'open", "a quote ' is not closed"},
        {"cat &", "["},
        {"kill 99999", "kill: 99999: not found"},
    };

    private ShellSession() {}

    /** Goes through all steps and ends the shell; answers what is wrong, empty if nothing is. */
    static String run(QemuProcess qemu) throws IOException, InterruptedException {
        if (!qemu.awaitLine(line -> line.contains("Type a program's name"))) {
            return "there is no prompt";
        }
        for (String[] step : STEPS) {
            int before = qemu.lines().size();
            qemu.type(step[0] + "\n");
            if (!qemu.awaitLine(before, line -> line.contains(step[1]) && !line.contains("$ " + step[0]))) {
                return "after '" + step[0] + "' there is no '" + step[1] + "'";
            }
        }
        qemu.type("exit 0\n");
        return "";
    }
}
