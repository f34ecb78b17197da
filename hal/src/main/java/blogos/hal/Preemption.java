package blogos.hal;

import blogos.aot.api.AcquiresSpinLock;
import blogos.aot.api.NoPoll;
import blogos.aot.api.ReleasesSpinLock;
import blogos.aot.api.Tls;

/**
 * Keeps the running kernel code on the CPU while it changes what tasks share: between {@link #disable} and
 * {@link #enable}, which nest, no poll switches tasks. A request that comes meanwhile is served at the end. Interrupts
 * still come; their handlers must not touch the same data.
 *
 * <p>The state is the CPU's: a task switch happens with a depth of one, on either side.
 */
@NoPoll
public final class Preemption {
    /** Offset in the thread-local block: how deeply preemption is off. */
    private static final int DEPTH = Tls.IMAGE + 8;

    /** Offset in the thread-local block: whether a poll came while it was off. */
    private static final int PENDING = Tls.IMAGE + 16;

    private Preemption() {}

    /** Turns preemption off. */
    @AcquiresSpinLock
    public static void disable() {
        Tls.storeLong(DEPTH, Tls.loadLong(DEPTH) + 1);
    }

    /** Undoes one {@link #disable}; undoing the last one, serves a request that came since. */
    @ReleasesSpinLock
    public static void enable() {
        enableLater();
        if (Tls.loadLong(DEPTH) == 0 && Tls.loadLong(PENDING) != 0) {
            poll();
        }
    }

    /** Undoes one {@link #disable}, but leaves a request that came since to a later {@link #enable}. */
    @ReleasesSpinLock
    static void enableLater() {
        Tls.storeLong(DEPTH, Tls.loadLong(DEPTH) - 1);
    }

    /** Whether preemption is off. */
    public static boolean isDisabled() {
        return Tls.loadLong(DEPTH) != 0;
    }

    /** Serves a poll, or remembers it. */
    static void poll() {
        KernelServices services = RuntimeSupport.services();
        if (isDisabled() || services == null) {
            Tls.storeLong(PENDING, 1);
        } else {
            Tls.storeLong(PENDING, 0);
            services.poll();
        }
    }
}
