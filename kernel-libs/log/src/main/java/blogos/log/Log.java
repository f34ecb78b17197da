package blogos.log;

/**
 * The log: every line goes to all sinks, in the order of their registration, before the call returns.
 *
 * <p>Lines that come before the first sink is registered are lost. The log itself allocates nothing. Not for interrupt
 * context: sinks may be slow.
 */
public final class Log {
    private static final int MAX_SINKS = 8;
    private static final LogSink[] SINKS = new LogSink[MAX_SINKS];
    private static int sinkCount;
    private static Level threshold = Level.TRACE;
    private static LogContext context;

    private Log() {}

    /**
     * Adds a sink.
     *
     * @throws IllegalStateException if there are eight already
     */
    public static void addSink(LogSink sink) {
        if (sinkCount == MAX_SINKS) {
            throw new IllegalStateException("too many log sinks");
        }
        SINKS[sinkCount] = sink;
        sinkCount++;
    }

    /** Sets who tells the running task and process, and keeps others from logging meanwhile; null for nobody. */
    public static void setContext(LogContext newContext) {
        context = newContext;
    }

    /** Sets the lowest level that is not dropped; at first {@link Level#TRACE}. */
    public static void setThreshold(Level level) {
        threshold = level;
    }

    /** Whether lines of a level are not dropped: ask before building an expensive message. */
    public static boolean isEnabled(Level level) {
        return level.ordinal() >= threshold.ordinal();
    }

    /** Logs a line of level {@link Level#TRACE}. */
    public static void trace(String target, String message) {
        log(Level.TRACE, target, message);
    }

    /** Logs a line of level {@link Level#DEBUG}. */
    public static void debug(String target, String message) {
        log(Level.DEBUG, target, message);
    }

    /** Logs a line of level {@link Level#INFO}. */
    public static void info(String target, String message) {
        log(Level.INFO, target, message);
    }

    /** Logs a line of level {@link Level#WARN}. */
    public static void warn(String target, String message) {
        log(Level.WARN, target, message);
    }

    /** Logs a line of level {@link Level#ERROR}. */
    public static void error(String target, String message) {
        log(Level.ERROR, target, message);
    }

    /** Logs a line. */
    public static void log(Level level, String target, String message) {
        if (!isEnabled(level)) {
            return;
        }
        LogContext who = context;
        if (who == null) {
            write(level, target, message, LogSink.NONE, LogSink.NONE);
            return;
        }
        who.begin();
        try {
            write(level, target, message, who.task(), who.process());
        } finally {
            who.end();
        }
    }

    private static void write(Level level, String target, String message, long task, long process) {
        for (int i = 0; i < sinkCount; i++) {
            SINKS[i].accept(level, target, message, task, process);
        }
    }
}
