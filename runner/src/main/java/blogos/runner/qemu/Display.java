package blogos.runner.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The windows that QEMU can open here. */
public final class Display {
    /** In order of preference. */
    private static final List<String> WINDOWS = List.of("gtk", "sdl");

    private static final int LIMIT_SECONDS = 10;

    private Display() {}

    /** A display type with a window; null if there is no desktop or QEMU was built or installed without one. */
    public static String available() throws IOException, InterruptedException {
        if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            return null;
        }
        Process process = new ProcessBuilder(QemuCommand.PROGRAM, "-display", "help")
                .redirectErrorStream(true)
                .start();
        List<String> types = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return WINDOWS.stream().filter(types::contains).findFirst().orElse(null);
    }
}
