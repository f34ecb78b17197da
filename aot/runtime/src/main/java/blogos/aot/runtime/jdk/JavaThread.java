package blogos.aot.runtime.jdk;

import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;
import blogos.aot.api.Tls;
import blogos.aot.runtime.Platform;
import java.util.Collections;
import java.util.Map;

/**
 * The {@code java.lang.Thread} of images, which have one thread for now: the main one, which {@link #attachMain} makes.
 * {@link #start} throws UnsupportedOperationException.
 */
@Replace(value = "java.lang.Thread", whole = true)
public class JavaThread implements Runnable {
    public static final int MIN_PRIORITY = 1;
    public static final int NORM_PRIORITY = 5;
    public static final int MAX_PRIORITY = 10;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static int threadsNumbered;
    private static long lastId;
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
     * The platform's own description of this thread, such as the address of its record or its task; 0 before it starts
     * and after its end.
     */
    volatile long platformThread;

    private final Runnable target;
    private final long tid;
    private volatile String name;
    private volatile boolean interrupted;
    private boolean daemon;
    private boolean alive;
    private int priority = NORM_PRIORITY;
    private Thread.UncaughtExceptionHandler handler;

    public JavaThread() {
        this(null, null, "Thread-" + threadsNumbered++);
    }

    public JavaThread(Runnable target) {
        this(null, target, "Thread-" + threadsNumbered++);
    }

    public JavaThread(String name) {
        this(null, null, name);
    }

    public JavaThread(Runnable target, String name) {
        this(null, target, name);
    }

    public JavaThread(ThreadGroup group, Runnable target) {
        this(group, target, "Thread-" + threadsNumbered++);
    }

    public JavaThread(ThreadGroup group, String name) {
        this(group, null, name);
    }

    public JavaThread(ThreadGroup group, Runnable target, String name) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        this.target = target;
        this.name = name;
        tid = ++lastId;
    }

    public JavaThread(ThreadGroup group, Runnable target, String name, long stackSize) {
        this(group, target, name);
    }

    public JavaThread(ThreadGroup group, Runnable target, String name, long stackSize, boolean inheritThreadLocals) {
        this(group, target, name);
    }

    /** Makes the running code's thread object. Called once, by start code. */
    public static void attachMain() {
        JavaThread main = new JavaThread(null, null, "main");
        main.alive = true;
        Tls.storeReference(Tls.THREAD, main);
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

    private Thread self() {
        return (Thread) (Object) this;
    }

    public static Thread currentThread() {
        return (Thread) Tls.loadReference(Tls.THREAD);
    }

    public static void yield() {
        Platform.yield();
    }

    public static void onSpinWait() {
        Platform.yield();
    }

    public static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        sleepUntil(Platform.nanoTime() + millis * NANOS_PER_MILLI);
    }

    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (nanos < 0 || nanos >= NANOS_PER_MILLI) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        sleepUntil(Platform.nanoTime() + millis * NANOS_PER_MILLI + nanos);
    }

    private static void sleepUntil(long deadlineNanos) throws InterruptedException {
        do {
            if (interrupted()) {
                throw new InterruptedException("sleep interrupted");
            }
            Platform.yield();
        } while (Platform.nanoTime() - deadlineNanos < 0);
    }

    @Override
    public void run() {
        if (target != null) {
            target.run();
        }
    }

    public void start() {
        throw new UnsupportedOperationException("the image has one thread");
    }

    public void interrupt() {
        interrupted = true;
    }

    public static boolean interrupted() {
        JavaThread current = (JavaThread) (Object) currentThread();
        boolean was = current.interrupted;
        current.interrupted = false;
        return was;
    }

    public boolean isInterrupted() {
        return interrupted;
    }

    public final boolean isAlive() {
        return alive;
    }

    public final void join() throws InterruptedException {
        join(0);
    }

    public final void join(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        long deadline = Platform.nanoTime() + millis * NANOS_PER_MILLI;
        while (alive && (millis == 0 || Platform.nanoTime() - deadline < 0)) {
            sleepUntil(Platform.nanoTime());
        }
    }

    public final String getName() {
        return name;
    }

    public final void setName(String name) {
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
        if (alive) {
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

    public final void checkAccess() {}

    /** Always true: with one thread every lock that is asked about is held. */
    public static boolean holdsLock(Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        return true;
    }

    public StackTraceElement[] getStackTrace() {
        return new Exception().getStackTrace();
    }

    public static Map<Thread, StackTraceElement[]> getAllStackTraces() {
        Thread current = currentThread();
        return Collections.singletonMap(current, current.getStackTrace());
    }

    public static void dumpStack() {
        new Exception("Stack trace").printStackTrace();
    }

    public Thread.State getState() {
        return alive ? Thread.State.RUNNABLE : Thread.State.NEW;
    }

    public static void setDefaultUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        defaultHandler = handler;
    }

    public static Thread.UncaughtExceptionHandler getDefaultUncaughtExceptionHandler() {
        return defaultHandler;
    }

    public Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
        return handler;
    }

    public void setUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        this.handler = handler;
    }

    /**
     * Reports an exception that ends the current thread: to its handler, the default one, or the standard error output.
     */
    public static void reportUncaught(Throwable exception) {
        JavaThread current = (JavaThread) (Object) currentThread();
        Thread.UncaughtExceptionHandler responsible = current.handler != null ? current.handler : defaultHandler;
        if (responsible != null) {
            responsible.uncaughtException(current.self(), exception);
            return;
        }
        System.err.print("Exception in thread \"" + current.name + "\" ");
        exception.printStackTrace();
    }

    @Override
    public String toString() {
        return "Thread[" + name + "," + priority + ",main]";
    }
}
