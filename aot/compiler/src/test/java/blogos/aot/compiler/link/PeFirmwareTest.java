package blogos.aot.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import blogos.aot.compiler.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has real UEFI firmware load a PE image, where QEMU and OVMF are installed. */
class PeFirmwareTest {
    private static final Path FIRMWARE = Path.of("/usr/share/OVMF/OVMF_CODE.fd");

    /**
     * Prints through the console of the system table (offset 64: ConOut; there, offset 8: OutputString; UEFI 2.10,
     * sections 4.3 and 12.4) and ends QEMU. Finds its text through a base relocation and its number through a 32-bit
     * offset from the image's start.
     */
    private static final String APPLICATION = """
            @__image_start = external global i8
            @text = constant [7 x i16] [i16 108, i16 111, i16 97, i16 100, i16 101, i16 100, i16 0]
            @address = global ptr @text
            @number = constant i32 16
            @offset = global i32 trunc (i64 ptrtoint (ptr @number to i64) to i32)
            define win64cc i64 @_start(ptr %image, ptr %systemTable) {
                %conOutField = getelementptr i8, ptr %systemTable, i64 64
                %conOut = load ptr, ptr %conOutField
                %functionField = getelementptr i8, ptr %conOut, i64 8
                %function = load ptr, ptr %functionField
                %text = load volatile ptr, ptr @address
                call win64cc i64 %function(ptr %conOut, ptr %text)
                %offset = load volatile i32, ptr @offset
                %wide = zext i32 %offset to i64
                %numberAddress = getelementptr i8, ptr @__image_start, i64 %wide
                %number = load volatile i32, ptr %numberAddress
                call void asm sideeffect "outl %eax, $$0xf4", "{eax}"(i32 %number)
                ret i64 0
            }
            """;

    @TempDir
    Path directory;

    @Test
    void theFirmwareLoadsAndRunsTheImage() throws IOException, InterruptedException {
        assumeTrue(Files.exists(FIRMWARE), "OVMF is not installed");
        assumeTrue(isOnPath("qemu-system-x86_64"), "QEMU is not installed");
        Path partition = directory.resolve("partition");
        Path boot = Files.createDirectories(partition.resolve("EFI/BOOT"));
        PeWriter.write(new TestImages(directory).link(Target.UEFI, "elf", APPLICATION), boot.resolve("BOOTX64.EFI"));
        Path serial = directory.resolve("serial");
        Process qemu = new ProcessBuilder(List.of(
                "qemu-system-x86_64", "-machine", "q35", "-m", "128", "-display", "none", "-no-reboot", "-net", "none",
                "-drive", "if=pflash,format=raw,readonly=on,file=" + FIRMWARE,
                "-drive", "format=raw,file=fat:rw:" + partition,
                "-device", "isa-debug-exit,iobase=0xf4,iosize=4",
                "-serial", "file:" + serial)).inheritIO().start();
        try {
            assertTrue(qemu.waitFor(60, TimeUnit.SECONDS), "QEMU has not ended");
        } finally {
            qemu.destroyForcibly();
        }
        // The device makes 2n + 1 of what is written.
        assertEquals(33, qemu.exitValue());
        assertTrue(Files.readString(serial, StandardCharsets.ISO_8859_1).contains("loaded"));
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
