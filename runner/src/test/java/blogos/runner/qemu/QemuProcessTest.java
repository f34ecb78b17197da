package blogos.runner.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shell stands in for QEMU. */
class QemuProcessTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void linesAndStatusArrive() throws IOException, InterruptedException {
        try (QemuProcess process = start("echo one; echo two >&2; exit 33", LONG)) {
            Outcome outcome = process.await();
            assertEquals(List.of("one", "two"), process.lines());
            assertEquals(0, outcome.exitStatus());
        }
    }

    @Test
    void aLineCanBeAwaited() throws IOException, InterruptedException {
        try (QemuProcess process = start("echo one; echo two; exec sleep 60", LONG)) {
            assertTrue(process.awaitLine(line -> line.equals("two")));
            assertTrue(process.awaitLine(line -> line.equals("one")), "a line that came earlier counts");
        }
    }

    @Test
    void theEndIsNotAwaitedForever() throws IOException, InterruptedException {
        try (QemuProcess process = start("echo one", LONG)) {
            assertFalse(process.awaitLine(line -> line.equals("two")));
        }
    }

    @Test
    void aHangingGuestIsStopped() throws IOException, InterruptedException {
        try (QemuProcess process = start("echo one; exec sleep 60", Duration.ofMillis(300))) {
            assertFalse(process.awaitLine(line -> line.equals("two")));
            Outcome outcome = process.await();
            assertTrue(outcome.isTimeout());
            assertEquals(List.of("one"), process.lines());
        }
    }

    @Test
    void aGuestThatIgnoresTheRequestIsKilled() throws IOException, InterruptedException {
        try (QemuProcess process = start("trap '' TERM; while :; do sleep 1; done", Duration.ofMillis(300))) {
            assertTrue(process.await().isTimeout());
        }
    }

    @Test
    void whatIsTypedArrives() throws IOException, InterruptedException {
        List<String> command = List.of("sh", "-c", "read a; echo \"[$a]\"");
        try (QemuProcess process = QemuProcess.start(command, LONG)) {
            process.type("hello\n");
            assertTrue(process.awaitLine(line -> line.equals("[hello]")));
        }
    }

    /** The input {@code text} as a guest gets it that is ready at once, or never. */
    private static String piped(String text, String ready) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String script = "printf 'boot" + ready + "\n'; head -c " + (text.length() + 2) + " | od -An -tx1 | tr -d ' \n'";
        QemuProcess.runOnPipes(
                List.of("sh", "-c", script),
                ready.isEmpty() ? Duration.ofMillis(300) : LONG,
                new ByteArrayInputStream((text).getBytes(StandardCharsets.US_ASCII)),
                output);
        return output.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void pipedInputIsTypedAndEndsWithControlD() throws IOException, InterruptedException {
        assertEquals("boot\u0011\n61620a04", piped("ab", "\\021"));
    }

    @Test
    void pipedInputWaitsForTheGuest() throws IOException, InterruptedException {
        assertEquals("boot\n", piped("ab", ""));
    }

    private static QemuProcess start(String script, Duration limit) throws IOException {
        return QemuProcess.start(List.of("sh", "-c", script), limit);
    }
}
