package blogos.log;

/** Where log lines go. */
public interface LogSink {
    /** Value of a task or process number when there is none. */
    long NONE = -1;

    /**
     * Takes one line. Must not log.
     *
     * @param target the part of the system it comes from, in dotted lower case
     * @param message the text, without a line end
     * @param task number of the running task, or {@link #NONE}
     * @param process number of the running process, or {@link #NONE}
     */
    void accept(Level level, String target, String message, long task, long process);
}
