package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.Heap;

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
}
