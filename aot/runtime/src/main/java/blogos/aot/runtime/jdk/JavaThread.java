package blogos.aot.runtime.jdk;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;
import blogos.aot.api.Tls;
import blogos.aot.runtime.Monitors;
import blogos.aot.runtime.Platform;
import java.util.Map;
import jdk.internal.misc.Unsafe;

/**
 * The {@code java.lang.Thread} of images. {@link Platform} starts, blocks and wakes threads; the rest is here and in
 * {@link LiveThreads}.
 */
@Replace(value = "java.lang.Thread", whole = true)
public class JavaThread implements Runnable {
    public static final int MIN_PRIORITY = 1;
    public static final int NORM_PRIORITY = 5;
    public static final int MAX_PRIORITY = 10;

    /** Value of {@link #blocking}: it runs, or waits for a device. */
    public static final int NOT_BLOCKING = 0;

    /** Value of {@link #blocking}: another thread is in a monitor that it wants to enter. */
    public static final int ON_MONITOR = 1;

    /** Value of {@link #blocking}: it waits for another thread's action. */
    public static final int WAITING = 2;

    /** Value of {@link #blocking}: it waits for another thread's action, or for some time to pass. */
    public static final int WAITING_FOR_TIME = 3;

    private static final int NOT_STARTED = 0;
    private static final int ALIVE = 1;
    private static final int ENDED = 2;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static int threadsNumbered;
    private static Thread.UncaughtExceptionHandler defaultHandler;

    /** Read and written by ThreadLocal. */
    ThreadLocalMap threadLocals;

    /** Read and written by InheritableThreadLocal. */
    ThreadLocalMap inheritableThreadLocals;

    /** Its offset is asked for by ThreadLocalRandom. */
    Object inheritedAccessControlContext;

    /** Read and written by LockSupport. */
    volatile Object parkBlocker;

    /** Read and written by ThreadLocalRandom. */
    long threadLocalRandomSeed;

    /** Read and written by ThreadLocalRandom and Striped64. */
    int threadLocalRandomProbe;

    /** Read and written by ThreadLocalRandom. */
    int threadLocalRandomSecondarySeed;

    /**
     * What the status word of an object whose lock this thread holds once contains ({@link Monitors}): positive, the low
     * 8 bits 0, different for each thread. Read by compiled code.
     */
    public int lockWord;

    /** Whether somebody has interrupted the thread and nobody has cleared that. */
    public volatile boolean interrupted;

    /** Why the thread does not run, one of the constants. */
    public int blocking;

    /** The next thread in a queue of a monitor. */
    public JavaThread nextInQueue;

    /** Whether the thread, which waited in {@code Object.wait}, has been notified. */
    public boolean isNotified;

    /** The platform's: 1 if the next {@link Platform#park} is to return at once. */
    private volatile int wakeup;

    /** 1 if the next {@code LockSupport.park} is to return at once. */
    private volatile int parkPermit;

    /**
     * The platform's own description of this thread, such as the address of its record or its task; 0 before it starts
     * and after its end.
     */
    private volatile long platformThread;

    /** Neighbours among the live threads. */
    JavaThread nextAlive;

    JavaThread previousAlive;

    final long tid;
    private Runnable target;
    private volatile String name;
    private volatile int progress = NOT_STARTED;
    private boolean daemon;
    private int priority = NORM_PRIORITY;
    private final long stackSizeBytes;
    private volatile Thread.UncaughtExceptionHandler handler;

    public JavaThread() {
        this(null, null, nextName());
    }

    public JavaThread(Runnable target) {
        this(null, target, nextName());
    }

    public JavaThread(String name) {
        this(null, null, name);
    }

    public JavaThread(Runnable target, String name) {
        this(null, target, name);
    }

    public JavaThread(ThreadGroup group, Runnable target) {
        this(group, target, nextName());
    }

    public JavaThread(ThreadGroup group, String name) {
        this(group, null, name);
    }

    public JavaThread(ThreadGroup group, Runnable target, String name) {
        this(group, target, name, 0);
    }

    public JavaThread(ThreadGroup group, Runnable target, String name, long stackSize) {
        this(group, target, name, stackSize, true);
    }

    public JavaThread(ThreadGroup group, Runnable target, String name, long stackSize, boolean inheritThreadLocals) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        JavaThread parent = current();
        this.target = target;
        this.name = name;
        stackSizeBytes = stackSize;
        daemon = parent.daemon;
        priority = parent.priority;
        if (inheritThreadLocals && parent.inheritableThreadLocals != null) {
            inheritableThreadLocals = ThreadLocals.createInheritedMap(parent.inheritableThreadLocals);
        }
        tid = LiveThreads.number(this);
    }

    /** The thread that runs the start code. */
    private JavaThread(long tid) {
        this.tid = tid;
        name = "main";
        stackSizeBytes = 0;
        lockWord = LiveThreads.lockWord(tid);
        progress = ALIVE;
    }

    private static synchronized String nextName() {
        return "Thread-" + threadsNumbered++;
    }

    /** Makes the running code's thread object. Called once, by start code. */
    public static void attachMain() {
        JavaThread main = new JavaThread(LiveThreads.FIRST_ID);
        Tls.storeReference(Tls.THREAD, main);
        LiveThreads.attachMain(main);
    }

    /** The platform's description of a thread, as {@link #setPlatformThread} set it. */
    @NoPoll
    public static long platformThread(Thread thread) {
        return ((JavaThread) (Object) thread).platformThread;
    }

    /** Sets the platform's description of a thread. */
    @NoPoll
    public static void setPlatformThread(Thread thread, long description) {
        ((JavaThread) (Object) thread).platformThread = description;
    }

    /** Address of 32 bits of a thread object, 0 at first, for the platform's use in waking the thread. */
    @NoPoll
    public static Address wakeupWord(Thread thread) {
        return Address.ofObject(thread).plus(Unsafe.getUnsafe().objectFieldOffset(JavaThread.class, "wakeup"));
    }

    /** This object under its public name. */
    @NoPoll
    public Thread self() {
        return (Thread) (Object) this;
    }

    /** The current thread. */
    @NoPoll
    public static JavaThread current() {
        return (JavaThread) Tls.loadReference(Tls.THREAD);
    }

    @NoPoll
    public static Thread currentThread() {
        return (Thread) Tls.loadReference(Tls.THREAD);
    }

    public static void yield() {
        Platform.yield();
    }

    public static void onSpinWait() {
        Platform.pause();
    }

    public static void sleep(long millis) throws InterruptedException {
        sleep(millis, 0);
    }

    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos >= NANOS_PER_MILLI) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        long most = Long.MAX_VALUE / NANOS_PER_MILLI / 2;
        sleepUntil(Platform.nanoTime() + Math.min(millis, most) * NANOS_PER_MILLI + nanos);
    }

    private static void sleepUntil(long deadlineNanos) throws InterruptedException {
        JavaThread current = current();
        long rest = deadlineNanos - Platform.nanoTime();
        if (rest <= 0) {
            Platform.yield();
        }
        while (!current.interrupted && rest > 0) {
            current.block(WAITING_FOR_TIME, rest);
            rest = deadlineNanos - Platform.nanoTime();
        }
        if (current.takeInterrupt()) {
            throw new InterruptedException("sleep interrupted");
        }
    }

    private void block(int why, long timeoutNanos) {
        blocking = why;
        Platform.park(timeoutNanos);
        blocking = NOT_BLOCKING;
    }

    /**
     * {@code LockSupport.park}: returns when somebody has called {@link #unpark} for the thread, when it is interrupted,
     * or when the time is over.
     *
     * @param isAbsolute whether the time is in milliseconds since 1970
     * @param time otherwise in nanoseconds from now; 0 for no limit
     */
    static void park(boolean isAbsolute, long time) {
        JavaThread current = current();
        boolean isLimited = isAbsolute || time != 0;
        long deadline = isAbsolute ? time : Platform.nanoTime() + time;
        while (current.parkPermit == 0 && !current.interrupted) {
            long rest = isAbsolute
                    ? Math.min(deadline - Platform.currentTimeMillis(), Long.MAX_VALUE / NANOS_PER_MILLI) * NANOS_PER_MILLI
                    : deadline - Platform.nanoTime();
            if (isLimited && rest <= 0) {
                break;
            }
            current.block(isLimited ? WAITING_FOR_TIME : WAITING, isLimited ? rest : 0);
        }
        current.parkPermit = 0;
    }

    /** {@code LockSupport.unpark}. */
    static void unpark(Thread thread) {
        ((JavaThread) (Object) thread).parkPermit = 1;
        Platform.unpark(thread);
    }

    @Override
    public void run() {
        if (target != null) {
            target.run();
        }
    }

    public synchronized void start() {
        if (progress != NOT_STARTED) {
            throw new IllegalThreadStateException();
        }
        progress = ALIVE;
        LiveThreads.add(this);
        try {
            Platform.startThread(self(), stackSizeBytes);
        } catch (Throwable failure) {
            progress = NOT_STARTED;
            LiveThreads.remove(this);
            throw failure;
        }
    }

    /** The end of {@code main}: ends its thread and returns when only daemons are left. */
    public static void endMain() {
        current().end();
        LiveThreads.awaitEnd();
    }

    /** Ends this thread, which is the current one: the last thing it does before the platform's. */
    public void end() {
        target = null;
        threadLocals = null;
        inheritableThreadLocals = null;
        synchronized (this) {
            progress = ENDED;
            notifyAll();
        }
        LiveThreads.remove(this);
    }

    public void interrupt() {
        interrupted = true;
        parkPermit = 1;
        Platform.unpark(self());
    }

    /** Clears the interrupt; whether there was one. */
    @NoPoll
    public boolean takeInterrupt() {
        boolean was = interrupted;
        if (was) {
            interrupted = false;
        }
        return was;
    }

    public static boolean interrupted() {
        return current().takeInterrupt();
    }

    public boolean isInterrupted() {
        return interrupted;
    }

    public final boolean isAlive() {
        return progress == ALIVE;
    }

    public final void join() throws InterruptedException {
        join(0);
    }

    public final synchronized void join(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        long start = Platform.nanoTime();
        long rest = millis;
        while (isAlive() && (millis == 0 || rest > 0)) {
            wait(rest);
            rest = millis == 0 ? 0 : millis - (Platform.nanoTime() - start) / NANOS_PER_MILLI;
        }
    }

    public final void join(long millis, int nanos) throws InterruptedException {
        if (nanos < 0 || nanos >= NANOS_PER_MILLI) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        join(nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    public final String getName() {
        return name;
    }

    public final synchronized void setName(String name) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        this.name = name;
    }

    public long getId() {
        return tid;
    }

    public final int getPriority() {
        return priority;
    }

    public final void setPriority(int priority) {
        if (priority < MIN_PRIORITY || priority > MAX_PRIORITY) {
            throw new IllegalArgumentException();
        }
        this.priority = priority;
    }

    public final boolean isDaemon() {
        return daemon;
    }

    public final void setDaemon(boolean daemon) {
        if (isAlive()) {
            throw new IllegalThreadStateException();
        }
        this.daemon = daemon;
    }

    public final ThreadGroup getThreadGroup() {
        return null;
    }

    public ClassLoader getContextClassLoader() {
        return null;
    }

    /** There are no class loaders to set. */
    public void setContextClassLoader(ClassLoader loader) {}

    public final void checkAccess() {}

    public static boolean holdsLock(Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        return Monitors.isHeld(object);
    }

    public static int activeCount() {
        return LiveThreads.count();
    }

    public static int enumerate(Thread[] threads) {
        return LiveThreads.copyTo(threads);
    }

    /** Of the current thread only; empty for another. */
    public StackTraceElement[] getStackTrace() {
        return this == current() ? new Exception().getStackTrace() : new StackTraceElement[0];
    }

    public static Map<Thread, StackTraceElement[]> getAllStackTraces() {
        return LiveThreads.stackTraces();
    }

    public static void dumpStack() {
        new Exception("Stack trace").printStackTrace();
    }

    public Thread.State getState() {
        if (progress != ALIVE) {
            return progress == NOT_STARTED ? Thread.State.NEW : Thread.State.TERMINATED;
        }
        return switch (blocking) {
            case ON_MONITOR -> Thread.State.BLOCKED;
            case WAITING -> Thread.State.WAITING;
            case WAITING_FOR_TIME -> Thread.State.TIMED_WAITING;
            default -> Thread.State.RUNNABLE;
        };
    }

    public static void setDefaultUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        defaultHandler = handler;
    }

    public static Thread.UncaughtExceptionHandler getDefaultUncaughtExceptionHandler() {
        return defaultHandler;
    }

    /** The thread's own handler, or what deals with its exceptions otherwise; null if it has ended. */
    public Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
        if (progress == ENDED) {
            return null;
        }
        return handler != null ? handler : JavaThread::handleByDefault;
    }

    public void setUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        this.handler = handler;
    }

    /** Reports an exception that ends the current thread: to its handler, the default one, or standard error. */
    public static void reportUncaught(Throwable exception) {
        JavaThread current = current();
        try {
            current.getUncaughtExceptionHandler().uncaughtException(current.self(), exception);
        } catch (Throwable another) {
            System.err.print("\nException: " + another.getClass().getName()
                    + " thrown from the UncaughtExceptionHandler in thread \"" + current.name + "\"\n");
        }
    }

    private static void handleByDefault(Thread thread, Throwable exception) {
        if (defaultHandler != null) {
            defaultHandler.uncaughtException(thread, exception);
        } else if (!(exception instanceof ThreadDeath)) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            exception.printStackTrace();
        }
    }

    @Override
    public String toString() {
        return "Thread[" + name + "," + priority + (progress == ENDED ? "," : ",main") + "]";
    }

    /** Names a method of {@code ThreadLocal} that only {@code java.lang} can. */
    @Replace("java.lang.ThreadLocal")
    private static final class ThreadLocals {
        static native ThreadLocalMap createInheritedMap(ThreadLocalMap parent);
    }
}
