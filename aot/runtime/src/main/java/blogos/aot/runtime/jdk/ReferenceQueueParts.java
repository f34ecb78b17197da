package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;
import blogos.aot.runtime.WeakReferences;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * Parts of {@code java.lang.ref.ReferenceQueue}. No thread puts cleared references in their queues: {@link #poll} does,
 * before it looks. Nobody waits for a queue.
 */
@Replace("java.lang.ref.ReferenceQueue")
public class ReferenceQueueParts {
    private static ReferenceQueue<Object> NULL;
    private static ReferenceQueue<Object> ENQUEUED;

    private ReferenceQueueLock lock;
    private volatile Reference<?> head;
    private long queueLength;

    private native Reference<?> reallyPoll();

    @Replace
    public Reference<?> poll() {
        for (Reference<?> r = WeakReferences.takePending(); r != null; r = WeakReferences.takePending()) {
            ReferenceParts.enqueueCleared(r);
        }
        synchronized (lock) {
            return head == null ? null : reallyPoll();
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
