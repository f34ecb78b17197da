package blogos.runner.qemu;

import blogos.qemu.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What executes the guest's instructions. */
public enum Accelerator {
    /** QEMU's own translator: works everywhere. */
    TCG,
    /** Linux's hypervisor. */
    KVM;

    private static final Path KVM_DEVICE = Path.of("/dev/kvm");
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);

    /** Size of the probe's firmware; QEMU maps it so that it ends at 4 GiB. */
    private static final int FIRMWARE_SIZE = 1 << 16;

    /**
     * {@code mov al, SUCCESS; out PORT, al; hlt; jmp back to hlt}: the first instructions after reset, 16 bytes below 4
     * GiB.
     */
    private static final byte[] PROBE = {
        (byte) 0xb0, ExitCode.SUCCESS, (byte) 0xe6, (byte) ExitCode.PORT, (byte) 0xf4, (byte) 0xeb, (byte) 0xfd
    };

    /** The name after {@code -accel}. */
    String id() {
        return this == KVM ? "kvm" : "tcg";
    }

    /**
     * KVM if a guest really runs with it here, else TCG. That {@code /dev/kvm} exists does not say so: in nested
     * virtual machines QEMU may refuse the CPU model or the guest may hang, so a guest of three instructions is run,
     * for 3 s at most.
     */
    public static Accelerator best() throws IOException, InterruptedException {
        return Files.isWritable(KVM_DEVICE) && kvmRunsGuests() ? KVM : TCG;
    }

    private static boolean kvmRunsGuests() throws IOException, InterruptedException {
        byte[] firmware = new byte[FIRMWARE_SIZE];
        System.arraycopy(PROBE, 0, firmware, FIRMWARE_SIZE - 16, PROBE.length);
        Path file = Files.createTempFile("blog_os-probe", ".bin");
        try {
            Files.write(file, firmware);
            List<String> command = new ArrayList<>(List.of(QemuCommand.PROGRAM, "-accel", KVM.id()));
            command.addAll(List.of("-cpu", "max", "-m", "16M", "-nic", "none", "-bios", file.toString()));
            command.addAll(List.of("-device", QemuCommand.EXIT_DEVICE, "-no-reboot"));
            command.addAll(List.of("-display", "none", "-serial", "none", "-monitor", "none"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Outcome outcome = QemuProcess.await(process, PROBE_LIMIT);
            return !outcome.isTimeout() && outcome.status() == ExitCode.qemuStatus(ExitCode.SUCCESS);
        } finally {
            Files.delete(file);
        }
    }
}
