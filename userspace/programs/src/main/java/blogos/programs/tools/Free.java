package blogos.programs.tools;

import blogos.std.MemoryInfo;
import blogos.std.SystemCallException;

/** {@code free}: how much memory there is. */
final class Free {
    private Free() {}

    static int run() throws SystemCallException {
        MemoryInfo memory = MemoryInfo.now();
        System.out.println("KiB                total      used      free");
        row("memory     ", memory.total(), memory.free());
        row("kernel heap", memory.heapTotal(), memory.heapFree());
        return 0;
    }

    private static void row(String name, long total, long free) {
        System.out.println(name + kib(total) + kib(total - free) + kib(free));
    }

    private static String kib(long bytes) {
        String number = String.valueOf(bytes / 1024);
        return " ".repeat(Math.max(1, 10 - number.length())) + number;
    }
}
