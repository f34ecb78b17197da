package blogos.kernel.tests;

import blogos.aot.runtime.HeapStatistics;
import blogos.hal.InterruptMask;
import blogos.kernel.multitask.WaitQueue;

/** What several tests do with tasks. */
final class Waiting {
    private Waiting() {}

    /** Waits in a queue until woken. */
    static void await(WaitQueue queue) {
        boolean wereOn = InterruptMask.set();
        try {
            queue.await();
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    /** Bytes allocated on the Java heap so far. The call itself allocates the same number of bytes each time. */
    static long allocatedBytes() {
        return HeapStatistics.take().allocatedBytes();
    }
}
