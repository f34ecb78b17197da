package blogos.programs.tools;

import blogos.std.ProcessInfo;
import blogos.std.SystemCallException;
import blogos.syscalls.ProcessLayout;

/** {@code ps}: the processes. */
final class Ps {
    private Ps() {}

    static int run() throws SystemCallException {
        System.out.println("PROCESS  PARENT   GROUP    STATE    CPU ms   MEMORY KiB  NAME");
        for (ProcessInfo process : ProcessInfo.all()) {
            System.out.println(column(process.number(), 9)
                    + column(process.parent(), 9)
                    + column(process.group(), 9)
                    + pad(stateOf(process), 9)
                    + column(process.cpuNanos() / 1_000_000, 9)
                    + column(process.memoryBytes() / 1024, 12)
                    + process.name());
        }
        return 0;
    }

    private static String stateOf(ProcessInfo process) {
        return switch (process.state()) {
            case ProcessLayout.RUNNING -> "running";
            case ProcessLayout.WAITING -> "waiting";
            default -> "ended";
        };
    }

    private static String column(long number, int width) {
        return pad(String.valueOf(number), width);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
