package blogos.hal;

import blogos.aot.api.AcquiresSpinLock;
import blogos.aot.api.NoPoll;
import blogos.aot.api.ReleasesSpinLock;
import blogos.aot.api.Tls;

/**
 * Keeps the running kernel code on the CPU while it changes what tasks share: between {@link #disable} and
 * {@link #enable}, which nest, no poll switches tasks, and no task may block. A request that comes meanwhile is served
 * at the end. Interrupts still come; their handlers must not touch the same data.
 *
 * <p>The state is the CPU's: a task switch happens with preemption on, on either side.
 */
@NoPoll
public final class Preemption {
    private Preemption() {}

    /** Turns preemption off. */
    @AcquiresSpinLock
    public static void disable() {
        Tls.storeLong(PerCpu.PREEMPTION_DEPTH, Tls.loadLong(PerCpu.PREEMPTION_DEPTH) + 1);
    }

    /** Undoes one {@link #disable}; undoing the last one, serves a request that came since. */
    @ReleasesSpinLock
    public static void enable() {
        enableLater();
        if (Tls.loadLong(PerCpu.RESCHEDULE) != 0) {
            poll();
        }
    }

    /** Undoes one {@link #disable}, but leaves a request that came since to a later poll. */
    @ReleasesSpinLock
    static void enableLater() {
        Tls.storeLong(PerCpu.PREEMPTION_DEPTH, Tls.loadLong(PerCpu.PREEMPTION_DEPTH) - 1);
    }

    /** Whether preemption is off. */
    public static boolean isDisabled() {
        return Tls.loadLong(PerCpu.PREEMPTION_DEPTH) != 0;
    }

    /**
     * Lets all polls of the running code pass, for a panic: it neither switches tasks nor finds its stack too short.
     */
    public static void turnPollsOff() {
        Tls.storeLong(Tls.STACK_LIMIT, 0);
    }

    /**
     * Serves a request to choose another task, if there is one and this is the place. With preemption or interrupts off
     * it is not: whoever turns them on asks again.
     */
    public static void poll() {
        if (Tls.loadLong(PerCpu.RESCHEDULE) != 0 && !isDisabled() && Cpu.areInterruptsEnabled()) {
            RuntimeSupport.services().poll();
        }
    }
}
