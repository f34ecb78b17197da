package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Address;
import blogos.aot.api.Replace;
import blogos.aot.runtime.ArrayMemory;
import blogos.aot.runtime.ClassInit;
import blogos.aot.runtime.Platform;

/** Parts of {@code jdk.internal.misc.Unsafe}; its plain, volatile and atomic accesses and {@code objectFieldOffset} are the compiler's. */
@Replace("jdk.internal.misc.Unsafe")
class UnsafeParts {
    @Replace
    private static void registerNatives() {}

    @Replace
    private int arrayBaseOffset0(Class<?> arrayClass) {
        return ArrayMemory.ELEMENTS_OFFSET;
    }

    @Replace
    private int arrayIndexScale0(Class<?> arrayClass) {
        return 1 << JavaClass.of(arrayClass).elementShift;
    }

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

    /** Returns at once, as park may: its callers look again whether they may go on. */
    @Replace
    public void park(boolean isAbsolute, long time) {
        Platform.yield();
    }

    @Replace
    public void unpark(Object thread) {}

    @Replace
    public void loadFence() {
        Fences.compiler();
    }

    @Replace
    public void storeFence() {
        Fences.compiler();
    }

    @Replace
    public void fullFence() {
        Fences.full();
    }
}
