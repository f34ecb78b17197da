package blogos.log;

/** Tells the log on whose behalf the CPU is running. */
public interface LogContext {
    /** Number of the running task, or {@link LogSink#NONE}. */
    long task();

    /** Number of the running process, or {@link LogSink#NONE}. */
    long process();

    /** A line begins: until {@link #end} nobody else may log, so that lines stay whole. */
    void begin();

    /** The line is complete. */
    void end();
}
