package blogos.kernel.multitask;

import blogos.aot.api.Blocks;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.Startup;
import blogos.hal.InterruptMask;
import blogos.hal.OutOfFramesException;
import blogos.hal.PerCpu;
import blogos.hal.ThreadRecord;
import blogos.hal.Timestamp;
import blogos.kernel.memory.KernelStacks;
import blogos.log.Log;

/** The tasks of the kernel: how they come into being, wait for each other, and end. */
public final class Tasks {
    /** What the log calls this part of the kernel. */
    static final String TARGET = "kernel.multitask";

    private static final int MOST_WEIGHT = 100_000;
    private static final long LEAST_SLICE_NANOS = 1_000;
    private static final long MOST_SLICE_NANOS = 1_000_000_000;

    private static KernelStacks stacks;
    private static TaskTable table;

    /** Keeps alive what {@link Scheduler#get} answers. */
    private static Scheduler scheduler;

    private Tasks() {}

    /** Makes the running code the first task, called "kernel", and makes an idle task. Interrupts may be on after this. */
    public static void init(KernelStacks kernelStacks) {
        stacks = kernelStacks;
        table = new TaskTable();
        Thread thread = Thread.currentThread();
        thread.setName("kernel");
        Task first = new Task(table.nextId(), thread, null);
        first.record = ThreadRecord.current();
        first.record.setTask(first);
        table.add(first);
        scheduler = new Scheduler(first);
        PerCpu.setScheduler(scheduler);
        scheduler.setIdle(create(new Thread(() -> Scheduler.get().idle(), "idle"), null));
        Thread.setDefaultUncaughtExceptionHandler((ended, exception) -> report(current(), exception));
    }

    /**
     * Starts a task of the kernel.
     *
     * @param name what people call it
     * @param work what it does; the task ends when this returns or throws
     * @throws OutOfFramesException if there is no memory for its stack
     */
    public static Task spawn(String name, Runnable work) {
        return spawn(name, work, null);
    }

    /** Starts a task on behalf of a process. */
    public static Task spawn(String name, Runnable work, TaskOwner owner) {
        Task task = create(new Thread(work, name), owner);
        start(task);
        return task;
    }

    private static Task create(Thread thread, TaskOwner owner) {
        reap();
        Task task = new Task(table.nextId(), thread, owner);
        int slot = stacks.allocate();
        task.stackSlot = slot;
        task.record = ThreadRecord.create(stacks.top(slot), stacks.bottom(slot), thread, task);
        boolean registered = false;
        try {
            table.add(task);
            registered = true;
        } finally {
            if (!registered) {
                task.record.unlink();
                stacks.free(slot);
            }
        }
        return task;
    }

    /** {@code Thread.start}: starts a task for a thread. */
    public static void start(Thread thread) {
        Task task = create(thread, null);
        task.isStartedThread = true;
        start(task);
    }

    private static void start(Task task) {
        boolean wereOn = InterruptMask.set();
        Scheduler.get().wake(task);
        InterruptMask.restore(wereOn);
    }

    /** The first code of every task. Never returns. Interrupts are off. */
    public static void runCurrent() {
        InterruptMask.restore(true);
        Task task = current();
        if (task.isStartedThread) {
            Startup.runThread();
        } else {
            try {
                task.thread().run();
            } catch (Throwable e) {
                report(task, e);
            }
        }
        exit();
    }

    private static void report(Task task, Throwable exception) {
        try {
            if (exception instanceof TaskKilledException) {
                Log.debug(TARGET, task + " was killed");
                return;
            }
            Log.error(TARGET, task + " is ended by " + exception);
            for (StackTraceElement element : exception.getStackTrace()) {
                Log.error(TARGET, "    at " + element);
            }
        } catch (Throwable e) {
            Log.error(TARGET, "A task is ended by an exception, and the report about it failed");
        }
    }

    /** Ends the running task. Its stack is given back by {@link #reap}. Never returns. */
    private static void exit() {
        InterruptMask.set();
        Task task = current();
        table.addDead(task);
        task.joiners.wakeAll();
        Scheduler.get().exit();
    }

    /** The running task. */
    @NoPoll
    public static Task current() {
        return (Task) ThreadRecord.current().task();
    }

    /** Lets other tasks run, if some are ready. */
    @Blocks
    @NoPoll
    public static void yield() {
        boolean wereOn = InterruptMask.set();
        Scheduler.get().giveWay();
        InterruptMask.restore(wereOn);
    }

    /**
     * Waits until a task has ended, and gives back what it held.
     *
     * @throws TaskKilledException if the running task was killed
     */
    @Blocks
    public static void join(Task task) {
        join(task, 0);
    }

    /**
     * Like {@link #join(Task)}, but not for ever.
     *
     * @param timeoutNanos how long at most; 0 or less: without limit
     * @return whether the task has ended
     */
    @Blocks
    public static boolean join(Task task, long timeoutNanos) {
        boolean wereOn = InterruptMask.set();
        boolean ended = task.state == TaskState.DEAD;
        try {
            ended = ended || task.joiners.await(timeoutNanos);
        } finally {
            InterruptMask.restore(wereOn);
        }
        reap();
        return ended;
    }

    /**
     * Asks a task to end: what blocks it throws {@link TaskKilledException}, and a program is not returned to. A task that
     * does neither goes on.
     */
    public static void kill(Task task) {
        task.setKilled();
        boolean wereOn = InterruptMask.set();
        if (task.state != TaskState.DEAD) {
            task.record.requestAttention();
            Scheduler.get().wake(task);
        }
        InterruptMask.restore(wereOn);
    }

    /**
     * Blocks the running task for some time. One that is killed meanwhile wakes up.
     *
     * @throws TaskKilledException if the task was killed
     */
    @Blocks
    public static void sleep(long nanos) {
        sleepUntil(Timestamp.nanos() + Math.max(0, nanos));
    }

    /** Blocks the running task until {@code Timestamp.nanos} has reached a value; otherwise like {@link #sleep}. */
    @Blocks
    @NoPoll
    public static void sleepUntil(long time) {
        Task task = current();
        boolean wereOn = InterruptMask.set();
        while (!task.isKilled() && Timestamp.nanos() < time) {
            Scheduler.get().block(time);
        }
        InterruptMask.restore(wereOn);
        if (task.isKilled()) {
            throw new TaskKilledException(task);
        }
    }

    /**
     * Blocks the running task until {@link #unpark}, or returns at once if that came before.
     *
     * @param timeoutNanos how long at most; 0 or less: without limit
     */
    @Blocks
    @NoPoll
    public static void park(long timeoutNanos) {
        boolean wereOn = InterruptMask.set();
        Task task = current();
        if (!task.hasPermit) {
            Scheduler.get().block(deadline(timeoutNanos));
        }
        task.hasPermit = false;
        InterruptMask.restore(wereOn);
    }

    /** When a timeout is over. */
    @NoPoll
    static long deadline(long timeoutNanos) {
        if (timeoutNanos <= 0) {
            return Scheduler.NEVER;
        }
        long now = Timestamp.nanos();
        return timeoutNanos < Scheduler.NEVER - now ? now + timeoutNanos : Scheduler.NEVER;
    }

    /** Ends the present or next {@link #park} of a thread's task. Any context. */
    @NoPoll
    public static void unpark(Thread thread) {
        boolean wereOn = InterruptMask.set();
        ThreadRecord record = ThreadRecord.of(thread);
        if (!record.isNone()) {
            Task task = (Task) record.task();
            task.hasPermit = true;
            if (task.waitsIn == null) {
                Scheduler.get().wake(task);
            }
        }
        InterruptMask.restore(wereOn);
    }

    /**
     * Changes a task's share of the CPU.
     *
     * @param priority from {@link Priority#HIGHEST} to {@link Priority#LOWEST}
     */
    public static void setPriority(Task task, int priority) {
        setWeight(task, Priority.weightOf(priority));
    }

    /** Changes a task's share of the CPU, by weight: 1 to 100,000, the usual one is 1024. */
    public static void setWeight(Task task, int weight) {
        if (weight < 1 || weight > MOST_WEIGHT) {
            throw new IllegalArgumentException("weight " + weight);
        }
        boolean wereOn = InterruptMask.set();
        Scheduler.get().setWeight(task, weight);
        InterruptMask.restore(wereOn);
    }

    /**
     * Changes how long a task runs in one go while others wait, and so how long it waits itself: its share stays.
     *
     * @param nanos from a microsecond to a second
     */
    public static void setSlice(Task task, long nanos) {
        if (nanos < LEAST_SLICE_NANOS || nanos > MOST_SLICE_NANOS) {
            throw new IllegalArgumentException("slice of " + nanos + " ns");
        }
        task.sliceNanos = nanos;
    }

    /** The scheduler wants to choose again: lets it. Interrupts and preemption are on. */
    @NoPoll
    public static void reschedule() {
        InterruptMask.set();
        Scheduler.get().reschedule();
        InterruptMask.clear();
    }

    /** Called before the running task returns to its program, if there is a reason. Interrupts are off. */
    public static void beforeUser() {
        if (PerCpu.isRescheduleRequested()) {
            Scheduler.get().reschedule();
        }
        Task task = current();
        task.record.clearAttention();
        if (task.isKilled()) {
            InterruptMask.clear();
            task.owner().endProgram();
        }
    }

    /** The timer has interrupted. For its handler, which has acknowledged it. */
    @NoPoll
    public static void onTimer() {
        Scheduler current = Scheduler.get();
        if (current != null) {
            current.onTimer();
        }
    }

    /** Gives back stacks and records of tasks that have ended. */
    public static void reap() {
        for (Task task = table.takeDead(); task != null; task = table.takeDead()) {
            stacks.free(task.stackSlot);
        }
    }

    /** Number of tasks that have not been given back. */
    public static int count() {
        return table.count();
    }

    /** What this CPU's scheduler has seen of time. */
    public static SchedulerStatistics statistics() {
        return Scheduler.get().statistics;
    }
}
