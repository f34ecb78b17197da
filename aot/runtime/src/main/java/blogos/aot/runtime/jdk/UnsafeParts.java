package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Address;
import blogos.aot.api.Replace;
import blogos.aot.runtime.ClassInit;
import java.lang.reflect.Field;

/**
 * Parts of {@code jdk.internal.misc.Unsafe}; its plain, volatile and atomic accesses, fences and offsets are the
 * compiler's.
 */
@Replace("jdk.internal.misc.Unsafe")
class UnsafeParts {
    @Replace
    private static void registerNatives() {}

    @Replace
    private boolean shouldBeInitialized0(Class<?> c) {
        return JavaClass.of(c).initState != JavaClass.INIT_DONE;
    }

    @Replace
    private void ensureClassInitialized0(Class<?> c) {
        ClassInit.initialize(c);
    }

    @Replace
    private void setMemory0(Object base, long offset, long sizeBytes, byte value) {
        at(base, offset).fill(sizeBytes, value);
    }

    @Replace
    private void copyMemory0(Object source, long from, Object target, long to, long sizeBytes) {
        at(target, to).copyFrom(at(source, from), sizeBytes);
    }

    @Add
    private static Address at(Object base, long offset) {
        return base == null ? Address.of(offset) : Address.ofObject(base).plus(offset);
    }

    @Replace
    public void park(boolean isAbsolute, long time) {
        JavaThread.park(isAbsolute, time);
    }

    @Replace
    public void unpark(Object thread) {
        JavaThread.unpark((Thread) thread);
    }

    /** Only asked by classes for serialization, with the null that {@code Class.getDeclaredField} answers. */
    @Replace
    public long objectFieldOffset(Field field) {
        return 0;
    }
}
