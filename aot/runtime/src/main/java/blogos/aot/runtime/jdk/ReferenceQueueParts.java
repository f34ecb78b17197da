package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;
import blogos.aot.runtime.WeakReferences;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * Parts of {@code java.lang.ref.ReferenceQueue}. Who polls puts cleared references in their queues first. When somebody
 * waits for one, a thread is started that does so after each collection ({@link ReferenceHandler}).
 */
@Replace("java.lang.ref.ReferenceQueue")
public class ReferenceQueueParts {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static ReferenceQueue<Object> NULL;
    private static ReferenceQueue<Object> ENQUEUED;

    private ReferenceQueueLock lock;
    private volatile Reference<?> head;
    private long queueLength;

    private native Reference<?> reallyPoll();

    @Replace
    public Reference<?> poll() {
        ReferenceHandler.enqueuePending();
        synchronized (lock) {
            return head == null ? null : reallyPoll();
        }
    }

    @Replace
    public Reference<?> remove() throws InterruptedException {
        return remove(0);
    }

    @Replace
    public Reference<?> remove(long timeout) throws InterruptedException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Negative timeout value");
        }
        ReferenceHandler.start();
        ReferenceHandler.enqueuePending();
        long start = System.nanoTime();
        long rest = timeout;
        synchronized (lock) {
            Reference<?> found = reallyPoll();
            while (found == null && (timeout == 0 || rest > 0)) {
                lock.wait(rest);
                found = reallyPoll();
                rest = timeout == 0 ? 0 : timeout - (System.nanoTime() - start) / NANOS_PER_MILLI;
            }
            return found;
        }
    }

    /** Puts a reference in this queue, in which the last one is its own successor; false if it has no queue or has been put in it before. */
    @Replace
    boolean enqueue(Reference<?> reference) {
        synchronized (lock) {
            ReferenceParts parts = (ReferenceParts) (Object) reference;
            if (parts.queue == NULL || parts.queue == ENQUEUED) {
                return false;
            }
            parts.next = head == null ? reference : head;
            head = reference;
            queueLength++;
            parts.queue = ENQUEUED;
            lock.notifyAll();
            return true;
        }
    }

    /** Whether a queue is the one of references that were made without a queue. */
    @Add
    @NoPoll
    public static boolean isNone(Object queue) {
        return queue == NULL;
    }
}
