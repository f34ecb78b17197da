package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.jdk.JavaThread;

/**
 * What the kernel keeps for each CPU: the image's part of the thread-local block, behind {@code gs}. The fields before
 * it describe the running task, and {@link ContextSwitch} exchanges them.
 */
@NoPoll
public final class PerCpu {
    /** How deeply preemption is off ({@link Preemption}). */
    static final int PREEMPTION_DEPTH = Tls.IMAGE;

    /** Not 0 if the scheduler wants to choose again as soon as that is possible. */
    static final int RESCHEDULE = Tls.IMAGE + 8;

    /** Address of the running task's {@link ThreadRecord}. */
    static final int RECORD = Tls.IMAGE + 16;

    /** Where the stack pointer goes on a system call by SYSCALL, which switches no stack itself; a multiple of 16. */
    static final int ENTRY_STACK = Tls.IMAGE + 24;

    /** For an entry by SYSCALL: where it puts the program's stack pointer until it has a stack of its own. */
    static final int USER_STACK = Tls.IMAGE + 32;

    /** Address of the task state segment. */
    static final int TASK_STATE = Tls.IMAGE + 40;

    /** Reference to the kernel's scheduler of this CPU. */
    private static final int SCHEDULER = Tls.IMAGE + 48;

    private PerCpu() {}

    /** Gives the code that starts the kernel on this CPU a record. Called once, when it has stack and thread object. */
    public static void initialize() {
        Address record = StaticMemory.bootRecord();
        Thread thread = Thread.currentThread();
        record.storeAddress(Tls.THREAD, Address.ofObject(thread));
        JavaThread.setPlatformThread(thread, record.toLong());
        record.storeLong(Tls.STACK_BASE, Tls.loadLong(Tls.STACK_BASE));
        record.storeLong(Tls.REAL_STACK_LIMIT, Tls.loadLong(Tls.REAL_STACK_LIMIT));
        Tls.storeLong(RECORD, record.toLong());
        ThreadRecord.at(record).link();
    }

    /** Whether the scheduler wants to choose again. */
    public static boolean isRescheduleRequested() {
        return Tls.loadLong(RESCHEDULE) != 0;
    }

    /** Notes, or takes back, that the scheduler wants to choose again. */
    public static void requestReschedule(boolean wanted) {
        long value = wanted ? 1 : 0;
        Tls.storeLong(RESCHEDULE, value);
    }

    /** The kernel's scheduler of this CPU; null before there is one. It must be kept alive elsewhere. */
    public static Object scheduler() {
        return Tls.loadReference(SCHEDULER);
    }

    /** Sets the scheduler. */
    public static void setScheduler(Object scheduler) {
        Tls.storeReference(SCHEDULER, scheduler);
    }
}
