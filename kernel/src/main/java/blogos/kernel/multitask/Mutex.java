package blogos.kernel.multitask;

import blogos.aot.api.Blocks;
import blogos.aot.api.NoPoll;
import blogos.hal.InterruptMask;

/**
 * A lock that masks nothing: its owner can be preempted and may block, and whoever wants it meanwhile is blocked. It is
 * handed to the one who has waited longest, so that nobody waits for ever. Not for interrupt context.
 */
@NoPoll
public final class Mutex {
    private final LockClass lockClass;
    private final WaitQueue waiting = new WaitQueue();
    private Task owner;

    /** A free lock. */
    public Mutex(LockClass lockClass) {
        this.lockClass = lockClass;
    }

    /**
     * Takes the lock. A killed task waits, too: the owner will not take long.
     *
     * @throws IllegalStateException if the task has it already
     */
    @Blocks
    public void lock() {
        Task task = Tasks.current();
        if (owner == task) {
            throw new IllegalStateException("a mutex is taken twice: " + lockClass.name());
        }
        LockOrder.taking(lockClass);
        boolean wereOn = InterruptMask.set();
        if (owner == null) {
            owner = task;
        } else {
            waiting.awaitUnkillably();
        }
        InterruptMask.restore(wereOn);
    }

    /** Takes the lock if that is possible at once. */
    public boolean tryLock() {
        boolean wereOn = InterruptMask.set();
        boolean isFree = owner == null;
        if (isFree) {
            owner = Tasks.current();
        }
        InterruptMask.restore(wereOn);
        if (isFree) {
            LockOrder.taking(lockClass);
        }
        return isFree;
    }

    /**
     * Gives the lock back.
     *
     * @throws IllegalStateException if the task does not have it
     */
    public void unlock() {
        checkOwner();
        LockOrder.released(lockClass);
        boolean wereOn = InterruptMask.set();
        handOver();
        InterruptMask.restore(wereOn);
    }

    /** Whether the running task has it. */
    public boolean isMine() {
        return owner == Tasks.current();
    }

    /** Makes the first one who waits the owner. Interrupts are off. */
    private void handOver() {
        owner = waiting.wakeOne();
    }

    /** For {@link ConditionVariable}: gives the lock back, waits in a queue, and takes the lock again. */
    boolean awaitIn(WaitQueue queue, long timeoutNanos) {
        checkOwner();
        LockOrder.released(lockClass);
        boolean wereOn = InterruptMask.set();
        handOver();
        boolean woken;
        try {
            woken = queue.await(timeoutNanos);
        } finally {
            InterruptMask.restore(wereOn);
            lock();
        }
        return woken;
    }

    private void checkOwner() {
        if (!isMine()) {
            throw new IllegalStateException("the task does not own the mutex: " + lockClass.name());
        }
    }
}
