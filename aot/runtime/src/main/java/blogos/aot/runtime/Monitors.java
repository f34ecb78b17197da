package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.jdk.JavaThread;

/**
 * The locks of objects. The status word of an object's header says who holds its lock:
 *
 * <ul>
 *   <li>0: nobody;
 *   <li>a thread's {@link JavaThread#lockWord} plus how often it has entered besides, up to 255: that thread;
 *   <li>negative: see the {@link Monitor} with this number, sign bit cleared.
 * </ul>
 *
 * <p>Compiled code enters a lock that nobody holds, and leaves one that was entered once, in line by one
 * compare-and-exchange; anything else comes here. A lock becomes a monitor when a second thread wants it, when somebody
 * waits, or when it is entered more than 256 times, and a header word again when a collection finds the monitor idle.
 * Nothing here has polls, so a monitor whose number has been read stays the object's until the thread blocks, and then
 * the monitor is not idle.
 */
@NoPoll
public final class Monitors {
    private static final int STATUS = 4;
    private static final int INFLATED = 1 << 31;
    private static final int DEPTH_MASK = 0xff;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Monitors() {}

    /** Makes monitors usable; called once. */
    static void open() {
        if (!MonitorTable.open()) {
            Platform.fatal("no memory for monitors");
        }
    }

    private static JavaThread current() {
        return (JavaThread) Tls.loadReference(Tls.THREAD);
    }

    private static Address statusOf(Object object) {
        return Address.ofObject(object).plus(STATUS);
    }

    private static Monitor monitor(int status) {
        return MonitorTable.at(status & ~INFLATED);
    }

    /** {@code monitorenter}, when it does not succeed in line. The object is not null. */
    public static void enter(Object object) {
        JavaThread thread = current();
        Address word = statusOf(object);
        while (true) {
            int status = word.loadIntVolatile(0);
            if (status < 0) {
                monitor(status).enter(thread);
                return;
            }
            if (status == 0) {
                if (word.compareAndSetInt(0, 0, thread.lockWord)) {
                    return;
                }
            } else if ((status & ~DEPTH_MASK) == thread.lockWord && (status & DEPTH_MASK) != DEPTH_MASK) {
                if (word.compareAndSetInt(0, status, status + 1)) {
                    return;
                }
            } else {
                inflate(object, status);
            }
        }
    }

    /**
     * {@code monitorexit}, when it does not succeed in line.
     *
     * @throws IllegalMonitorStateException if the thread does not hold the lock
     */
    public static void exit(Object object) {
        JavaThread thread = current();
        Address word = statusOf(object);
        while (true) {
            int status = word.loadIntVolatile(0);
            if (status < 0) {
                if (!monitor(status).exit(thread)) {
                    throw new IllegalMonitorStateException();
                }
                return;
            }
            if ((status & ~DEPTH_MASK) != thread.lockWord) {
                throw new IllegalMonitorStateException();
            }
            int after = (status & DEPTH_MASK) == 0 ? 0 : status - 1;
            if (word.compareAndSetInt(0, status, after)) {
                return;
            }
        }
    }

    /** Gives an object with a status that is not negative a monitor, unless the status has changed meanwhile. */
    private static void inflate(Object object, int status) {
        Monitor monitor = MonitorTable.take();
        if (monitor.address().isZero()) {
            throw new OutOfMemoryError("no memory for a monitor");
        }
        monitor.open(Address.ofObject(object), status & ~DEPTH_MASK, status & DEPTH_MASK);
        if (!statusOf(object).compareAndSetInt(0, status, INFLATED | monitor.number())) {
            MonitorTable.give(monitor);
        }
    }

    /** Whether the calling thread holds an object's lock. */
    public static boolean isHeld(Object object) {
        int status = statusOf(object).loadIntVolatile(0);
        return status < 0 ? monitor(status).isHeldBy(current()) : (status & ~DEPTH_MASK) == current().lockWord;
    }

    /**
     * {@code Object.wait}.
     *
     * @param millis how long at most; 0: without limit
     * @throws IllegalMonitorStateException if the thread does not hold the lock
     * @throws InterruptedException if the thread was or is interrupted
     */
    public static void await(Object object, long millis) throws InterruptedException {
        checkHeld(object);
        JavaThread thread = current();
        if (thread.takeInterrupt()) {
            throw new InterruptedException();
        }
        if (heldMonitor(object).await(thread, deadline(millis), true) && thread.takeInterrupt()) {
            throw new InterruptedException();
        }
    }

    /** {@code Object.wait} without limit, which an interrupt does not end. The caller holds the lock. */
    static void awaitUninterruptibly(Object object) {
        heldMonitor(object).await(current(), 0, false);
    }

    /** The monitor of an object whose lock the caller holds. */
    private static Monitor heldMonitor(Object object) {
        int status = statusOf(object).loadIntVolatile(0);
        while (status >= 0) {
            inflate(object, status);
            status = statusOf(object).loadIntVolatile(0);
        }
        return monitor(status);
    }

    /** The time that is a number of milliseconds from now; 0 for 0 and for what is too far away. */
    private static long deadline(long millis) {
        if (millis == 0 || millis > Long.MAX_VALUE / NANOS_PER_MILLI / 2) {
            return 0;
        }
        long deadline = Platform.nanoTime() + millis * NANOS_PER_MILLI;
        return deadline == 0 ? 1 : deadline;
    }

    /**
     * {@code Object.notify} and {@code notifyAll}.
     *
     * @throws IllegalMonitorStateException if the thread does not hold the lock
     */
    public static void notify(Object object, boolean all) {
        checkHeld(object);
        int status = statusOf(object).loadIntVolatile(0);
        if (status < 0) {
            monitor(status).notify(all);
        }
    }

    private static void checkHeld(Object object) {
        if (!isHeld(object)) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
    }

    /** After marking, while all threads stand still: takes monitors back that nobody uses, or whose object is dead. */
    static void releaseIdle() {
        int count = MonitorTable.count();
        for (int i = 0; i < count; i++) {
            Monitor monitor = MonitorTable.at(i);
            Address object = monitor.object();
            if (object.isZero()) {
                continue;
            }
            if (!Marker.isMarked(object)) {
                MonitorTable.giveWhileStopped(monitor);
            } else if (monitor.isIdle()) {
                object.storeInt(STATUS, 0);
                MonitorTable.giveWhileStopped(monitor);
            }
        }
    }
}
