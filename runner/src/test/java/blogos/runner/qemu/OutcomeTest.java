package blogos.runner.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.runner.ExitStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, was powered off",
        "33, 0, ended successfully",
        "35, 1, reported a failure",
        "37, 2, panicked while it reported a panic",
        "1, 3, ended because QEMU exited with status 1",
        "39, 3, ended because QEMU exited with status 39",
        "137, 10, was killed by signal 9",
        "143, 10, was killed by signal 15"
    })
    void statusesAreTheOriginals(int qemu, int expected, String description) {
        Outcome outcome = Outcome.exited(qemu);
        assertEquals(expected, outcome.exitStatus());
        assertEquals(description, outcome.describe());
    }

    @Test
    void aTimeoutHasItsOwnStatusHoweverQemuEnded() {
        Outcome outcome = Outcome.timedOut(143, Duration.ofSeconds(60));
        assertEquals(ExitStatus.TIMED_OUT, outcome.exitStatus());
        assertEquals("did not end within 60 s and was stopped", outcome.describe());
    }
}
