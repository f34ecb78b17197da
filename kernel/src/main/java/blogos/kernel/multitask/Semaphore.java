package blogos.kernel.multitask;

import blogos.aot.api.Blocks;
import blogos.aot.api.NoPoll;
import blogos.hal.InterruptMask;

/** A number of permits: who takes one when there is none waits, first come, first served. */
@NoPoll
public final class Semaphore {
    private final WaitQueue waiting = new WaitQueue();
    private long permits;

    /** A semaphore with some permits, 0 or more. */
    public Semaphore(long permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("permits " + permits);
        }
        this.permits = permits;
    }

    /**
     * Takes a permit.
     *
     * @throws TaskKilledException if the task was killed
     */
    @Blocks
    public void acquire() {
        acquire(0);
    }

    /**
     * Takes a permit, or gives up.
     *
     * @param timeoutNanos how long it waits at most; 0 or less: without limit
     * @return whether it has a permit
     * @throws TaskKilledException if the task was killed
     */
    @Blocks
    public boolean acquire(long timeoutNanos) {
        boolean wereOn = InterruptMask.set();
        try {
            if (permits > 0) {
                permits--;
                return true;
            }
            return waiting.await(timeoutNanos);
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    /** Takes a permit if there is one. Any context. */
    public boolean tryAcquire() {
        boolean wereOn = InterruptMask.set();
        boolean has = permits > 0;
        if (has) {
            permits--;
        }
        InterruptMask.restore(wereOn);
        return has;
    }

    /** Gives a permit, to the one who has waited longest if somebody waits. Any context. */
    public void release() {
        boolean wereOn = InterruptMask.set();
        if (waiting.wakeOne() == null) {
            permits++;
        }
        InterruptMask.restore(wereOn);
    }

    /** Permits that are there now. */
    public long permits() {
        return permits;
    }
}
