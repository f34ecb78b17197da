package blogos.runner.test;

import blogos.runner.Project;
import blogos.runner.TemporaryDirectory;
import blogos.runner.build.SystemImages;
import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Gdb;
import blogos.runner.qemu.Machine;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system under gdb, as {@code ./blog_os run --gdb} starts it: stops in kernel and programs by file and line. */
public final class DebuggerTests implements Suite {
    private static final String KERNEL_FILE = "kernel/src/main/java/blogos/kernel/io/KernelLog.java";
    private static final String PROGRAM_FILE = "userspace/programs/src/main/java/blogos/programs/TestProg.java";

    private final Project project;
    private final SystemImages images;
    private final Path directory;

    /**
     * The tests of a system.
     *
     * @param directory where gdb's output is kept
     */
    public DebuggerTests(Project project, SystemImages images, Path directory) {
        this.project = project;
        this.images = images;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "debugger";
    }

    @Override
    public List<TestResult> run() throws IOException, InterruptedException {
        if (!Gdb.isInstalled()) {
            return List.of(TestResult.skipped("gdb", "gdb is not installed"));
        }
        return List.of(stopInKernelAndProgram());
    }

    /** One session for all: the start, a kernel method, a program, the system call it makes, and on to the end. */
    private TestResult stopInKernelAndProgram() throws IOException, InterruptedException {
        String kernelLine = project.root().resolve(KERNEL_FILE).getParent() + "/" + line(KERNEL_FILE, "if (second.isPresent())");
        String programLine = line(PROGRAM_FILE, "\"Hello World! \"");
        List<String> commands = List.of(
                "print $pc",
                "break " + kernelLine,
                "continue",
                "backtrace",
                "info locals",
                "break " + programLine,
                "continue",
                "backtrace",
                "info locals",
                "tbreak blogos.kernel.syscalls.Syscalls.dispatch",
                "continue",
                "backtrace",
                "delete",
                "continue");
        ExpectedLines expected = new ExpectedLines(
                        "$1 = (void (*)()) 0xfff0",
                        "Breakpoint 1, blogos.kernel.io.KernelLog.init(",
                        "#0  blogos.kernel.io.KernelLog.init(",
                        "in blogos.kernel.Setup.initializeOutput(blogos.boot.BootInfo) (bootInfo=BootInfo(Address(0x",
                        "in blogos.kernel.Setup.run(blogos.boot.BootInfo)",
                        "in blogos.kernel.Kernel.main(java.lang.String[] *)",
                        "second = blogos.hal.Uart16550@0x",
                        "Breakpoint 2, blogos.programs.TestProg.main(java.lang.String[] *) (args=java.lang.String[",
                        "#0  blogos.programs.TestProg.main(java.lang.String[] *)",
                        "in blogos.aot.runtime.Startup.run(java.lang.String[] *)",
                        "sum = 22",
                        "numbers = ArrayList(6) {1, 2, 3, 4, 5, 6}",
                        "#0  blogos.kernel.syscalls.Syscalls.dispatch(blogos.hal.TrapFrame)",
                        "in blogos.programs.TestProg.main(java.lang.String[] *)")
                .without("Python Exception");
        List<String> output = debug(commands);
        Files.write(directory.resolve("debugger.log"), output);
        String problem = expected.problem(output);
        return problem.isEmpty()
                ? TestResult.passed("kernel-and-program")
                : TestResult.failed("kernel-and-program", problem);
    }

    /** What gdb prints for commands to a machine that has not begun. */
    private List<String> debug(List<String> commands) throws IOException, InterruptedException {
        try (TemporaryDirectory scratch = TemporaryDirectory.create()) {
            Gdb gdb = images.gdb(project, freePort());
            List<String> options = new ArrayList<>(List.of("-batch", "-nx"));
            commands.forEach(command -> options.addAll(List.of("-ex", command)));
            Boot boot = new Boot.Pvh(images.kernel(), images.initrdFor("test_prog", scratch.path()), "");
            QemuCommand machine = new QemuCommand(Machine.DEFAULT, boot, scratch.path().resolve("log"))
                    .waitForDebugger(gdb.port());
            try (QemuProcess qemu = QemuProcess.start(machine.build(), Guest.LIMIT)) {
                Process process = new ProcessBuilder(gdb.command(options))
                        .redirectErrorStream(true)
                        .start();
                process.getOutputStream().close();
                Thread watch = new Thread(() -> endWith(qemu, process), "time limit of gdb");
                watch.setDaemon(true);
                watch.start();
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }
    }

    /** Ends gdb when the machine has ended, by itself or by its time limit. */
    private static void endWith(QemuProcess qemu, Process gdb) {
        try {
            qemu.await();
            gdb.waitFor(Guest.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gdb.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** {@code File.java:42} of the first line in a source file that contains a text. */
    private String line(String file, String text) throws IOException {
        Path path = project.root().resolve(file);
        List<String> lines = Files.readAllLines(path);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return path.getFileName() + ":" + (i + 1);
            }
        }
        throw new IOException("no line with " + text + " in " + file);
    }
}
