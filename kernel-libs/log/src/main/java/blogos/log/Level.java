package blogos.log;

/** How much a log line matters, from least to most. */
public enum Level {
    /** Single steps, for whoever is debugging that part. */
    TRACE,
    /** What helps to follow what the system does. */
    DEBUG,
    /** What a user of the system wants to know. */
    INFO,
    /** Something is not as it should be; the system copes. */
    WARN,
    /** Something failed. */
    ERROR
}
