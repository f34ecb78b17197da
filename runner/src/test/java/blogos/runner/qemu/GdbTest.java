package blogos.runner.qemu;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.runner.ExitStatus;
import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GdbTest {
    @TempDir
    Path directory;

    @Test
    void aPortInUseIsRefused() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            UserError error = assertThrows(UserError.class, () -> Gdb.requireFree(port));
            assertEquals(
                    "port " + port + " is in use: end the other session, or choose another port with --gdb-port",
                    error.getMessage());
        }
        assertDoesNotThrow(() -> Gdb.requireFree(port));
    }

    @Test
    void aNumberThatIsNoPortIsAUsageError() {
        assertEquals(ExitStatus.USAGE, assertThrows(UserError.class, () -> Gdb.requireFree(0)).status());
        assertEquals(ExitStatus.USAGE, assertThrows(UserError.class, () -> Gdb.requireFree(65536)).status());
    }

    @Test
    void symbolsOfKernelAndProgramsAreLoaded() throws IOException {
        Files.writeString(directory.resolve("pom.xml"), "<module>kernel</module><module>docs</module>");
        Path sources = Files.createDirectories(directory.resolve("kernel/src/main/java"));
        Path symbols = directory.resolve("blog_os.gdb");
        Gdb gdb = Gdb.prepare(new Project(directory), symbols, Path.of("/k"), List.of(Path.of("/a"), Path.of("/b")), 99);
        List<String> lines = Files.readAllLines(symbols);
        assertTrue(lines.contains("directory " + sources));
        assertTrue(lines.indexOf("file /k") < lines.indexOf("add-symbol-file /a"));
        assertTrue(lines.contains("add-symbol-file /b"));
        assertEquals(
                List.of("gdb", "-q", "-x", symbols.toString(), "-ex", "target remote localhost:99", "-batch"),
                gdb.command(List.of("-batch")));
    }
}
