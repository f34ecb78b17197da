package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;
import blogos.aot.runtime.jdk.JavaThread;

/**
 * A queue of blocked threads in 16 bytes of raw memory, linked through the thread objects; a thread is in one queue at a
 * time. The collector does not look at it: threads that block are alive. Guarded by the lock of the monitor it belongs to.
 */
@Word
@NoPoll
final class ThreadQueue {
    private static final int FIRST = 0;
    private static final int LAST = 8;

    private final long address;

    private ThreadQueue(long address) {
        this.address = address;
    }

    static ThreadQueue at(Address memory) {
        return new ThreadQueue(memory.toLong());
    }

    /** The thread that has waited for longest, or null. */
    JavaThread first() {
        return (JavaThread) Address.of(address).loadReference(FIRST);
    }

    boolean isEmpty() {
        return Address.of(address).loadLong(FIRST) == 0;
    }

    void append(JavaThread thread) {
        Address memory = Address.of(address);
        thread.nextInQueue = null;
        if (isEmpty()) {
            memory.storeReference(FIRST, thread);
        } else {
            ((JavaThread) memory.loadReference(LAST)).nextInQueue = thread;
        }
        memory.storeReference(LAST, thread);
    }

    /** Takes a thread out; whether it was there. */
    boolean remove(JavaThread thread) {
        Address memory = Address.of(address);
        JavaThread previous = null;
        JavaThread current = first();
        while (current != thread) {
            if (current == null) {
                return false;
            }
            previous = current;
            current = current.nextInQueue;
        }
        if (previous == null) {
            memory.storeReference(FIRST, thread.nextInQueue);
        } else {
            previous.nextInQueue = thread.nextInQueue;
        }
        if (memory.loadReference(LAST) == thread) {
            memory.storeReference(LAST, previous);
        }
        thread.nextInQueue = null;
        return true;
    }
}
