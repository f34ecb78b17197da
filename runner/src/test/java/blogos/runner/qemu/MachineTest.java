package blogos.runner.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blogos.runner.ExitStatus;
import blogos.runner.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
    @ParameterizedTest
    @CsvSource({"512M, 512", "2G, 2048", "300, 300", "9999999G, 2147483647"})
    void memoryHasUnits(String text, int mebibytes) {
        assertEquals(mebibytes, Machine.parseMemory(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1M", "1.5G", "512 M", "512K", "99999999"})
    void otherTextIsNoMemory(String text) {
        assertEquals(
                ExitStatus.USAGE,
                assertThrows(UserError.class, () -> Machine.parseMemory(text)).status());
    }

    @Test
    void rangesAreChecked() {
        assertThrows(UserError.class, () -> new Machine(15, 1, Accelerator.TCG));
        assertThrows(UserError.class, () -> new Machine(Integer.MAX_VALUE, 1, Accelerator.TCG));
        assertThrows(UserError.class, () -> new Machine(512, 0, Accelerator.TCG));
        assertThrows(UserError.class, () -> new Machine(512, 256, Accelerator.TCG));
    }
}
