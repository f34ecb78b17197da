package host.api;

/** What a plug-in's main class implements. */
public interface Service {
    /** A text from outside. */
    String CONSTANT = "a constant of the host";

    /** Says what it does. */
    String name();

    /** Does it. */
    void work(Host host) throws Exception;

    /** Overridden by some. */
    default String describe() {
        return "service " + name();
    }

    /** Called by the host only. */
    default int number() {
        return 1;
    }
}
