package blogos.kernel.io;

import blogos.hal.Cpu;
import blogos.hal.InterruptMask;
import blogos.hal.Preemption;
import blogos.hal.Timestamp;
import blogos.hal.Uart16550;
import blogos.kernel.multitask.TaskOwner;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.multitask.WaitQueue;
import blogos.log.JsonSink;
import blogos.log.Level;
import blogos.log.Log;
import blogos.log.LogContext;
import blogos.log.LogFilter;
import blogos.log.LogRecord;
import blogos.log.LogSink;
import blogos.log.TextOutput;
import blogos.log.TextSink;

/**
 * Where the kernel's log goes: COM1 as text, COM2 as JSON, and, from {@link Level#INFO} on, the console. Whoever logs
 * also writes, where it may wait; what comes from interrupt handlers and from code with preemption off, the task "log"
 * writes.
 */
public final class KernelLog {
    private static final String TARGET = "kernel.log";

    /** Lines that are remembered. */
    private static final int REMEMBERED = 512;

    /** Lines that a panic shows. */
    private static final int SHOWN_IN_PANIC = 25;

    private static final WaitQueue WRITER = new WaitQueue();
    private static volatile boolean linesWait;

    private static LogSink raw;
    private static LogRecord buffer;

    private KernelLog() {}

    /**
     * Sets the filter and registers the sinks. {@link Console#init} comes before, if there is to be a console. Call
     * once.
     *
     * @param filter a {@linkplain LogFilter#parse filter} for all sinks, null for everything from {@link Level#DEBUG}
     *     on
     */
    public static void init(String filter) {
        RawOutput.init();
        Log.remember(REMEMBERED);
        Log.setContext(new Startup());
        Log.setFilter(LogFilter.from(Level.DEBUG));
        raw = new TextSink(RawOutput::print, Level.TRACE, false);
        buffer = new LogRecord();
        Log.addSink(new WholeLines(new TextSink(RawOutput.serial(), Level.TRACE, false)));
        if (Console.isPresent()) {
            Log.addSink(new WholeLines(new TextSink(Console.output(), Level.INFO, true)));
        }
        Uart16550 second = Uart16550.open(Uart16550.COM2);
        if (second.isPresent()) {
            TextOutput json = new SerialOutput(second, false);
            json.print(JsonSink.BANNER);
            Log.addSink(new JsonSink(json));
        }
        setFilter(filter);
    }

    private static void setFilter(String filter) {
        try {
            if (filter != null) {
                Log.setFilter(LogFilter.parse(filter, Level.DEBUG));
            }
        } catch (IllegalArgumentException e) {
            Log.warn(TARGET, e.getMessage());
        }
    }

    /** Starts the task "log", when there can be tasks. */
    public static void start() {
        Log.setContext(new Running());
        Tasks.spawn("log", KernelLog::serve);
    }

    private static void serve() {
        while (true) {
            boolean wereOn = InterruptMask.set();
            try {
                while (!linesWait) {
                    WRITER.await();
                }
                linesWait = false;
            } finally {
                InterruptMask.restore(wereOn);
            }
            Log.flush();
        }
    }

    /** Writes the last lines to {@link RawOutput}. Allocates nothing. */
    static void replay() {
        if (buffer != null) {
            Log.replay(Log.count() - SHOWN_IN_PANIC, SHOWN_IN_PANIC, buffer, raw);
        }
    }

    /** Before there are tasks everything is done at once. */
    private static class Startup implements LogContext {
        @Override
        public long task() {
            return LogSink.NONE;
        }

        @Override
        public long process() {
            return LogSink.NONE;
        }

        @Override
        public long nanos() {
            return Timestamp.nanos();
        }

        @Override
        public boolean mayWait() {
            return true;
        }

        @Override
        public void writeLater() {}
    }

    /** Tells which task runs, and for whom. */
    private static final class Running extends Startup {
        @Override
        public long task() {
            return Tasks.current().id();
        }

        @Override
        public long process() {
            TaskOwner owner = Tasks.current().owner();
            return owner == null ? LogSink.NONE : owner.processNumber();
        }

        @Override
        public boolean mayWait() {
            return !Preemption.isDisabled() && Cpu.areInterruptsEnabled();
        }

        @Override
        public void writeLater() {
            linesWait = true;
            WRITER.wakeOne();
        }
    }

    /** Keeps lines of a sink from being mixed with other output of tasks to the same device. */
    private static final class WholeLines implements LogSink {
        private final LogSink sink;

        WholeLines(LogSink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(LogRecord line) {
            Preemption.disable();
            try {
                sink.accept(line);
            } finally {
                Preemption.enable();
            }
        }
    }
}
