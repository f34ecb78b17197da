package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.util.concurrent.ForkJoinPool;

/**
 * Parts of {@code java.util.concurrent.ForkJoinPool}: there is no pool whose workers would have to be compensated for.
 */
@Replace("java.util.concurrent.ForkJoinPool")
final class ForkJoinPoolParts {
    private ForkJoinPoolParts() {}

    /** 1: library code then does its work sequentially. */
    @Replace
    public static int getCommonPoolParallelism() {
        return 1;
    }

    @Replace
    public static void managedBlock(ForkJoinPool.ManagedBlocker blocker) throws InterruptedException {
        boolean done;
        do {
            done = blocker.isReleasable() || blocker.block();
        } while (!done);
    }
}
