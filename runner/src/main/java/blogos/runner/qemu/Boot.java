package blogos.runner.qemu;

import java.nio.file.Path;

/** How the machine starts. */
public sealed interface Boot {
    /**
     * The UEFI firmware starts the loader from a disk.
     *
     * @param disk a raw image; what the guest writes to it is discarded when QEMU ends
     * @param code the firmware
     * @param variables the firmware's variables, which it writes to: a copy of its own for each run
     */
    record Uefi(Path disk, Path code, Path variables) implements Boot {}

    /**
     * QEMU itself loads the kernel by its PVH note, without any firmware: the quickest way, for tests.
     *
     * @param initrd the initial RAM disk; null for none
     * @param commandLine the kernel's command line, empty for none
     */
    record Pvh(Path kernel, Path initrd, String commandLine) implements Boot {}
}
