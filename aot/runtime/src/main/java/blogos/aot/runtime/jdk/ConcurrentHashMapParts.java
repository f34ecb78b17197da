package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import jdk.internal.misc.Unsafe;

/** Parts of {@code java.util.concurrent.ConcurrentHashMap}. */
@Replace("java.util.concurrent.ConcurrentHashMap")
final class ConcurrentHashMapParts {
    private static Unsafe U;
    private static long BASECOUNT;
    private volatile long baseCount;

    /** See {@link HashMapParts#comparableClassFor}. */
    @Replace
    static Class<?> comparableClassFor(Object key) {
        return key instanceof Comparable ? key.getClass() : null;
    }

    /** Counts in one word under contention too, where the JDK spreads over cells chosen by a random generator. */
    @Replace
    private void fullAddCount(long change, boolean wasUncontended) {
        long count;
        do {
            count = baseCount;
        } while (!U.compareAndSetLong(this, BASECOUNT, count, count + change));
    }
}
