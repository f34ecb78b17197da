package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;
import blogos.hal.ContextSwitch;
import blogos.hal.Cpu;
import blogos.hal.EventTimer;
import blogos.hal.PerCpu;
import blogos.hal.Preemption;
import blogos.kernel.Panic;

/**
 * Decides which task has this CPU. All methods are called with interrupts off; the lock is that, as interrupt handlers
 * wake tasks, too.
 */
@NoPoll
final class Scheduler {
    /** How long a task may run while others wait, in nanoseconds. */
    private static final long SLICE_NANOS = 4_000_000;

    private final RunQueue ready = new RunQueue();
    private Task current;
    private Task idle;
    private long switches;

    /** The scheduler of a CPU on which a task is running already. */
    Scheduler(Task running) {
        current = running;
        running.state = TaskState.RUNNING;
    }

    /** This CPU's; null before there are tasks. */
    static Scheduler get() {
        return (Scheduler) PerCpu.scheduler();
    }

    /** Sets what runs when nobody else wants to. */
    void setIdle(Task task) {
        idle = task;
    }

    /** The running task. */
    Task current() {
        return current;
    }

    /** Switches so far. */
    long switches() {
        return switches;
    }

    /** Whether a task waits for the CPU. */
    boolean hasReady() {
        return !ready.isEmpty();
    }

    /** Makes a blocked task ready; does nothing with others. */
    void wake(Task task) {
        if (task.state == TaskState.BLOCKED) {
            task.state = TaskState.READY;
            ready.add(task);
            EventTimer.arm(SLICE_NANOS);
            if (current == idle) {
                PerCpu.requestReschedule(true);
            }
        }
    }

    /** The running task has to wait until somebody wakes it. */
    void block() {
        if (Preemption.isDisabled()) {
            Panic.panic("a task blocks with preemption off");
        }
        current.state = TaskState.BLOCKED;
        choose();
    }

    /** The running task can wait. */
    void giveWay() {
        PerCpu.requestReschedule(false);
        if (hasReady()) {
            if (current != idle) {
                current.state = TaskState.READY;
                ready.add(current);
            }
            choose();
        }
    }

    /** The running task is no more. Never returns. */
    void exit() {
        current.state = TaskState.DEAD;
        choose();
    }

    /** The timer says that time has passed. */
    void tick() {
        if (hasReady()) {
            PerCpu.requestReschedule(true);
        }
    }

    private void choose() {
        PerCpu.requestReschedule(false);
        Task next = ready.poll();
        if (next == null) {
            next = idle;
        }
        next.state = TaskState.RUNNING;
        if (hasReady()) {
            EventTimer.arm(SLICE_NANOS);
        }
        if (next != current) {
            current = next;
            switches++;
            ContextSwitch.to(next.record);
        }
    }

    /** What the idle task does: lets the CPU sleep while nobody wants it. */
    void idle() {
        while (true) {
            Cpu.disableInterrupts();
            if (!hasReady()) {
                Cpu.waitForInterrupt();
            }
            giveWay();
        }
    }
}
