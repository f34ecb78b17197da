package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;
import blogos.aot.runtime.jdk.JavaThread;

/**
 * The full form of an object's lock, for when a word in the object's header does not suffice ({@link Monitors}): owner,
 * the threads that want to enter, and those that wait to be notified. Raw memory of {@link MonitorTable}.
 *
 * <p>A thread stays in a queue until it has entered, and looks again each time it wakes; so waking it once too often
 * does no harm, and whoever comes first may enter first.
 */
@Word
@NoPoll
final class Monitor {
    /** Bytes of memory that a monitor takes. */
    static final int SIZE = 64;

    private static final int LOCK = 0;
    private static final int OWNER = 4;
    private static final int DEPTH = 8;

    /** Number in the table. */
    private static final int NUMBER = 12;

    private static final int OBJECT = 16;
    private static final int ENTERING = 24;
    private static final int WAITING = 40;
    private static final int NEXT_FREE = 56;

    /** How often an owned monitor is looked at before its thread blocks, where there are several CPUs. */
    private static final int SPINS = 200;

    private final long address;

    private Monitor(long address) {
        this.address = address;
    }

    static Monitor at(Address memory) {
        return new Monitor(memory.toLong());
    }

    Address address() {
        return Address.of(address);
    }

    private SpinLock lock() {
        return SpinLock.at(address());
    }

    private ThreadQueue entering() {
        return ThreadQueue.at(address().plus(ENTERING));
    }

    private ThreadQueue waiting() {
        return ThreadQueue.at(address().plus(WAITING));
    }

    private int owner() {
        return address().loadIntVolatile(OWNER);
    }

    private void setOwner(int lockWord, int depth) {
        address().storeIntVolatile(OWNER, lockWord);
        address().storeInt(DEPTH, depth);
    }

    int number() {
        return address().loadInt(NUMBER);
    }

    void setNumber(int number) {
        address().storeInt(NUMBER, number);
    }

    /** The object whose monitor this is; address 0 if it is free. */
    Address object() {
        return address().loadAddress(OBJECT);
    }

    Address nextFree() {
        return address().loadAddress(NEXT_FREE);
    }

    /** Makes this free. */
    void close(Address nextFree) {
        address().storeLong(OBJECT, 0);
        address().storeAddress(NEXT_FREE, nextFree);
    }

    /** Makes this the monitor of an object, held by the thread with a lock word (0: nobody). */
    void open(Address object, int lockWord, int depth) {
        address().storeAddress(OBJECT, object);
        setOwner(lockWord, depth);
    }

    /** Whether nobody holds it or waits. */
    boolean isIdle() {
        return owner() == 0 && entering().isEmpty() && waiting().isEmpty();
    }

    boolean isHeldBy(JavaThread thread) {
        return owner() == thread.lockWord;
    }

    /** Enters, as often as the thread likes. Blocks while another thread is inside. */
    void enter(JavaThread thread) {
        if (owner() == thread.lockWord) {
            address().storeInt(DEPTH, address().loadInt(DEPTH) + 1);
            return;
        }
        spin();
        lock().acquire();
        if (owner() == 0) {
            setOwner(thread.lockWord, 0);
            lock().release();
            return;
        }
        entering().append(thread);
        lock().release();
        int before = thread.blocking;
        thread.blocking = JavaThread.ON_MONITOR;
        enterFromQueue(thread, 0);
        thread.blocking = before;
    }

    private void spin() {
        if (Platform.processors() > 1) {
            for (int i = 0; i < SPINS && owner() != 0; i++) {
                Platform.pause();
            }
        }
    }

    /** Waits until the thread, which is in the queue, can enter. */
    private void enterFromQueue(JavaThread thread, int depth) {
        while (true) {
            lock().acquire();
            if (owner() == 0) {
                entering().remove(thread);
                setOwner(thread.lockWord, depth);
                lock().release();
                return;
            }
            lock().release();
            Platform.park(0);
        }
    }

    /** Leaves once. False if the thread is not inside. */
    boolean exit(JavaThread thread) {
        if (!isHeldBy(thread)) {
            return false;
        }
        int depth = address().loadInt(DEPTH);
        if (depth > 0) {
            address().storeInt(DEPTH, depth - 1);
            return true;
        }
        lock().acquire();
        release();
        return true;
    }

    /** Lets the next thread in; the lock is held, and no longer afterwards. */
    private void release() {
        setOwner(0, 0);
        JavaThread next = entering().first();
        lock().release();
        if (next != null) {
            Platform.unpark(next.self());
        }
    }

    /**
     * Leaves the monitor until the thread is notified, interrupted, or the time is over; then enters again.
     *
     * @param deadlineNanos in {@link Platform#nanoTime}; 0 for none
     * @param isInterruptible whether an interrupt ends it
     * @return whether an interrupt did
     */
    boolean await(JavaThread thread, long deadlineNanos, boolean isInterruptible) {
        lock().acquire();
        int depth = address().loadInt(DEPTH);
        waiting().append(thread);
        thread.isNotified = false;
        release();
        thread.blocking = deadlineNanos == 0 ? JavaThread.WAITING : JavaThread.WAITING_FOR_TIME;
        boolean isInterrupted = awaitNotification(thread, deadlineNanos, isInterruptible);
        thread.blocking = JavaThread.ON_MONITOR;
        enterFromQueue(thread, depth);
        thread.blocking = JavaThread.NOT_BLOCKING;
        return isInterrupted;
    }

    /** Returns when the thread is in the queue of those that enter; whether because of an interrupt. */
    private boolean awaitNotification(JavaThread thread, long deadlineNanos, boolean isInterruptible) {
        while (true) {
            long rest = deadlineNanos == 0 ? 0 : deadlineNanos - Platform.nanoTime();
            boolean isOver = deadlineNanos != 0 && rest <= 0;
            lock().acquire();
            if (thread.isNotified) {
                lock().release();
                return false;
            }
            boolean isInterrupted = isInterruptible && thread.interrupted;
            if (isInterrupted || isOver) {
                waiting().remove(thread);
                entering().append(thread);
                lock().release();
                return isInterrupted;
            }
            lock().release();
            Platform.park(rest);
        }
    }

    /** Moves waiting threads, the first or all, to those that enter when the caller leaves. */
    void notify(boolean all) {
        lock().acquire();
        JavaThread first = waiting().first();
        while (first != null) {
            waiting().remove(first);
            entering().append(first);
            first.isNotified = true;
            first = all ? waiting().first() : null;
        }
        lock().release();
    }
}
