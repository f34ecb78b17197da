package blogos.log;

/**
 * The log of the system. A line that its {@link LogFilter} wants goes into a memory of the last lines and to all sinks,
 * in the order of their registration: before the call returns if the caller may wait ({@link LogContext#mayWait}), else
 * soon.
 *
 * <p>In any context. Nothing here allocates but {@link #event} for a wanted line, so nothing is allocated for a line
 * that is not wanted except what the caller makes to say it: ask {@link #isEnabled} before building a message.
 */
public final class Log {
    /** Lines that are remembered before {@link #remember}: few, since they are part of the image. */
    private static final int REMEMBERED_AT_FIRST = 16;

    private static final Logbook BOOK = new Logbook(REMEMBERED_AT_FIRST);

    private Log() {}

    /**
     * Adds a sink. It gets the lines that are remembered, too, if it is the first.
     *
     * @throws IllegalStateException if there are eight already
     */
    public static void addSink(LogSink sink) {
        BOOK.addSink(sink);
    }

    /**
     * Makes memory for the last {@code lines} lines, a power of two, and forgets those so far. Call it before anybody
     * else logs.
     */
    public static void remember(int lines) {
        BOOK.remember(lines);
    }

    /** Sets who tells the running task and process; at first nobody does. */
    public static void setContext(LogContext context) {
        BOOK.setContext(context);
    }

    /** Sets which lines are wanted; at first all are. */
    public static void setFilter(LogFilter filter) {
        BOOK.setFilter(filter);
    }

    /** Whether lines of a level are wanted from some target. */
    public static boolean isEnabled(Level level) {
        return BOOK.filter().accepts(level);
    }

    /** Whether lines of a level are wanted from a target. */
    public static boolean isEnabled(Level level, String target) {
        return BOOK.filter().accepts(level, target);
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
        if (isEnabled(level, target)) {
            BOOK.end(BOOK.begin(level, target, message));
        }
    }

    /** Logs a line with a number. */
    public static void log(Level level, String target, String message, String key, long number) {
        if (isEnabled(level, target)) {
            LogRecord record = BOOK.begin(level, target, message);
            record.add(key, null, number);
            BOOK.end(record);
        }
    }

    /** Logs a line with two numbers. */
    public static void log(
            Level level, String target, String message, String key1, long number1, String key2, long number2) {
        if (isEnabled(level, target)) {
            LogRecord record = BOOK.begin(level, target, message);
            record.add(key1, null, number1);
            record.add(key2, null, number2);
            BOOK.end(record);
        }
    }

    /** Begins a line with values, to be written by {@link LogEvent#write}. */
    public static LogEvent event(Level level, String target, String message) {
        return isEnabled(level, target) ? new LogEvent(BOOK, level, target, message) : LogEvent.UNWANTED;
    }

    /** Writes to the sinks what could not be written where it came from. Only where waiting is allowed. */
    public static void flush() {
        BOOK.flush();
    }

    /** Whether sinks have had all lines. */
    public static boolean isWritten() {
        return BOOK.isWritten();
    }

    /** Number of lines so far. */
    public static long count() {
        return BOOK.end();
    }

    /** Number of lines that came so fast that sinks never got them. */
    public static long lost() {
        return BOOK.lost();
    }

    /**
     * Shows remembered lines to a sink, oldest first. Allocates nothing.
     *
     * @param first number of the first line wanted, from 0 on
     * @param most how many lines at most
     * @param buffer a record of the caller's, for the lines one after the other
     * @return number of the line to go on with
     */
    public static long replay(long first, int most, LogRecord buffer, LogSink sink) {
        return BOOK.replay(first, most, buffer, sink);
    }
}
