package blogos.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void qemuExitsWithTheCodeShiftedAndMadeOdd() {
        assertEquals(33, ExitCode.qemuStatus(ExitCode.SUCCESS));
        assertEquals(35, ExitCode.qemuStatus(ExitCode.FAILED));
        assertEquals(37, ExitCode.qemuStatus(ExitCode.PANIC_WRITER_FAILED));
    }
}
