package blogos.kernel.multitask;

import blogos.aot.api.Blocks;
import blogos.aot.api.NoPoll;
import blogos.hal.InterruptMask;

/**
 * Tasks that wait for something, first come, first served. Who waits looks for what it wants with interrupts off, so
 * that it cannot come unseen between the look and the wait:
 *
 * <pre>
 * boolean wereOn = InterruptMask.set();
 * try {
 *     while (!isThere) {
 *         queue.await();
 *     }
 *     ...
 * } finally {
 *     InterruptMask.restore(wereOn);
 * }
 * </pre>
 */
@NoPoll
public final class WaitQueue {
    private Task first;
    private Task last;

    /**
     * Blocks the running task until it is woken. Interrupts must be off; they are on meanwhile, and off on return.
     *
     * @throws TaskKilledException if the task was killed before it was woken
     */
    @Blocks
    public void await() {
        await(0);
    }

    /**
     * Like {@link #await()}, but not for ever.
     *
     * @param timeoutNanos how long at most; 0 or less: without limit
     * @return whether it was woken; false if the time was over before
     */
    @Blocks
    public boolean await(long timeoutNanos) {
        Task task = Tasks.current();
        boolean woken = !task.isKilled() && block(task, Tasks.deadline(timeoutNanos));
        if (!woken && task.isKilled()) {
            throw new TaskKilledException(task);
        }
        return woken;
    }

    /** Like {@link #await()}, but the end of the task waits, too. For what always comes soon. */
    @Blocks
    public void awaitUnkillably() {
        Task task = Tasks.current();
        while (!block(task, Scheduler.NEVER)) {
            continue;
        }
    }

    /** Answers whether the task was woken as one of those who wait here. */
    private boolean block(Task task, long until) {
        append(task);
        Scheduler.get().block(until);
        boolean woken = task.waitsIn == null;
        if (!woken) {
            remove(task);
        }
        return woken;
    }

    /** Wakes the task that has waited longest, and answers it; null if nobody waits. Any context. */
    public Task wakeOne() {
        boolean wereOn = InterruptMask.set();
        Task woken = first;
        if (woken != null) {
            wakeFirst();
        }
        InterruptMask.restore(wereOn);
        return woken;
    }

    /** Wakes all tasks. Any context. */
    public void wakeAll() {
        boolean wereOn = InterruptMask.set();
        while (first != null) {
            wakeFirst();
        }
        InterruptMask.restore(wereOn);
    }

    /** Whether nobody waits here. */
    public boolean isEmpty() {
        return first == null;
    }

    private void wakeFirst() {
        Task task = first;
        remove(task);
        Scheduler.get().wake(task);
    }

    private void append(Task task) {
        task.waitsIn = this;
        task.previousWaiting = last;
        task.nextWaiting = null;
        if (last == null) {
            first = task;
        } else {
            last.nextWaiting = task;
        }
        last = task;
    }

    private void remove(Task task) {
        if (task.previousWaiting == null) {
            first = task.nextWaiting;
        } else {
            task.previousWaiting.nextWaiting = task.nextWaiting;
        }
        if (task.nextWaiting == null) {
            last = task.previousWaiting;
        } else {
            task.nextWaiting.previousWaiting = task.previousWaiting;
        }
        task.nextWaiting = null;
        task.previousWaiting = null;
        task.waitsIn = null;
    }
}
