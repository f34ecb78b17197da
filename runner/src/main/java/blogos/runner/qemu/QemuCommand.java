package blogos.runner.qemu;

import blogos.qemu.ExitCode;
import blogos.runner.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of one QEMU run. */
public final class QemuCommand {
    /** The emulator. */
    public static final String PROGRAM = "qemu-system-x86_64";

    /** Through this device the guest ends QEMU with a status. */
    static final String EXIT_DEVICE =
            "isa-debug-exit,iobase=0x%x,iosize=0x%02x".formatted(ExitCode.PORT, ExitCode.PORT_SIZE);

    private final Machine machine;
    private final Boot boot;
    private final Path log;
    private String display = "none";
    private boolean monitorOnTerminal;
    private boolean exitDevice = true;
    private Path qmpSocket;
    private int debuggerPort;

    /**
     * A run without a window, with the first serial port on standard input and output.
     *
     * @param log the file for the second serial port, on which the kernel logs as JSON lines
     */
    public QemuCommand(Machine machine, Boot boot, Path log) {
        this.machine = machine;
        this.boot = boot;
        this.log = log;
    }

    /** Shows the framebuffer through one of QEMU's display types, such as {@code gtk}. */
    public QemuCommand display(String type) {
        display = type;
        return this;
    }

    /**
     * Shares the terminal between serial port and QEMU's monitor: Ctrl-A C changes between them, Ctrl-A X ends QEMU.
     */
    public QemuCommand monitorOnTerminal() {
        monitorOnTerminal = true;
        return this;
    }

    /** Keeps the machine, and so its screen, when the guest is done: it can neither exit QEMU nor power it off. */
    public QemuCommand stayOn() {
        exitDevice = false;
        return this;
    }

    /** Offers QEMU's machine protocol on a Unix socket, for {@link QmpClient}. */
    public QemuCommand qmp(Path socket) {
        qmpSocket = socket;
        return this;
    }

    /** Makes the machine wait for a debugger before its first instruction, on a port of this host alone. */
    public QemuCommand waitForDebugger(int port) {
        debuggerPort = port;
        return this;
    }

    /** The program and its arguments. */
    public List<String> build() {
        List<String> command = new ArrayList<>();
        command.add(PROGRAM);
        command.addAll(List.of("-accel", machine.accelerator().id(), "-cpu", "max"));
        command.addAll(List.of("-m", machine.memoryMib() + "M", "-smp", String.valueOf(machine.cpus())));
        command.addAll(List.of("-nic", "none", "-no-reboot"));
        if (exitDevice) {
            command.addAll(List.of("-device", EXIT_DEVICE));
        } else {
            command.add("-no-shutdown");
        }
        if (boot instanceof Boot.Uefi uefi) {
            addUefi(command, uefi);
        } else if (boot instanceof Boot.Pvh pvh) {
            addPvh(command, pvh);
        }
        command.addAll(List.of("-display", display));
        command.addAll(List.of("-serial", monitorOnTerminal ? "mon:stdio" : "stdio"));
        command.addAll(List.of("-serial", "file:" + log));
        if (!monitorOnTerminal) {
            command.addAll(List.of("-monitor", "none"));
        }
        if (qmpSocket != null) {
            command.addAll(List.of("-qmp", "unix:" + escape(qmpSocket) + ",server=on,wait=off"));
        }
        if (debuggerPort != 0) {
            command.addAll(List.of("-S", "-gdb", "tcp:127.0.0.1:" + debuggerPort));
        }
        return command;
    }

    private static void addUefi(List<String> command, Boot.Uefi uefi) {
        command.add("-drive");
        command.add("if=pflash,unit=0,format=raw,readonly=on,file=" + escape(uefi.code()));
        command.add("-drive");
        command.add("if=pflash,unit=1,format=raw,file=" + escape(uefi.variables()));
        command.add("-drive");
        command.add("if=none,id=disk,format=raw,snapshot=on,file=" + escape(uefi.disk()));
        command.addAll(List.of("-device", "ide-hd,drive=disk,bootindex=0"));
    }

    private static void addPvh(List<String> command, Boot.Pvh pvh) {
        command.addAll(List.of("-kernel", pvh.kernel().toString()));
        if (pvh.initrd() != null) {
            command.addAll(List.of("-initrd", escape(pvh.initrd())));
        }
        if (!pvh.commandLine().isEmpty()) {
            command.addAll(List.of("-append", pvh.commandLine()));
        }
    }

    /** In QEMU's option lists a comma separates, two stand for one. */
    private static String escape(Path path) {
        return path.toString().replace(",", ",,");
    }

    /**
     * Checks that the emulator is there.
     *
     * @throws UserError if it is not
     */
    public static void requireInstalled() {
        if (!HostPrograms.isInstalled(PROGRAM)) {
            throw new UserError(PROGRAM + " was not found; install the package qemu-system-x86 (Debian, Ubuntu, Fedora,"
                    + " Arch, openSUSE)");
        }
    }
}
