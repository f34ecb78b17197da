package blogos.kernel.multitask;

import blogos.aot.api.AcquiresSpinLock;
import blogos.aot.api.NoPoll;
import blogos.aot.api.ReleasesSpinLock;
import blogos.hal.InterruptMask;
import blogos.kernel.Panic;

/**
 * A lock for very few instructions that masks <em>interrupts</em>, and so preemption, too: for what tasks share with
 * interrupt handlers.
 */
@NoPoll
public final class InterruptLock {
    private final LockClass lockClass;
    private boolean taken;
    private boolean wereOn;

    /** A free lock. */
    public InterruptLock(LockClass lockClass) {
        this.lockClass = lockClass;
    }

    /** Takes the lock. Any context. */
    @AcquiresSpinLock
    public void lock() {
        LockOrder.taking(lockClass);
        boolean on = InterruptMask.set();
        if (taken) {
            Panic.panic("an interrupt lock is taken twice");
        }
        taken = true;
        wereOn = on;
    }

    /** Gives the lock back. */
    @ReleasesSpinLock
    public void unlock() {
        boolean on = wereOn;
        taken = false;
        LockOrder.released(lockClass);
        InterruptMask.restore(on);
    }
}
