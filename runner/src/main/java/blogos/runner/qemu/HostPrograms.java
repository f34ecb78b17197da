package blogos.runner.qemu;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs that the runner starts. */
final class HostPrograms {
    private HostPrograms() {}

    /** Whether a program of this name is in a folder of {@code PATH}. */
    static boolean isInstalled(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String directory : path.split(File.pathSeparator)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, name))) {
                return true;
            }
        }
        return false;
    }
}
