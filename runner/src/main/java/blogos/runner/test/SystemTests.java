package blogos.runner.test;

import blogos.runner.ExitStatus;
import blogos.runner.Progress;
import blogos.runner.TemporaryDirectory;
import blogos.runner.UserError;
import blogos.runner.build.SystemImages;
import blogos.runner.image.DiskImage;
import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Firmware;
import blogos.runner.qemu.Machine;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import blogos.runner.qemu.QmpClient;
import blogos.runner.qemu.Screenshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole system, looked at from outside: what it prints, what it shows, how it ends. */
public final class SystemTests implements Suite {
    /** What a start shows: the end of the kernel's setup, what each program does, and the end. */
    private static final ExpectedLines STARTUP = new ExpectedLines(
                    "Setup complete",
                    "Hello World! 22",
                    "Alloc box: 7",
                    "A null reference is an exception",
                    "is ended by a page fault: reading 0x0",
                    "CrashNull.java:",
                    "Turning interrupts off",
                    "is ended by a general protection fault",
                    "CrashCli.java:",
                    "WRITE of a kernel address:",
                    "WRITE of a range into the kernel:",
                    "Power off")
            .without("Not reached");

    /** What a panic shows: its message, then a backtrace with files and lines. */
    private static final ExpectedLines PANIC =
            new ExpectedLines("=== KERNEL PANIC: ", ".java:", "=== END OF PANIC ===");

    private static final ExpectedLines NO_KERNEL =
            new ExpectedLines("blog_os cannot start: there is no " + DiskImage.KERNEL);

    private static final ExpectedLines BAD_KERNEL = new ExpectedLines("blog_os cannot start: ");

    /** The least share of the screen that text covers when the console works. */
    private static final double MIN_COVERAGE = 0.002;

    /** Time for the last line on the serial port to be drawn on the screen, too. */
    private static final int DRAWING_MILLIS = 500;

    private final SystemImages images;
    private final Path directory;
    private final Progress progress;

    /** Checks one thing; returns what is wrong, empty if nothing is. */
    private interface Check {
        String problem(Path scratch) throws IOException, InterruptedException;
    }

    /**
     * The tests of a system.
     *
     * @param directory where output and pictures are kept
     */
    public SystemTests(SystemImages images, Path directory, Progress progress) {
        this.images = images;
        this.directory = directory;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "system";
    }

    @Override
    public List<TestResult> run() throws IOException, InterruptedException {
        List<TestResult> results = new ArrayList<>();
        results.add(test("pvh-boot", scratch -> {
            Boot boot = new Boot.Pvh(images.kernel(), images.initrd(), "");
            return runToEnd("pvh-boot", boot, STARTUP, ExitStatus.SUCCESS);
        }));
        results.add(test("uefi-boot", scratch -> {
            Boot boot = Firmware.find().boot(images.disk(), scratch);
            return runToEnd("uefi-boot", boot, STARTUP, ExitStatus.SUCCESS);
        }));
        results.add(test("uefi-without-kernel", scratch -> {
            Path disk = scratch.resolve("no-kernel.img");
            DiskImage.write(disk, images.loader(), null, null);
            Boot boot = Firmware.find().boot(disk, scratch);
            return runToEnd("uefi-without-kernel", boot, NO_KERNEL, ExitStatus.FAILED);
        }));
        results.add(test("uefi-with-bad-kernel", scratch -> {
            Path kernel = Files.writeString(scratch.resolve("kernel"), "not an ELF file");
            Path disk = scratch.resolve("bad-kernel.img");
            DiskImage.write(disk, images.loader(), kernel, images.initrd());
            Boot boot = Firmware.find().boot(disk, scratch);
            return runToEnd("uefi-with-bad-kernel", boot, BAD_KERNEL, ExitStatus.FAILED);
        }));
        results.add(test("panic", scratch -> {
            Boot boot = new Boot.Pvh(images.kernelTests(), images.initrd(), "die=panic");
            return runToEnd("panic", boot, PANIC, ExitStatus.FAILED);
        }));
        results.add(test("framebuffer", this::framebuffer));
        return results;
    }

    private TestResult test(String name, Check check) throws IOException, InterruptedException {
        progress.step("system test " + name);
        try (TemporaryDirectory scratch = TemporaryDirectory.create()) {
            String problem = check.problem(scratch.path());
            return problem.isEmpty() ? TestResult.passed(name) : TestResult.failed(name, problem);
        } catch (UserError e) {
            return TestResult.failed(name, e.getMessage());
        }
    }

    private String runToEnd(String name, Boot boot, ExpectedLines expected, int status)
            throws IOException, InterruptedException {
        Guest.Run run = Guest.run(Machine.DEFAULT, boot, directory.resolve(name + ".log"));
        if (run.outcome().exitStatus() != status) {
            return "expected exit status " + status + ", but the guest "
                    + run.outcome().describe() + "\n" + expected.problem(run.lines());
        }
        return expected.problem(run.lines());
    }

    /** Boots with a framebuffer and looks at it once the programs have run. */
    private String framebuffer(Path scratch) throws IOException, InterruptedException {
        Path socket = scratch.resolve("qmp");
        Boot boot = Firmware.find().boot(images.disk(), scratch);
        QemuCommand command = new QemuCommand(Machine.DEFAULT, boot, directory.resolve("framebuffer.log.json"))
                .qmp(socket)
                .stayOn();
        try (QemuProcess qemu = QemuProcess.start(command.build(), Guest.LIMIT);
                QmpClient monitor = QmpClient.connect(socket)) {
            if (!qemu.awaitLine(line -> line.contains(STARTUP.last()))) {
                return STARTUP.problem(qemu.lines());
            }
            Thread.sleep(DRAWING_MILLIS);
            Screenshot screen = Screenshot.take(monitor);
            Path picture = directory.resolve("console.png");
            screen.writePng(picture);
            return screen.coverage() < MIN_COVERAGE ? "the screen is blank, see " + picture : "";
        }
    }
}
