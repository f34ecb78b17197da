package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** {@code jdk.internal.misc.InnocuousThread}, the library's own threads: ordinary ones, since there are no class loaders. */
@Replace(value = "jdk.internal.misc.InnocuousThread", whole = true)
public class JavaInnocuousThread extends Thread {
    private static int numbered;

    public JavaInnocuousThread(Runnable target) {
        this(null, target, nextName());
    }

    public JavaInnocuousThread(ThreadGroup group, Runnable target, String name) {
        super(group, target, name, 0, false);
    }

    private static synchronized String nextName() {
        return "InnocuousThread-" + ++numbered;
    }

    public static Thread newThread(Runnable target) {
        return newThread(nextName(), target);
    }

    public static Thread newThread(String name, Runnable target) {
        return newThread(name, target, NORM_PRIORITY);
    }

    public static Thread newThread(String name, Runnable target, int priority) {
        Thread thread = new JavaInnocuousThread(null, target, name);
        thread.setPriority(Math.max(priority, MIN_PRIORITY));
        return thread;
    }

    public static Thread newSystemThread(Runnable target) {
        return newThread(target);
    }

    public static Thread newSystemThread(String name, Runnable target) {
        return newThread(name, target);
    }

    public static Thread newSystemThread(String name, Runnable target, int priority) {
        return newThread(name, target, priority);
    }

    /** Forgets the values of all thread-local variables. */
    public final void eraseThreadLocals() {
        JavaThread thread = (JavaThread) (Object) this;
        thread.threadLocals = null;
        thread.inheritableThreadLocals = null;
    }
}
