package blogos.runner.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A running QEMU whose first serial port is read line by line. It never outlives its owner: {@link #close}, the end of
 * the runner and the time limit all end it.
 */
public final class QemuProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final Duration limit;
    private final long deadlineNanos;
    private final Thread reader;
    private final Thread killer;
    private final List<String> lines = new ArrayList<>();
    private boolean atEnd;

    private QemuProcess(Process process, Duration limit) {
        this.process = process;
        this.limit = limit;
        deadlineNanos = System.nanoTime() + limit.toNanos();
        killer = killAtExit(process);
        reader = new Thread(this::readLines, "serial port");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts QEMU with standard output and errors captured and its input for {@link #type}.
     *
     * @param limit how long it may run
     */
    public static QemuProcess start(List<String> command, Duration limit) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new QemuProcess(process, limit);
    }

    /**
     * Runs QEMU on the runner's own terminal.
     *
     * @param limit how long it may run; null for any time
     */
    public static Outcome runOnTerminal(List<String> command, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread killer = killAtExit(process);
        try {
            return limit == null ? Outcome.exited(process.waitFor()) : await(process, limit);
        } finally {
            cancel(killer);
        }
    }

    /**
     * Runs QEMU with the runner's standard output, and with input that is not a terminal, see {@link PipedInput}.
     *
     * @param limit how long it may run; null for any time
     */
    public static Outcome runOnPipes(List<String> command, Duration limit, InputStream input, OutputStream output)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread killer = killAtExit(process);
        try {
            Thread copier = new PipedInput(input, process.getOutputStream()).forward(process.getInputStream(), output);
            Outcome outcome = limit == null ? Outcome.exited(process.waitFor()) : await(process, limit);
            copier.join(GRACE.toMillis());
            return outcome;
        } finally {
            cancel(killer);
        }
    }

    /** Waits for a process; ends it when the time is over. */
    static Outcome await(Process process, Duration limit) throws InterruptedException {
        if (process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return Outcome.exited(process.exitValue());
        }
        return Outcome.timedOut(end(process), limit);
    }

    /**
     * Waits until the guest has printed a line.
     *
     * @return whether it did before it ended or its time was over
     */
    public boolean awaitLine(Predicate<String> wanted) throws InterruptedException {
        return awaitLine(0, wanted);
    }

    /** The same for the lines from one on. */
    public synchronized boolean awaitLine(int first, Predicate<String> wanted) throws InterruptedException {
        for (int next = first; ; ) {
            for (; next < lines.size(); next++) {
                if (wanted.test(lines.get(next))) {
                    return true;
                }
            }
            long remaining = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            if (atEnd || remaining <= 0) {
                return false;
            }
            wait(remaining);
        }
    }

    /** Types on the first serial port. A line ends with {@code \n}. */
    public void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Waits until QEMU ends; ends it when its time is over. */
    public Outcome await() throws InterruptedException {
        Duration remaining = Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
        Outcome outcome = await(process, remaining);
        reader.join(GRACE.toMillis());
        return outcome.isTimeout() ? Outcome.timedOut(outcome.status(), limit) : outcome;
    }

    /** What the guest has printed so far; an unfinished line is not included. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        cancel(killer);
        if (process.isAlive()) {
            try {
                end(process);
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void readLines() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (this) {
                    lines.add(line);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            synchronized (this) {
                lines.add("(the serial port could not be read further: " + e.getMessage() + ")");
            }
        } finally {
            synchronized (this) {
                atEnd = true;
                notifyAll();
            }
        }
    }

    /** Asks QEMU to end, so that it restores the terminal; makes it end when it does not. Returns its exit status. */
    static int end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    static Thread killAtExit(Process process) {
        Thread hook = new Thread(process::destroy, "end QEMU");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    static void cancel(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The runner is being ended: the hook is running or has run.
            assert hook != null;
        }
    }
}
