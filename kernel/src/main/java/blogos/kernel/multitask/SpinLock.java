package blogos.kernel.multitask;

import blogos.aot.api.AcquiresSpinLock;
import blogos.aot.api.NoPoll;
import blogos.aot.api.ReleasesSpinLock;
import blogos.hal.Preemption;
import blogos.kernel.Panic;

/**
 * A lock for a few instructions that masks <em>preemption</em>: whoever holds it cannot be made to wait, so nobody waits
 * for it long. Interrupts still come; what their handlers touch needs an {@link InterruptLock}. On one CPU nobody ever
 * finds it taken, and that is a bug.
 */
@NoPoll
public final class SpinLock {
    private final LockClass lockClass;
    private boolean taken;

    /** A free lock. */
    public SpinLock(LockClass lockClass) {
        this.lockClass = lockClass;
    }

    /** Takes the lock. Not in interrupt context. */
    @AcquiresSpinLock
    public void lock() {
        LockOrder.taking(lockClass);
        Preemption.disable();
        if (taken) {
            Panic.panic("a spin lock is taken twice");
        }
        taken = true;
    }

    /** Gives the lock back. */
    @ReleasesSpinLock
    public void unlock() {
        taken = false;
        LockOrder.released(lockClass);
        Preemption.enable();
    }
}
