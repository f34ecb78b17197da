package blogos.runner.cli;

import blogos.runner.UserError;
import blogos.runner.qemu.Accelerator;
import blogos.runner.qemu.Machine;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options of every command that starts a virtual machine. */
final class MachineOptions {
    /** The values of {@code --accel}. */
    enum AcceleratorChoice {
        TCG,
        KVM,
        AUTO
    }

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "512M",
            description = "The machine's memory, such as 256M or 2G (default: ${DEFAULT-VALUE}).")
    private String memory;

    @Option(
            names = "--cpus",
            paramLabel = "N",
            defaultValue = "1",
            description = "The machine's CPUs (default: ${DEFAULT-VALUE}).")
    private int cpus;

    @Option(
            names = "--accel",
            paramLabel = "tcg|kvm|auto",
            defaultValue = "tcg",
            description = "How QEMU executes: tcg works everywhere, kvm needs a host that lets it; auto takes kvm if a"
                    + " guest really runs with it (default: ${DEFAULT-VALUE}).")
    private AcceleratorChoice accelerator;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Stop QEMU after this time, with exit status 124.")
    private Integer timeoutSeconds;

    Machine machine() throws IOException, InterruptedException {
        Accelerator chosen = switch (accelerator) {
            case TCG -> Accelerator.TCG;
            case KVM -> Accelerator.KVM;
            case AUTO -> Accelerator.best();
        };
        return new Machine(Machine.parseMemory(memory), cpus, chosen);
    }

    /** How long the guest may run; null for any time. */
    Duration timeout() {
        if (timeoutSeconds == null) {
            return null;
        }
        if (timeoutSeconds < 1) {
            throw UserError.usage("--timeout must be at least 1 second");
        }
        return Duration.ofSeconds(timeoutSeconds);
    }
}
