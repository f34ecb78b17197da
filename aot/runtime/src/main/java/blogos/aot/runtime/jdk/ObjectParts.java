package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.Heap;
import blogos.aot.runtime.Monitors;

/** The native methods of {@code java.lang.Object}. */
@Replace("java.lang.Object")
class ObjectParts {
    @Replace
    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Replace
    @Override
    protected Object clone() throws CloneNotSupportedException {
        if (!(this instanceof Cloneable) && !getClass().isArray()) {
            throw new CloneNotSupportedException(getClass().getName());
        }
        return Heap.copyOf(this);
    }

    /** {@code wait} with a time; the methods are final, so they are static here ({@link Replace}). */
    @Replace
    static void wait(Object self, long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        Monitors.await(self, millis);
    }

    @Replace
    static void notify(Object self) {
        Monitors.notify(self, false);
    }

    @Replace
    static void notifyAll(Object self) {
        Monitors.notify(self, true);
    }
}
