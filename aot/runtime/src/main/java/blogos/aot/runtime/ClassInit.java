package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.CallPointer;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.jdk.JavaClass;

/**
 * Class initialisation (JVMS 5.5). Compiled code tests {@link JavaClass#initState} in line and calls here unless it is
 * DONE. States change under one lock for all classes, on which those threads wait that find a class RUNNING in another.
 */
@NoPoll
public final class ClassInit {
    private static final Object LOCK = new Object();

    private ClassInit() {}

    /**
     * Initialises a class, its superclasses first, unless that has been done or the calling thread is doing it.
     *
     * @throws ExceptionInInitializerError if the initialiser throws what is not an error
     * @throws NoClassDefFoundError if an earlier attempt failed
     */
    public static void initialize(Class<?> target) {
        JavaClass<?> c = JavaClass.of(target);
        if (!begin(c)) {
            return;
        }
        try {
            if (c.superClass != null && c.superClass.initState != JavaClass.INIT_DONE) {
                initialize(c.superClass.toClass());
            }
            if (c.initInterfaces != 0) {
                initializeInterfaces(Address.of(c.initInterfaces));
            }
            if (c.initializer != 0) {
                run(Address.of(c.initializer));
            }
        } catch (Throwable failure) {
            c.initFailure = failureOf(failure);
            Roots.keep(c, c.initFailure);
            finish(c, JavaClass.INIT_FAILED);
            throw failure instanceof Error error ? error : new ExceptionInInitializerError(failure);
        }
        finish(c, JavaClass.INIT_DONE);
    }

    /** Whether the caller is to run the initialiser. */
    private static boolean begin(JavaClass<?> c) {
        Thread current = Thread.currentThread();
        if (current == null) {
            return begin(c, null);
        }
        synchronized (LOCK) {
            while (c.initState == JavaClass.INIT_RUNNING && c.initThread != current) {
                Monitors.awaitUninterruptibly(LOCK);
            }
            return begin(c, current);
        }
    }

    private static boolean begin(JavaClass<?> c, Thread current) {
        if (c.initState == JavaClass.INIT_FAILED) {
            throw failedBefore(c);
        }
        if (c.initState != JavaClass.INIT_NONE) {
            return false;
        }
        c.initThread = current;
        c.initState = JavaClass.INIT_RUNNING;
        return true;
    }

    private static void initializeInterfaces(Address list) {
        int count = list.loadInt();
        for (int i = 1; i <= count; i++) {
            initialize((Class<?>) ClassPointer.decode(list.loadInt(4L * i)).toObject());
        }
    }

    private static void finish(JavaClass<?> c, int state) {
        if (c.initThread == null) {
            c.initState = state;
            return;
        }
        synchronized (LOCK) {
            c.initThread = null;
            c.initState = state;
            LOCK.notifyAll();
        }
    }

    private static NoClassDefFoundError failedBefore(JavaClass<?> c) {
        NoClassDefFoundError error = new NoClassDefFoundError("Could not initialize class " + c.name);
        error.initCause(c.initFailure);
        return error;
    }

    /** The record of an initialiser's exception, as HotSpot makes it. */
    private static Throwable failureOf(Throwable thrown) {
        String message = thrown.getMessage();
        Throwable record = new ExceptionInInitializerError(
                "Exception " + thrown.getClass().getName() + (message == null ? "" : ": " + message) + " [in thread \""
                        + Thread.currentThread().getName() + "\"]");
        record.setStackTrace(thrown.getStackTrace());
        return record;
    }

    @CallPointer
    private static native void run(Address initializer);
}
