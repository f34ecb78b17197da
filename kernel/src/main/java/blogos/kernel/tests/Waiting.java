package blogos.kernel.tests;

import blogos.aot.runtime.HeapStatistics;
import blogos.hal.InterruptMask;
import blogos.kernel.multitask.WaitQueue;

/** What several tests do with tasks. */
final class Waiting {
    private Waiting() {}

    /** Waits in a queue until woken. */
    static void await(WaitQueue queue) {
        await(queue, 0);
    }

    /** Waits in a queue, for some time at most if that is not 0. Answers whether it was woken. */
    static boolean await(WaitQueue queue, long timeoutNanos) {
        boolean wereOn = InterruptMask.set();
        try {
            return queue.await(timeoutNanos);
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    /** Bytes allocated on the Java heap so far. The call itself allocates the same number of bytes each time. */
    static long allocatedBytes() {
        return HeapStatistics.take().allocatedBytes();
    }
}
