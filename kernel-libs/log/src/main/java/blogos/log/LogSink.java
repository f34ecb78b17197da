package blogos.log;

/** Where log lines go. */
public interface LogSink {
    /** Value of a task or process number when there is none. */
    long NONE = -1;

    /** Takes one line. The record is only valid during the call. */
    void accept(LogRecord record);
}
