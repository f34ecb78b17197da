package host.api;

/** An enum of the host. */
public enum Level {
    LOW, MIDDLE, HIGH;

    /** The next one. */
    public Level next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
