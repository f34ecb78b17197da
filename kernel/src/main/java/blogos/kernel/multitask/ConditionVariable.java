package blogos.kernel.multitask;

import blogos.aot.api.Blocks;

/**
 * Where the owner of a {@link Mutex} waits for something that others change under the same mutex:
 *
 * <pre>
 * mutex.lock();
 * try {
 *     while (!isThere) {
 *         changed.await();
 *     }
 *     ...
 * } finally {
 *     mutex.unlock();
 * }
 * </pre>
 */
public final class ConditionVariable {
    private final Mutex mutex;
    private final WaitQueue waiting = new WaitQueue();

    /** A condition of what a mutex guards. */
    public ConditionVariable(Mutex mutex) {
        this.mutex = mutex;
    }

    /**
     * Gives the mutex back and waits for a signal, without a gap between the two; has the mutex again on return.
     *
     * @throws TaskKilledException if the task was killed; it has the mutex then, too
     * @throws IllegalStateException if the task does not have the mutex
     */
    @Blocks
    public void await() {
        mutex.awaitIn(waiting, 0);
    }

    /**
     * Like {@link #await()}, but not for ever.
     *
     * @param timeoutNanos how long at most; 0 or less: without limit
     * @return whether there was a signal; false if the time was over before
     */
    @Blocks
    public boolean await(long timeoutNanos) {
        return mutex.awaitIn(waiting, timeoutNanos);
    }

    /** Wakes the one who has waited longest. */
    public void signal() {
        waiting.wakeOne();
    }

    /** Wakes all who wait. */
    public void signalAll() {
        waiting.wakeAll();
    }
}
