package blogos.programs.tools;

import blogos.std.BlogOs;

/** {@code uptime}: for how long the system has been running. */
final class Uptime {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Uptime() {}

    static int run() {
        long millis = BlogOs.uptimeNanos() / NANOS_PER_MILLI;
        long seconds = millis / 1000;
        String tenths = "." + millis % 1000 / 100;
        System.out.println("up " + seconds / 3600 + " h " + seconds / 60 % 60 + " min " + seconds % 60 + tenths + " s");
        return 0;
    }
}
