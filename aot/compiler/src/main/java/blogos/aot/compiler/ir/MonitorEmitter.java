package blogos.aot.compiler.ir;

import org.objectweb.asm.Type;

/**
 * Emits the entering and leaving of monitors: one compare-and-exchange of the object's status word, from 0 to the thread's lock word or back, and a call of {@code Monitors} if that fails.
 */
final class MonitorEmitter {
    /** Offset of the status word from the object. */
    private static final int STATUS_OFFSET = 4;

    private final MethodContext c;

    MonitorEmitter(MethodContext context) {
        this.c = context;
    }

    /** Enters the monitor of an object that is not null. */
    void enter(String object) {
        exchange(object, "0", lockWord(), "acquire", "Monitors.enter");
    }

    /** Leaves the monitor of an object that is not null. */
    void exit(String object) {
        exchange(object, lockWord(), "0", "release", "Monitors.exit");
    }

    /** The lock of a synchronized method: the class or the receiver. */
    String lockOfMethod() {
        return c.method.isStatic() ? c.module.classStructure(c.method.owner()) : "%p0";
    }

    private String lockWord() {
        String thread = c.code.value("load ptr, " + Tls.pointer(c.module, blogos.aot.api.Tls.THREAD) + ", align 8");
        int offset = c.pool.get("java/lang/Thread").resolveField("lockWord", "I").offset();
        return c.loadMemory(c.at(thread, offset), Type.INT_TYPE, "").operand;
    }

    private void exchange(String object, String expected, String desired, String ordering, String otherwise) {
        String pair = c.code.value("cmpxchg ptr " + c.at(object, STATUS_OFFSET) + ", i32 " + expected + ", i32 " + desired + " "
                + ordering + " monotonic, align 4");
        String succeeded = c.code.value("extractvalue { i32, i1 } " + pair + ", 1");
        String slow = c.code.block();
        String next = c.code.block();
        c.code.branchLikely(succeeded, next, slow);
        c.code.begin(slow);
        c.code.call(c.runtime.get(otherwise), "ptr " + object);
        c.code.branch(next);
        c.code.begin(next);
    }
}
