package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;
import blogos.hal.ContextSwitch;
import blogos.hal.Cpu;
import blogos.hal.EventTimer;
import blogos.hal.PerCpu;
import blogos.hal.Preemption;
import blogos.hal.Timestamp;
import blogos.kernel.Panic;
import blogos.kernel.memory.AllocKernelInfo;
import blogos.kernel.memory.FrameAllocator;

/**
 * Gives one CPU to tasks, as {@link RunQueue} decides, and wakes those whose time has come. All methods are called with
 * interrupts off, which is the lock: interrupt handlers wake tasks, too.
 *
 * <p>There is no tick. The timer is armed for the end of the running task's request if others wait, and for the first
 * task that is to be woken. It is never armed later than it is already: if it comes early, it is armed again. So a switch
 * does not touch the hardware.
 */
@NoPoll
final class Scheduler {
    /** A time that never comes. */
    static final long NEVER = Long.MAX_VALUE;

    final TimerQueue timers = new TimerQueue(TaskTable.FIRST_CAPACITY);
    final SchedulerStatistics statistics = new SchedulerStatistics();
    private final RunQueue queue = new RunQueue();
    private Task current;
    private Task idle;

    /** Up to when the running task has been charged. */
    private long chargedUpTo;

    /** When the timer will interrupt. */
    private long timerAt = NEVER;

    /** The scheduler of a CPU on which a task is running already. */
    Scheduler(Task running) {
        current = running;
        running.state = TaskState.RUNNING;
        queue.join(running);
        queue.next(false);
        chargedUpTo = Timestamp.nanos();
    }

    /** This CPU's; null before there are tasks. */
    static Scheduler get() {
        return (Scheduler) PerCpu.scheduler();
    }

    /** Sets what runs when nobody else wants to. */
    void setIdle(Task task) {
        idle = task;
        task.state = TaskState.READY;
    }

    /** Makes a blocked task ready; does nothing with others. */
    void wake(Task task) {
        if (task.state == TaskState.BLOCKED) {
            long now = charge();
            makeReady(task, now);
            plan(now);
        }
    }

    private void makeReady(Task task, long now) {
        if (task.timerIndex != TimerQueue.NONE) {
            timers.remove(task);
        }
        task.state = TaskState.READY;
        task.wokenAt = now;
        queue.join(task);
        if (queue.preempts(task)) {
            PerCpu.requestReschedule(true);
        }
    }

    /**
     * The running task has to wait until somebody wakes it.
     *
     * @param until when the timer wakes it at the latest; {@link #NEVER} if it does not
     */
    void block(long until) {
        if (Preemption.isDisabled()) {
            Panic.panic("a task blocks with preemption off");
        }
        long now = charge();
        current.state = TaskState.BLOCKED;
        if (until != NEVER) {
            current.wakeAt = until;
            timers.add(current);
        }
        queue.leave();
        switchTo((Task) queue.next(false), now);
    }

    /** The running task makes way for any other that is ready. */
    void giveWay() {
        choose(true);
    }

    /** Something has changed: whose turn is it? */
    void reschedule() {
        choose(false);
    }

    private void choose(boolean othersFirst) {
        long now = charge();
        switchTo((Task) queue.next(othersFirst), now);
    }

    /** The running task is no more. Never returns. */
    void exit() {
        long now = charge();
        current.state = TaskState.DEAD;
        queue.leave();
        switchTo((Task) queue.next(false), now);
    }

    /** Changes the weight of a task. */
    void setWeight(Task task, int weight) {
        long now = charge();
        boolean shares = task.state == TaskState.READY || task.state == TaskState.RUNNING;
        queue.setWeight(task, weight, shares && task != idle);
        PerCpu.requestReschedule(true);
        plan(now);
    }

    /** The timer has interrupted. */
    void onTimer() {
        long now = charge();
        statistics.timerCame(now - timerAt);
        timerAt = NEVER;
        for (Task task = timers.first(); task != null && task.wakeAt <= now; task = timers.first()) {
            makeReady(task, now);
        }
        if (queue.running() != null && queue.wantsChange()) {
            PerCpu.requestReschedule(true);
        }
        plan(now);
    }

    /** Charges the running task for the time since the last call; answers the present time. */
    private long charge() {
        long now = Timestamp.nanos();
        queue.charge(now - chargedUpTo);
        chargedUpTo = now;
        return now;
    }

    private void switchTo(Task chosen, long now) {
        PerCpu.requestReschedule(false);
        Task next = chosen == null ? idle : chosen;
        Task previous = current;
        if (next != previous) {
            if (previous.state == TaskState.RUNNING) {
                previous.state = TaskState.READY;
            }
            next.state = TaskState.RUNNING;
            current = next;
            statistics.switches++;
            if (next.wokenAt != 0) {
                statistics.wokenRuns(now - next.wokenAt);
                next.wokenAt = 0;
            }
        }
        plan(now);
        if (next != previous) {
            ContextSwitch.to(next.record);
        }
    }

    /** Sees to it that the timer comes in time. */
    private void plan(long now) {
        Task sleeper = timers.first();
        long wanted = sleeper == null ? NEVER : sleeper.wakeAt;
        if (!queue.isEmpty() && queue.running() != null) {
            wanted = Math.min(wanted, now + queue.restOfSlice());
        }
        if (wanted < timerAt) {
            long wait = Math.max(1, Math.min(wanted - now, EventTimer.MOST_NANOS));
            timerAt = now + wait;
            EventTimer.arm(wait);
        }
    }

    /** What the idle task does: clears some frames ahead of time, and lets the CPU sleep while nobody wants it. */
    void idle() {
        FrameAllocator frames = AllocKernelInfo.get().frames();
        while (true) {
            Cpu.disableInterrupts();
            if (queue.isEmpty()) {
                if (frames.zeroAhead()) {
                    Cpu.enableInterrupts();
                    Cpu.pause();
                    Cpu.disableInterrupts();
                } else {
                    statistics.halts++;
                    Cpu.waitForInterrupt();
                }
            }
            reschedule();
        }
    }
}
