package blogos.runner.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.runner.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareTest {
    @TempDir
    Path directory;

    @Test
    void theFirstWholePairIsTaken() throws IOException {
        Path code = Files.writeString(directory.resolve("code"), "code");
        Path variables = Files.writeString(directory.resolve("variables"), "variables");
        Firmware half = new Firmware(code, directory.resolve("missing"));
        Firmware whole = new Firmware(code, variables);
        assertEquals(whole, Firmware.find(List.of(half, whole)));
    }

    @Test
    void everyRunHasItsOwnVariables() throws IOException {
        Path template = Files.writeString(directory.resolve("template"), "variables");
        Path disk = directory.resolve("disk.img");
        Boot.Uefi boot = new Firmware(template, template).boot(disk, Files.createDirectory(directory.resolve("run")));
        assertEquals("variables", Files.readString(boot.variables()));
        assertTrue(boot.variables().startsWith(directory.resolve("run")));
        assertEquals(disk, boot.disk());
    }

    @Test
    void withoutOneTheMessageNamesPackages() {
        UserError error = assertThrows(UserError.class, () -> Firmware.find(List.of()));
        assertTrue(error.getMessage().contains("ovmf"), error.getMessage());
    }
}
