package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.LockSupport;

/**
 * Parts of {@code java.util.concurrent.ForkJoinTask}: who forks a task runs it at once, so that {@code join} finds its
 * result. There are no work queues.
 */
@Replace("java.util.concurrent.ForkJoinTask")
abstract class ForkJoinTaskParts<V> {
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private volatile int status;

    private ForkJoinTaskParts() {}

    abstract int doExec();

    @Replace
    public final ForkJoinTask<V> fork() {
        if (status >= 0) {
            doExec();
        }
        return self();
    }

    @SuppressWarnings("unchecked")
    private ForkJoinTask<V> self() {
        return (ForkJoinTask<V>) (Object) this;
    }

    /** Waits for a task that another thread runs, or completes by hand. */
    @Replace
    private int awaitDone(ForkJoinPool pool, boolean ran, boolean interruptible, boolean timed, long nanos) {
        long start = System.nanoTime();
        while (status >= 0) {
            if (interruptible && Thread.interrupted() || timed && System.nanoTime() - start >= nanos) {
                return status;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return status;
    }

    @Replace
    public boolean tryUnfork() {
        return false;
    }

    @Replace
    public static ForkJoinPool getPool() {
        return null;
    }

    @Replace
    public static boolean inForkJoinPool() {
        return false;
    }

    @Replace
    public static int getQueuedTaskCount() {
        return 0;
    }

    @Replace
    public static int getSurplusQueuedTaskCount() {
        return 0;
    }

    @Replace
    public static void helpQuiesce() {}
}
