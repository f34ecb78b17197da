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
import blogos.runner.qemu.Outcome;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import blogos.runner.qemu.QmpClient;
import blogos.runner.qemu.Screenshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The whole system, looked at from outside: what it prints, what it shows, how it ends. */
public final class SystemTests implements Suite {
    /** Programs that do what they should not, and one that does. */
    private static final String MISDEEDS = "test_prog; crash_null; crash_cli; crash_write";

    /** What they show after a start: the end of the kernel's setup, what each program does, and the end. */
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

    private static final ExpectedLines CHECKED =
            new ExpectedLines("System calls checked: 0 failures", "Power off with status 0");

    /** A program whose stack overflows without being noticed by its own code. */
    private static final ExpectedLines STACK_OVERFLOW = new ExpectedLines(
            "is ended by a page fault: writing 0x",
            "Misdeeds.recurse(Misdeeds.java:",
            "Power off with status 142");

    private static final ExpectedLines NO_KERNEL =
            new ExpectedLines("blog_os cannot start: there is no " + DiskImage.KERNEL);

    private static final ExpectedLines BAD_KERNEL =
            new ExpectedLines("blog_os cannot start: the kernel cannot be loaded");

    /** What a panic shows by the way that leads to it: what happened, and a backtrace with files and lines. */
    private static final Map<String, ExpectedLines> PANICS = new TreeMap<>(Map.of(
            "panic",
            panic("KERNEL PANIC: a deliberate panic", "Deaths.die(Deaths.java:", "KernelTests.main(KernelTests.java:"),
            "exception",
            panic("IllegalStateException: a deliberate exception", "Deaths.die(Deaths.java:", "Caused by: "),
            "page-fault",
            panic("page fault", "nothing is mapped", "rip 0x", "cr2 0x", "Deaths.die(Deaths.java:"),
            "stack-overflow",
            panic("double fault", "stack overflow", "Deaths.recurse(Deaths.java:", "Deaths.die(Deaths.java:"),
            "task-stack-overflow",
            panic("double fault", "guard page of its own kernel stack", "Deaths.recurse(Deaths.java:"),
            "foreign-stack",
            panic("page fault", "writing ", "guard page of another kernel stack", "Deaths.write(Deaths.java:"),
            "write-to-code",
            panic("page fault", ": the page forbids it", "Deaths.write(Deaths.java:"),
            "lost-stack",
            panic("In task ", "double fault", "the stack pointer is not a canonical address", "Last log lines:"),
            "out-of-memory",
            panic("In task ", "java.lang.OutOfMemoryError", "Last log lines:"),
            "program-fault",
            panic(
                    "KERNEL PANIC: a deliberate panic about a program",
                    "(crash_null) of process 1",
                    "Processes.onUserFault(Processes.java:",
                    "TrapEntry.",
                    "Last log lines:",
                    "Setup complete",
                    "The kernel was called by the program:",
                    "CrashNull.main(CrashNull.java:")));

    private static final ExpectedLines PANIC_IN_PANIC =
            new ExpectedLines("KERNEL PANIC: a deliberate panic", "In task ", "panic within a panic: ", "Setup complete");

    /** An exception that a program does not catch. */
    private static final ExpectedLines UNCAUGHT = new ExpectedLines(
            "java.lang.NullPointerException",
            "HelloNpe.lengthOf(HelloNpe.java:",
            "HelloNpe.main(HelloNpe.java:",
            "Power off with status 1");

    private static final String CALLS = "100000";
    private static final String SOAK_CALLS = "2000000";

    /** How long a guest of a soak may run. */
    private static final Duration SOAK_LIMIT = Duration.ofHours(1);

    private static final ExpectedLines FUZZED =
            new ExpectedLines("Survived ", "Power off with status 0").without(" answered ");

    /** What a start without log lines shows. */
    private static final ExpectedLines QUIET = new ExpectedLines("@@TEST DONE 1 1").without("[INFO]");

    private static final ExpectedLines SWITCHED = new ExpectedLines(
            "Switches checked: 0 wrong", "Switches checked: 0 wrong", "Switches checked: 0 wrong", "Power off with status 0");

    private static final ExpectedLines MANY =
            new ExpectedLines("2000 processes: ", "Power off with status 0");

    /** The least share of the screen that text covers when the console works. */
    private static final double MIN_COVERAGE = 0.002;

    /** Time for the last line on the serial port to be drawn on the screen, too. */
    private static final int DRAWING_MILLIS = 500;

    private final SystemImages images;
    private final Path directory;
    private final boolean soak;
    private final Progress progress;
    private final List<TestResult> results = new ArrayList<>();

    /** Checks one thing; returns what is wrong, empty if nothing is. Files in {@code scratch} disappear afterwards. */
    private interface Check {
        String problem(Path scratch) throws IOException, InterruptedException;
    }

    /**
     * The tests of a system.
     *
     * @param directory where output and pictures are kept
     * @param soak whether to take hours rather than minutes where that finds more
     */
    public SystemTests(SystemImages images, Path directory, boolean soak, Progress progress) {
        this.images = images;
        this.directory = directory;
        this.soak = soak;
        this.progress = progress;
    }

    private static ExpectedLines panic(String... texts) {
        List<String> lines = new ArrayList<>(List.of(texts));
        lines.add("=== END OF PANIC ===");
        return new ExpectedLines(lines.toArray(String[]::new));
    }

    @Override
    public String name() {
        return "system";
    }

    @Override
    public List<TestResult> run() throws IOException, InterruptedException {
        test("pvh-boot", scratch -> runLine("pvh-boot", MISDEEDS, scratch, STARTUP, ExitStatus.SUCCESS));
        test("uefi-boot", scratch -> {
            Path disk = images.diskFor(MISDEEDS, scratch);
            return runDisk("uefi-boot", disk, scratch, STARTUP, ExitStatus.SUCCESS);
        });
        test("framebuffer", this::framebuffer);
        test(
                "checked-system-calls",
                scratch -> runLine("check_syscalls", "true | check_syscalls", scratch, CHECKED, ExitStatus.SUCCESS));
        test(
                "program-stack-overflow",
                scratch -> runLine("crash_stack", "crash_stack", scratch, STACK_OVERFLOW, ExitStatus.FAILED));
        test("uefi-without-kernel", scratch -> {
            Path disk = scratch.resolve("disk.img");
            DiskImage.write(disk, images.loader(), null, null);
            return runDisk("uefi-without-kernel", disk, scratch, NO_KERNEL, ExitStatus.FAILED);
        });
        test("uefi-with-bad-kernel", scratch -> {
            Path disk = scratch.resolve("disk.img");
            Path kernel = Files.writeString(scratch.resolve("kernel"), "not an ELF file");
            DiskImage.write(disk, images.loader(), kernel, images.initrd());
            return runDisk("uefi-with-bad-kernel", disk, scratch, BAD_KERNEL, ExitStatus.FAILED);
        });
        for (Map.Entry<String, ExpectedLines> panic : PANICS.entrySet()) {
            test("panic-by-" + panic.getKey(), scratch -> die(panic.getKey(), panic.getValue(), ExitStatus.FAILED));
        }
        test("panic-in-panic", scratch -> die("panic-in-panic", PANIC_IN_PANIC, ExitStatus.PANIC_WRITER_FAILED));
        test("uncaught-exception", scratch -> runLine("hello_npe", "hello_npe", scratch, UNCAUGHT, ExitStatus.FAILED));
        String calls = soak ? SOAK_CALLS : CALLS;
        test(
                "fuzzed-system-calls",
                scratch -> runLine("fuzz_syscalls", "true | fuzz_syscalls " + calls, scratch, FUZZED, ExitStatus.SUCCESS));
        String three = "check_switches | check_switches | check_switches";
        test("programs-at-once", scratch -> runLine("programs-at-once", three, scratch, SWITCHED, ExitStatus.SUCCESS));
        test("many-processes", scratch -> runLine("spawn_many", "spawn_many 2000", scratch, MANY, ExitStatus.SUCCESS));
        test("shell", this::shell);
        test("legacy-devices", scratch -> runDeviceTests("noapic nolapic nohpet clock=pit"));
        test(
                "log-filter",
                scratch -> runKernel(
                        "log-filter", images.kernelTests(), "log=off only=breakpoint", QUIET, ExitStatus.SUCCESS));
        test("serial-input", new TerminalTests(images, directory)::serial);
        test("keyboard-input", new TerminalTests(images, directory)::keyboard);
        return results;
    }

    private void test(String name, Check check) throws IOException, InterruptedException {
        progress.step("system test " + name);
        try (TemporaryDirectory scratch = TemporaryDirectory.create()) {
            String problem = check.problem(scratch.path());
            results.add(problem.isEmpty() ? TestResult.passed(name) : TestResult.failed(name, problem));
        } catch (UserError e) {
            results.add(TestResult.failed(name, e.getMessage()));
        }
    }

    /** Starts the test image so that it dies in one of the ways it knows. */
    private String die(String way, ExpectedLines expected, int status) throws IOException, InterruptedException {
        return runKernel("panic-by-" + way, images.kernelTests(), "die=" + way, expected, status);
    }

    /** Runs the kernel's tests of interrupts, time and input on a machine with certain devices. */
    private String runDeviceTests(String options) throws IOException, InterruptedException {
        Boot boot = new Boot.Pvh(images.kernelTests(), images.initrd(), options + " only=interrupts");
        Guest.Run run = Guest.run(Machine.DEFAULT, boot, directory.resolve("legacy-devices.log"));
        List<TestResult> tests = GuestTestLog.read(run.lines(), run.outcome());
        return tests.stream()
                .filter(result -> result.outcome() == TestResult.Outcome.FAILED)
                .map(result -> result.name() + ": " + result.message() + "\n")
                .collect(Collectors.joining());
    }

    private String runKernel(String name, Path kernel, String commandLine, ExpectedLines expected, int status)
            throws IOException, InterruptedException {
        return runToEnd(name, new Boot.Pvh(kernel, images.initrd(), commandLine), expected, status);
    }

    private String runDisk(String name, Path disk, Path scratch, ExpectedLines expected, int status)
            throws IOException, InterruptedException {
        return runToEnd(name, Firmware.find().boot(disk, scratch), expected, status);
    }

    /** Boots and lets the shell carry out a line. */
    private String runLine(String name, String line, Path scratch, ExpectedLines expected, int status)
            throws IOException, InterruptedException {
        Boot boot = new Boot.Pvh(images.kernel(), images.initrdFor(line, scratch), "");
        return runToEnd(name, boot, expected, status);
    }

    /** Types at the prompt and reads what comes. */
    private String shell(Path scratch) throws IOException, InterruptedException {
        Boot boot = new Boot.Pvh(images.kernel(), images.initrd(), "");
        QemuCommand command = new QemuCommand(Machine.DEFAULT, boot, directory.resolve("shell.log.json"));
        try (QemuProcess qemu = QemuProcess.start(command.build(), Guest.LIMIT)) {
            String problem = ShellSession.run(qemu);
            Outcome outcome = qemu.await();
            Files.write(directory.resolve("shell.log"), qemu.lines());
            if (problem.isEmpty() && outcome.exitStatus() != ExitStatus.SUCCESS) {
                return "the guest " + outcome.describe();
            }
            return problem;
        }
    }

    private String runToEnd(String name, Boot boot, ExpectedLines expected, int status)
            throws IOException, InterruptedException {
        Path transcript = directory.resolve(name + ".log");
        Guest.Run run = Guest.run(Machine.DEFAULT, boot, transcript, soak ? SOAK_LIMIT : Guest.LIMIT);
        String problem = expected.problem(run.lines());
        if (run.outcome().exitStatus() == status) {
            return problem;
        }
        return "expected exit status " + status + ", but the guest "
                + run.outcome().describe() + "\n" + problem;
    }

    /** Boots with a framebuffer and looks at it once the programs have run. */
    private String framebuffer(Path scratch) throws IOException, InterruptedException {
        Path socket = scratch.resolve("qmp");
        Boot boot = Firmware.find().boot(images.diskFor(MISDEEDS, scratch), scratch);
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
