package blogos.runner.bench;

import blogos.runner.UserError;
import blogos.runner.image.CpioArchive;
import blogos.runner.qemu.Outcome;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs static executables as the first process of Linux in QEMU with one instruction a nanosecond: a time measured there is the number of instructions executed, the kernel's included, on any machine and under any load.
 */
final class LinuxGuest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** The package that stands for Debian's current kernel for virtual machines. */
    private static final String PACKAGE = "linux-image-cloud-amd64";

    /** Without what makes an instruction count unfair or uneven: copies by single bytes, zeroing twice, mitigations, chance. */
    private static final String COMMAND_LINE = "console=ttyS0 panic=-1 quiet mitigations=off init_on_alloc=0 lsm= cgroup_disable=memory"
            + " audit=0 randomize_kstack_offset=off norandmaps";

    private static final String CPU = "max,-erms,-fsrm,-smap,-la57";

    private final Path kernel;

    private LinuxGuest(Path kernel) {
        this.kernel = kernel;
    }

    /** A guest with a kernel image ({@code bzImage}). */
    static LinuxGuest of(Path kernel) {
        return new LinuxGuest(kernel);
    }

    /**
     * A guest with Debian's kernel, which is downloaded into a directory (26 MB) unless it is there.
     *
     * @throws UserError if that is not possible
     */
    static LinuxGuest downloaded(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path kernel = find(directory, "vmlinuz-");
        if (kernel == null) {
            String advice = "getting a Linux kernel to count instructions with (or name one with --linux)";
            String name = Command.run(advice, List.of("apt-cache", "depends", PACKAGE)).stream()
                    .filter(line -> line.contains("Depends: linux-image"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow(() -> new UserError(advice + ": no package " + PACKAGE));
            Command.run(advice, List.of("apt-get", "download", "-q", name), directory);
            Command.run(advice, List.of("dpkg", "-x", find(directory, "linux-image").toString(), directory.toString()));
            kernel = find(directory, "vmlinuz-");
        }
        return new LinuxGuest(kernel);
    }

    private static Path find(Path directory, String start) throws IOException {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start)).findFirst().orElse(null);
        }
    }

    /**
     * Boots, runs a program and answers what it prints, with one instruction a nanosecond.
     *
     * @param scratch directory for the initial RAM disk
     */
    List<String> run(Path program, List<String> arguments, Path scratch) throws IOException, InterruptedException {
        return run(program, arguments, true, scratch);
    }

    /** The same; {@code counting} says whether time is instructions, or that of the host. */
    List<String> run(Path program, List<String> arguments, boolean counting, Path scratch)
            throws IOException, InterruptedException {
        TreeMap<String, Path> files = new TreeMap<>();
        files.put("init", program);
        Path archive = scratch.resolve("linux.cpio");
        CpioArchive.write(archive, files);
        List<String> command = new ArrayList<>(List.of(QemuCommand.PROGRAM, "-kernel", kernel.toString(), "-initrd", archive.toString()));
        command.addAll(List.of("-accel", "tcg", "-cpu", CPU, "-m", "512M", "-smp", "1", "-seed", "1", "-nic", "none", "-no-reboot"));
        if (counting) {
            command.addAll(List.of("-icount", "shift=0,sleep=off", "-rtc", "base=2024-01-01,clock=vm"));
        }
        command.addAll(List.of("-display", "none", "-monitor", "none", "-serial", "stdio"));
        String extra = arguments.isEmpty() ? "" : " -- " + String.join(" ", arguments);
        command.addAll(List.of("-append", COMMAND_LINE + extra));
        try (QemuProcess qemu = QemuProcess.start(command, LIMIT)) {
            Outcome outcome = qemu.await();
            if (outcome.isTimeout()) {
                throw new UserError("Linux in QEMU " + outcome.describe());
            }
            return qemu.lines();
        }
    }
}
