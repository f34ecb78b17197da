package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.api.Word;
import blogos.aot.runtime.Poll;
import blogos.aot.runtime.jdk.JavaThread;

/**
 * What the machine needs to know about a task: raw memory at the upper end of its stack. It begins with the fields of
 * the thread-local block, which are valid while the task does not run, and goes on with the kernel's own:
 *
 * <pre>
 *  64 physical address of the root page table; 0 if any will do
 *  72 stack pointer for entries from programs; 0 if the task runs none
 *  80 program's fs base   88 program's gs base   (while the task does not run)
 *  96 previous record in the list of all
 * 104 not 0 if the task has something to do before it returns to its program
 * 112 reference to the kernel's task object, which is kept alive elsewhere
 * </pre>
 */
@Word
@NoPoll
public final class ThreadRecord {
    static final int ROOT_TABLE = Tls.RECORD_SIZE;
    static final int ENTRY_STACK = ROOT_TABLE + 8;
    static final int USER_FS = ROOT_TABLE + 16;
    static final int USER_GS = ROOT_TABLE + 24;
    private static final int PREVIOUS = ROOT_TABLE + 32;
    private static final int ATTENTION = ROOT_TABLE + 40;
    private static final int TASK = ROOT_TABLE + 48;

    /** Size in bytes, a multiple of 16. */
    static final int SIZE = 128;

    /** Address of the first record in the list, which is never empty from {@link PerCpu#initialize} on. */
    private static long first;

    private final Address base;

    private ThreadRecord(Address base) {
        this.base = base;
    }

    static ThreadRecord at(Address base) {
        return new ThreadRecord(base);
    }

    /** No record. */
    public static ThreadRecord none() {
        return new ThreadRecord(Address.zero());
    }

    /** The record of the running task. */
    public static ThreadRecord current() {
        return new ThreadRecord(Address.of(Tls.loadLong(PerCpu.RECORD)));
    }

    /**
     * Makes the record of a new task and enters it in the list of all, whose stacks the collector scans. Switched to for
     * the first time, the task calls {@link KernelServices#startTask}.
     *
     * @param top address above the stack, a multiple of 16
     * @param bottom lowest address of the stack, which is mapped
     * @param thread what {@code Thread.currentThread()} answers in it; must be kept alive elsewhere
     * @param task the kernel's task object; must be kept alive elsewhere
     */
    public static ThreadRecord create(VirtAddr top, VirtAddr bottom, Thread thread, Object task) {
        Address base = Address.of(top.toLong() - SIZE);
        base.fill(SIZE, (byte) 0);
        long limit = bottom.toLong() + Poll.RESERVE;
        base.storeLong(Tls.STACK_LIMIT, limit);
        base.storeLong(Tls.REAL_STACK_LIMIT, limit);
        base.storeAddress(Tls.THREAD, Address.ofObject(thread));
        base.storeAddress(Tls.STACK_BASE, base);
        base.storeAddress(Tls.STOPPED_STACK, ContextSwitch.prepare(base));
        ThreadRecord record = new ThreadRecord(base);
        record.setTask(task);
        JavaThread.setPlatformThread(thread, base.toLong());
        record.link();
        return record;
    }

    /** The record of a thread; none before it starts and after it has ended. */
    public static ThreadRecord of(Thread thread) {
        return new ThreadRecord(Address.of(JavaThread.platformThread(thread)));
    }

    /** Whether this is no record. */
    public boolean isNone() {
        return base.isZero();
    }

    /** The kernel's task object, or null. */
    public Object task() {
        Address task = base.loadAddress(TASK);
        return task.isZero() ? null : task.toObject();
    }

    /** Sets the kernel's task object. */
    public void setTask(Object task) {
        base.storeAddress(TASK, Address.ofObject(task));
    }

    /** First record of the list of all. */
    static Address first() {
        return Address.of(first);
    }

    void link() {
        Address next = Address.of(first);
        base.storeAddress(Tls.NEXT_THREAD, next);
        if (!next.isZero()) {
            next.storeAddress(PREVIOUS, base);
        }
        first = base.toLong();
    }

    /** Takes the record of a task that has ended out of the list. It must not be used any more. */
    public void unlink() {
        JavaThread.setPlatformThread((Thread) base.loadAddress(Tls.THREAD).toObject(), 0);
        Address previous = base.loadAddress(PREVIOUS);
        Address next = base.loadAddress(Tls.NEXT_THREAD);
        if (previous.isZero()) {
            first = next.toLong();
        } else {
            previous.storeAddress(Tls.NEXT_THREAD, next);
        }
        if (!next.isZero()) {
            next.storeAddress(PREVIOUS, previous);
        }
    }

    Address base() {
        return base;
    }

    void setRootTable(PageFrame root) {
        base.storeLong(ROOT_TABLE, root.start().toLong());
    }

    /** Lets {@link TrapHandler#beforeUser} be called before the task returns to its program the next time. */
    public void requestAttention() {
        base.storeLong(ATTENTION, 1);
    }

    /** Takes {@link #requestAttention} back: for {@link TrapHandler#beforeUser} of the running task. */
    public void clearAttention() {
        base.storeLong(ATTENTION, 0);
    }

    boolean needsAttention() {
        return base.loadLong(ATTENTION) != 0;
    }
}
