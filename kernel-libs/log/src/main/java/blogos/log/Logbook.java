package blogos.log;

import blogos.aot.api.Exempt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A log: filter, memory of the last lines, and sinks.
 *
 * <p>A line goes into a {@link LogRing} at once. It is written to the sinks by the same call where the caller may wait,
 * with all lines before it that could not. One caller writes at a time; another one who comes meanwhile leaves its line
 * to it.
 */
final class Logbook {
    private static final int MOST_SINKS = 8;

    private LogRing ring;
    private final LogSink[] sinks = new LogSink[MOST_SINKS];
    private int sinkCount;
    private LogFilter filter = LogFilter.from(Level.TRACE);
    private LogContext context = LogContext.NONE;

    /** Whether somebody is writing to the sinks; what follows belongs to whoever does. */
    private final AtomicBoolean writing = new AtomicBoolean();

    private final LogRecord line = new LogRecord();
    private long written;
    private long lost;

    /** A log that remembers {@code size} lines, a power of two. */
    Logbook(int size) {
        ring = new LogRing(size);
    }

    void remember(int size) {
        ring = new LogRing(size);
        written = 0;
    }

    void addSink(LogSink sink) {
        if (sinkCount == MOST_SINKS) {
            throw new IllegalStateException("too many log sinks");
        }
        sinks[sinkCount] = sink;
        sinkCount++;
    }

    void setContext(LogContext newContext) {
        context = newContext;
    }

    void setFilter(LogFilter newFilter) {
        filter = newFilter;
    }

    LogFilter filter() {
        return filter;
    }

    /** Begins a line: {@link #end} must follow whatever happens. */
    LogRecord begin(Level level, String target, String message) {
        return ring.take(context, level, target, message);
    }

    /** Ends a line. */
    void end(LogRecord record) {
        record.publish();
        if (context.mayWait()) {
            writeNow();
        } else {
            context.writeLater();
        }
    }

    @Exempt("called only where waiting is allowed, and there everything is")
    private void writeNow() {
        flush();
    }

    /** Writes to the sinks what has not been. */
    void flush() {
        while (sinkCount > 0 && hasNext() && writing.compareAndSet(false, true)) {
            try {
                while (takeNext()) {
                    for (int i = 0; i < sinkCount; i++) {
                        sinks[i].accept(line);
                    }
                }
            } finally {
                writing.set(false);
            }
        }
    }

    /** Whether the next line to write is complete, or has been overwritten. */
    private boolean hasNext() {
        return written < ring.start() || ring.isComplete(written);
    }

    /** Takes the next line to write; skips those that have been overwritten. False if it is not complete. */
    private boolean takeNext() {
        while (written < ring.end()) {
            long start = ring.start();
            if (written < start) {
                lost += start - written;
                written = start;
            } else if (ring.copy(written, line)) {
                written++;
                return true;
            } else if (written >= ring.start()) {
                return false;
            }
        }
        return false;
    }

    boolean isWritten() {
        return written >= ring.end() && !writing.get();
    }

    /** Lines that were overwritten before a sink had them. */
    long lost() {
        return lost;
    }

    long end() {
        return ring.end();
    }

    long replay(long first, int most, LogRecord copy, LogSink sink) {
        long number = Math.max(first, ring.start());
        long end = ring.end();
        for (int count = 0; number < end && count < most; number++) {
            if (ring.copy(number, copy)) {
                sink.accept(copy);
                count++;
            }
        }
        return number;
    }
}
