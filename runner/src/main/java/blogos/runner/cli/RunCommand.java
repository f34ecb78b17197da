package blogos.runner.cli;

import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.TemporaryDirectory;
import blogos.runner.build.SystemImages;
import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Display;
import blogos.runner.qemu.Firmware;
import blogos.runner.qemu.Gdb;
import blogos.runner.qemu.Machine;
import blogos.runner.qemu.Outcome;
import blogos.runner.qemu.PowerOffStatus;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./blog_os run}. */
@Command(
        name = "run",
        description = "Builds what changed and boots it in QEMU, with the first serial port on the terminal.",
        footer = {
            "",
            "Exit status: that of the system's shell, where it ended by itself; otherwise"
                    + " 0 if the system succeeded or was powered off, 1 if it failed or panicked, 2 if reporting a"
                    + " panic failed, 3 if QEMU failed, 10 if it was killed, 64 for a wrong option, 69 if something is"
                    + " missing or does not build, 124 after --timeout.%n"
        })
final class RunCommand implements Callable<Integer> {
    /** The values of {@code --boot}. */
    enum BootChoice {
        UEFI,
        PVH
    }

    private final Project project;

    @Mixin
    private HelpOption help;

    private final Progress progress = Progress.toStandardError();

    @Mixin
    private ImageOptions image;

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Option(names = "--no-display", description = "Stay in the terminal, without a window; Ctrl-A X ends QEMU.")
    private boolean noDisplay;

    @Option(
            names = "--boot",
            paramLabel = "uefi|pvh",
            defaultValue = "uefi",
            description = "Start from the disk image through the UEFI firmware, or let QEMU load the kernel, which is"
                    + " quicker but gives it no framebuffer (default: ${DEFAULT-VALUE}).")
    private BootChoice boot;

    @Option(
            names = "--gdb",
            description = "Wait for a debugger before the first instruction and start gdb on the terminal, which"
                    + " then shows the serial port, too; QEMU ends with gdb.")
    private boolean gdb;

    @Option(
            names = "--no-start-gdb",
            description = "With --gdb: leave the port to the debugger of an IDE, and the terminal to the system.")
    private boolean noStartGdb;

    @Option(
            names = "--gdb-port",
            paramLabel = "PORT",
            defaultValue = "" + Gdb.DEFAULT_PORT,
            description = "Where the debugger finds QEMU on this machine (default: ${DEFAULT-VALUE}).")
    private int gdbPort;

    @Option(
            names = "--exec",
            paramLabel = "LINE",
            description = "Let the system's shell carry out this line and power off; the exit status is the line's.")
    private String exec;

    RunCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        QemuCommand.requireInstalled();
        boolean debugs = gdb || noStartGdb;
        if (debugs) {
            Gdb.requireFree(gdbPort);
        }
        if (debugs && !noStartGdb) {
            Gdb.requireInstalled();
        }
        Firmware firmware = boot == BootChoice.UEFI ? Firmware.find() : null;
        Machine virtual = machine.machine();
        Duration timeout = machine.timeout();
        SystemImages images = image.images(project, progress);
        try (TemporaryDirectory scratch = TemporaryDirectory.create()) {
            Boot start = start(images, firmware, scratch.path());
            Path log = project.target().resolve("out.json.log");
            QemuCommand command = new QemuCommand(virtual, start, log);
            String display = noDisplay ? null : Display.available();
            boolean isTyped = isTerminal();
            if (display != null) {
                command.display(display);
            }
            if (isTyped && (!debugs || noStartGdb)) {
                command.monitorOnTerminal();
            }
            if (debugs) {
                Gdb debugger = images.gdb(project, gdbPort);
                command.waitForDebugger(gdbPort);
                if (!noStartGdb) {
                    return debugger.runOnTerminal(command.build(), timeout);
                }
                progress.step("waiting for a debugger at localhost:" + gdbPort + "; its symbols: "
                        + project.show(debugger.symbols()));
            }
            Outcome outcome = isTyped
                    ? QemuProcess.runOnTerminal(command.build(), timeout)
                    : QemuProcess.runOnPipes(command.build(), timeout, System.in, System.out);
            int status = PowerOffStatus.of(outcome, log);
            if (status == outcome.exitStatus() && status != 0) {
                progress.step("the system " + outcome.describe());
            }
            return status;
        }
    }

    private Boot start(SystemImages images, Firmware firmware, Path scratch) throws IOException {
        if (firmware == null) {
            return new Boot.Pvh(images.kernel(), exec == null ? images.initrd() : images.initrdFor(exec, scratch), "");
        }
        return firmware.boot(exec == null ? images.disk() : images.diskFor(exec, scratch), scratch);
    }

    /** Whether somebody types at standard input; else it is a file, a pipe or nothing. */
    private static boolean isTerminal() throws IOException {
        Path input = Path.of("/proc/self/fd/0");
        if (!Files.isSymbolicLink(input)) {
            return false;
        }
        String target = Files.readSymbolicLink(input).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
    }
}
