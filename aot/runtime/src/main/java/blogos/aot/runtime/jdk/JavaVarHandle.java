package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/**
 * {@code java.lang.invoke.VarHandle}: where a variable is. The access methods have no bodies here: the compiler turns
 * each call of one into the atomic instruction it stands for, on the object, array or static address that the call's
 * descriptor says.
 */
@Replace(value = "java.lang.invoke.VarHandle", whole = true)
public final class JavaVarHandle {
    /** Instance field: its byte offset; array: that of the first element; static field: its address. */
    final long offset;

    private JavaVarHandle(long offset) {
        this.offset = offset;
    }

    /** A handle of a variable. */
    static JavaVarHandle of(long offset) {
        return new JavaVarHandle(offset);
    }

    /** Descriptors always match exactly here. */
    public JavaVarHandle withInvokeExactBehavior() {
        return this;
    }

    /** Descriptors always match exactly here. */
    public JavaVarHandle withInvokeBehavior() {
        return this;
    }

    /** As {@code VarHandle.fullFence}. */
    public static void fullFence() {
        Fences.full();
    }

    /** As {@code VarHandle.acquireFence}. */
    public static void acquireFence() {
        Fences.full();
    }

    /** As {@code VarHandle.releaseFence}. */
    public static void releaseFence() {
        Fences.full();
    }

    /** As {@code VarHandle.loadLoadFence}. */
    public static void loadLoadFence() {
        Fences.full();
    }

    /** As {@code VarHandle.storeStoreFence}. */
    public static void storeStoreFence() {
        Fences.full();
    }
}
