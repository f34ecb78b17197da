package blogos.kernel.multitask;

import blogos.hal.ThreadRecord;

/**
 * A thread of control in the kernel: something to do, a guarded stack of its own, and a share of the CPU. A task of a
 * process also runs the process's program, in ring 3.
 *
 * <p>The fields are the scheduler's; whoever reads or writes them has interrupts off.
 */
public final class Task extends SchedulingEntity {
    private final long id;
    private final Thread thread;
    private final TaskOwner owner;

    /** Slot of its stack; -1 if it runs on the boot stack. */
    int stackSlot = -1;

    ThreadRecord record = ThreadRecord.none();

    /** Where it is in the table of all tasks. */
    int tableIndex;

    /** Whether somebody called {@code start} of its thread, and so expects what a thread does at its end. */
    boolean isStartedThread;

    /** Who waits for its end. */
    final WaitQueue joiners = new WaitQueue();

    TaskState state = TaskState.BLOCKED;

    /** The wait queue that it stands in, and its neighbours there (in the list of the dead: the next). */
    WaitQueue waitsIn;

    Task nextWaiting;
    Task previousWaiting;

    /** Whether it was unparked before it parked. */
    boolean hasPermit;

    /** When the timer wakes it, and where it is in the queue for that. */
    long wakeAt;

    int timerIndex = TimerQueue.NONE;

    /** When it became ready after it had been blocked; 0 if it has run since. */
    long wokenAt;

    /** In debug images: the {@linkplain LockClass classes} of the locks that it holds, one bit each. */
    long heldLocks;

    private volatile boolean killed;

    Task(long id, Thread thread, TaskOwner owner) {
        this.id = id;
        this.thread = thread;
        this.owner = owner;
    }

    /** Number of the task, from 1; never used again. */
    public long id() {
        return id;
    }

    /** What people call it. */
    public String name() {
        return thread.getName();
    }

    /** Its {@code java.lang.Thread}. */
    public Thread thread() {
        return thread;
    }

    /** On whose behalf it runs; null for the kernel itself. */
    public TaskOwner owner() {
        return owner;
    }

    /** Its share of the CPU, relative to that of the others. */
    public int weight() {
        return weight;
    }

    /** Nanoseconds of the CPU that it has had; what it has had since the last switch is missing. */
    public long runtimeNanos() {
        return runtimeNanos;
    }

    /** What it is doing now. */
    public TaskState state() {
        return state;
    }

    /** Whether it is to end as soon as it can. */
    public boolean isKilled() {
        return killed;
    }

    void setKilled() {
        killed = true;
    }

    @Override
    public String toString() {
        return "task " + id + " (" + name() + ")";
    }
}
