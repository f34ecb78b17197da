package blogos.runner.build;

/** How images are compiled. */
public enum Profile {
    /** Light optimisation, quick to build; the default. */
    DEBUG,
    /** Full optimisation. */
    RELEASE;

    /** The profile's folder and its name for the compiler. */
    public String id() {
        return this == RELEASE ? "release" : "debug";
    }
}
