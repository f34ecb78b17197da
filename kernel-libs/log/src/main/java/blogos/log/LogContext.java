package blogos.log;

/** Tells the log on whose behalf the CPU is running, and what may be done there. Called in any context. */
public interface LogContext {
    /** Nobody, at no time, where everything may be done. */
    LogContext NONE = new LogContext() {
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
            return 0;
        }

        @Override
        public boolean mayWait() {
            return true;
        }

        @Override
        public void writeLater() {}
    };

    /** Number of the running task, or {@link LogSink#NONE}. */
    long task();

    /** Number of the running process, or {@link LogSink#NONE}. */
    long process();

    /** Nanoseconds since startup. */
    long nanos();

    /** Whether the running code may be held up by sinks: not an interrupt handler, nor what keeps others waiting. */
    boolean mayWait();

    /** There are lines that could not be written where they came from: has {@link Log#flush} called soon. */
    void writeLater();
}
