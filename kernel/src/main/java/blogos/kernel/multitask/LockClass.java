package blogos.kernel.multitask;

/**
 * A kind of lock, for the check of the order in which locks are taken: all locks that guard the same kind of thing share
 * one. There are {@value #MOST} at most. Make them in static fields.
 */
public final class LockClass {
    /** How many there can be. */
    static final int MOST = 64;

    private final String name;
    private final int number;

    /**
     * A new kind of lock.
     *
     * @param name for reports
     * @throws IllegalStateException if there are too many
     */
    public LockClass(String name) {
        this.name = name;
        number = LockOrder.register(this);
    }

    /** Name for reports. */
    public String name() {
        return name;
    }

    /** From 0, in the order of creation. */
    int number() {
        return number;
    }
}
