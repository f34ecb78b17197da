package blogos.log;

/**
 * One line of the log: who says what on whose behalf, and values by name for programs that read it. Records are made
 * ahead and used again and again by {@link LogRing}; a sink must not keep one.
 */
public final class LogRecord {
    /** The most values that a line can have. */
    public static final int MOST_FIELDS = 6;

    private static final long NOTHING = -1;

    private final String[] keys = new String[MOST_FIELDS];
    private final String[] texts = new String[MOST_FIELDS];
    private final long[] numbers = new long[MOST_FIELDS];
    private int fieldCount;

    /** Number of the line that this record holds completely; something else while it is being filled in. */
    private volatile long complete = NOTHING;

    private long number;
    private long nanos;
    private Level level;
    private String target;
    private String message;
    private long task;
    private long process;

    /** A record that says nothing, for {@link Log#replay}. */
    public LogRecord() {}

    /** Says that what is here is not to be read. */
    void invalidate() {
        complete = NOTHING;
    }

    /** Says that this is all of the line {@link #number}. */
    void publish() {
        complete = number;
    }

    /** Whether this is all of the line with a number. */
    boolean holds(long line) {
        return complete == line;
    }

    /** Sets everything but the values, of which there are none then. */
    void set(long newNumber, LogContext context, Level newLevel, String newTarget, String newMessage) {
        number = newNumber;
        nanos = context.nanos();
        task = context.task();
        process = context.process();
        level = newLevel;
        target = newTarget;
        message = newMessage;
        fieldCount = 0;
    }

    /** Adds a value: {@code text}, or if that is null the number. What is too much is dropped. */
    void add(String key, String text, long value) {
        if (fieldCount < MOST_FIELDS) {
            keys[fieldCount] = key;
            texts[fieldCount] = text;
            numbers[fieldCount] = value;
            fieldCount++;
        }
    }

    /** Takes over everything from another record. */
    void copyFrom(LogRecord other) {
        number = other.number;
        nanos = other.nanos;
        level = other.level;
        target = other.target;
        message = other.message;
        task = other.task;
        process = other.process;
        fieldCount = other.fieldCount;
        for (int i = 0; i < MOST_FIELDS; i++) {
            keys[i] = other.keys[i];
            texts[i] = other.texts[i];
            numbers[i] = other.numbers[i];
        }
    }

    /** Number of the line since startup, from 0 on. */
    public long number() {
        return number;
    }

    /** When the line was written, in nanoseconds of the context's clock. */
    public long nanos() {
        return nanos;
    }

    /** How much it matters. */
    public Level level() {
        return level;
    }

    /** The part of the system it comes from, in dotted lower case. */
    public String target() {
        return target;
    }

    /** The text, without a line end. */
    public String message() {
        return message;
    }

    /** Number of the running task, or {@link LogSink#NONE}. */
    public long task() {
        return task;
    }

    /** Number of the running process, or {@link LogSink#NONE}. */
    public long process() {
        return process;
    }

    /** How many values there are. */
    public int fieldCount() {
        return fieldCount;
    }

    /** Name of a value. */
    public String key(int index) {
        return keys[index];
    }

    /** A value that is a text; null if it is a {@link #numberOf number}. */
    public String textOf(int index) {
        return texts[index];
    }

    /** A value that is a number. */
    public long numberOf(int index) {
        return numbers[index];
    }
}
