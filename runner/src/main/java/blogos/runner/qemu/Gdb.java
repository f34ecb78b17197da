package blogos.runner.qemu;

import blogos.runner.ExitStatus;
import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The debugger for a machine that waits for one: with the symbols of kernel and programs, and the project's sources.
 *
 * @param symbols a file of gdb commands that load them; IDEs use it, too
 * @param port the port on this machine where QEMU listens
 */
public record Gdb(Path symbols, int port) {
    /** The port unless something else is asked for: the one that QEMU itself prefers. */
    public static final int DEFAULT_PORT = 1234;

    private static final String PROGRAM = "gdb";
    private static final int MAX_PORT = 65535;

    /**
     * A debugger for a system.
     *
     * @param symbols the file to write
     * @param kernel the kernel that is debugged
     * @param programs its programs, at addresses that differ
     */
    public static Gdb prepare(Project project, Path symbols, Path kernel, Collection<Path> programs, int port)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Symbols and sources of blog_os, for gdb and for IDEs that use it. Written by ./blog_os.");
        lines.add("set confirm off");
        lines.add("set width 0");
        // The images contain the script that shows Java values.
        lines.add("add-auto-load-safe-path " + symbols.getParent());
        for (String module : project.modules()) {
            Path sources = project.root().resolve(module).resolve("src/main/java");
            if (Files.isDirectory(sources)) {
                lines.add("directory " + sources);
            }
        }
        lines.add("file " + kernel);
        programs.forEach(program -> lines.add("add-symbol-file " + program));
        lines.add("set confirm on");
        Files.write(symbols, lines);
        return new Gdb(symbols, port);
    }

    /** Whether gdb is there. */
    public static boolean isInstalled() {
        return HostPrograms.isInstalled(PROGRAM);
    }

    /**
     * Checks that gdb is there.
     *
     * @throws UserError if it is not
     */
    public static void requireInstalled() {
        if (!isInstalled()) {
            throw new UserError(PROGRAM + " was not found; install the package gdb, or use --no-start-gdb and another"
                    + " debugger");
        }
    }

    /**
     * Checks that QEMU can listen on a port.
     *
     * @throws UserError if it is no port number, or in use
     */
    public static void requireFree(int port) {
        if (port < 1 || port > MAX_PORT) {
            throw UserError.usage("--gdb-port must be from 1 to " + MAX_PORT);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UserError("port " + port + " is in use: end the other session, or choose another port with"
                    + " --gdb-port");
        }
    }

    /**
     * The program and its arguments.
     *
     * @param options what else gdb is to do, after it has connected
     */
    public List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-q", "-x", symbols.toString()));
        command.addAll(List.of("-ex", "target remote localhost:" + port));
        command.addAll(options);
        return command;
    }

    /**
     * Runs a machine in the background and gdb on the runner's terminal, where the first serial port is also shown. The
     * machine ends with gdb.
     *
     * @param machine a command with {@link QemuCommand#waitForDebugger}
     * @param limit how long the session may last; null for any time
     * @return the exit status for the runner
     */
    public int runOnTerminal(List<String> machine, Duration limit) throws IOException, InterruptedException {
        // Ctrl-C is for gdb: it interrupts neither this program nor, in a session of its own, QEMU.
        sun.misc.Signal.handle(new sun.misc.Signal("INT"), signal -> {});
        List<String> detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(machine);
        Process qemu = new ProcessBuilder(detached)
                .inheritIO()
                .redirectInput(new File("/dev/null"))
                .start();
        Thread killer = QemuProcess.killAtExit(qemu);
        try {
            Process gdb = new ProcessBuilder(command(List.of())).inheritIO().start();
            if (limit == null) {
                gdb.waitFor();
            } else if (!gdb.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                QemuProcess.end(gdb);
                return ExitStatus.TIMED_OUT;
            }
            return gdb.exitValue() == 0 ? ExitStatus.SUCCESS : ExitStatus.OTHER;
        } finally {
            QemuProcess.end(qemu);
            QemuProcess.cancel(killer);
        }
    }
}
