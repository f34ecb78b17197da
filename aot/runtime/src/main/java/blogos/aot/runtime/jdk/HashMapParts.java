package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.util.HashMap}. */
@Replace("java.util.HashMap")
final class HashMapParts {
    private HashMapParts() {}

    /**
     * The class by which keys in a crowded bucket are compared. The JDK asks generic reflection whether it is {@code
     * Comparable} to itself; its callers check the class anyway.
     */
    @Replace
    static Class<?> comparableClassFor(Object key) {
        return key instanceof Comparable ? key.getClass() : null;
    }
}
