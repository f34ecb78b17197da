package blogos.log;

/**
 * A line with values by name: {@code Log.event(Level.DEBUG, TARGET, "page mapped").with("page", page).write()}. One
 * that nobody wants is always the same object, which does nothing. In interrupt context the methods of {@link Log} with
 * values do the same without allocation.
 */
public final class LogEvent {
    /** The line that nobody wants. */
    static final LogEvent UNWANTED = new LogEvent(null, null, null, null);

    private final Logbook book;
    private final Level level;
    private final String target;
    private final String message;
    private final String[] keys = new String[LogRecord.MOST_FIELDS];
    private final String[] texts = new String[LogRecord.MOST_FIELDS];
    private final long[] numbers = new long[LogRecord.MOST_FIELDS];
    private int count;

    /** A line for a log; null for one that nobody wants. */
    LogEvent(Logbook book, Level level, String target, String message) {
        this.book = book;
        this.level = level;
        this.target = target;
        this.message = message;
    }

    /** Adds a number. Values beyond the sixth are dropped. */
    public LogEvent with(String key, long number) {
        return add(key, null, number);
    }

    /** Adds a text. */
    public LogEvent with(String key, String text) {
        return add(key, String.valueOf(text), 0);
    }

    private LogEvent add(String key, String text, long number) {
        if (book != null && count < LogRecord.MOST_FIELDS) {
            keys[count] = key;
            texts[count] = text;
            numbers[count] = number;
            count++;
        }
        return this;
    }

    /** Logs the line. */
    public void write() {
        if (book == null) {
            return;
        }
        LogRecord record = book.begin(level, target, message);
        for (int i = 0; i < count; i++) {
            record.add(keys[i], texts[i], numbers[i]);
        }
        book.end(record);
    }
}
