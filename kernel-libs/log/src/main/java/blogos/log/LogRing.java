package blogos.log;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The last lines of the log, in records made ahead. Whoever logs takes the next record, fills it in and publishes it;
 * that works in any context, an interrupt handler's in the middle of another line included. Writers overwrite what is
 * oldest, read or not; readers copy a record and find out whether it was overwritten meanwhile.
 */
final class LogRing {
    private final LogRecord[] records;
    private final AtomicLong next = new AtomicLong();

    /** A ring of {@code size} records, a power of two. */
    LogRing(int size) {
        records = new LogRecord[size];
        for (int i = 0; i < size; i++) {
            records[i] = new LogRecord();
        }
    }

    /** The record for the next line, not to be read before it is published; {@code context} says who writes it. */
    LogRecord take(LogContext context, Level level, String target, String message) {
        long number = next.getAndIncrement();
        LogRecord record = at(number);
        record.invalidate();
        record.set(number, context, level, target, message);
        return record;
    }

    /** Number of lines so far. */
    long end() {
        return next.get();
    }

    /** Number of the oldest line that may still be there. */
    long start() {
        return Math.max(0, next.get() - records.length);
    }

    /** Whether a line can be copied. */
    boolean isComplete(long number) {
        return at(number).holds(number);
    }

    /** Copies a line. False if it is not complete yet or has been overwritten. */
    boolean copy(long number, LogRecord target) {
        LogRecord record = at(number);
        if (!record.holds(number)) {
            return false;
        }
        target.copyFrom(record);
        return record.holds(number);
    }

    private LogRecord at(long number) {
        return records[(int) number & records.length - 1];
    }
}
