package blogos.runner.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status with which the system powered off. QEMU's exit device has only a few codes, so the kernel also writes it to
 * its log.
 */
public final class PowerOffStatus {
    private static final Pattern LINE = Pattern.compile("\"Power off with status (\\d{1,3})\"");

    private PowerOffStatus() {}

    /**
     * The runner's exit status for a run.
     *
     * @param log what the kernel wrote to the second serial port
     */
    public static int of(Outcome outcome, Path log) throws IOException {
        boolean endedItself = outcome.exitStatus() <= 1;
        if (!endedItself || !Files.isRegularFile(log)) {
            return outcome.exitStatus();
        }
        Matcher matcher = LINE.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        int status = outcome.exitStatus();
        while (matcher.find()) {
            status = Integer.parseInt(matcher.group(1));
        }
        return status;
    }
}
