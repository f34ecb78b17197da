package blogos.aot.runtime;

import blogos.aot.runtime.jdk.JavaThread;
import blogos.aot.runtime.jdk.SystemParts;

/** Brings the runtime to life and ends it. */
public final class Startup {
    private static final int UNCAUGHT_STATUS = 1;

    private Startup() {}

    /**
     * Makes heap and current thread usable: the first thing an image's start code calls, with the thread-local block in
     * place. Call once.
     */
    public static void initialize() {
        Heap.open();
        Monitors.open();
        JavaThread.attachMain();
        Heap.prepareOutOfMemoryError();
        Collector.open();
    }

    /** Sets {@code System.in}, {@code out} and {@code err}, which read and write through {@link Platform}. */
    public static void openStandardStreams() {
        SystemParts.openStandardStreams();
    }

    /** Runs the image's {@code main} and ends the program as a JVM would. Never returns. */
    public static void run(String[] arguments) {
        openStandardStreams();
        int status = 0;
        try {
            Image.main(arguments);
        } catch (Throwable uncaught) {
            JavaThread.reportUncaught(uncaught);
            status = UNCAUGHT_STATUS;
        }
        JavaThread.endMain();
        System.exit(status);
    }

    /** What a new thread does, once the platform has made its object the current one; at the return the thread is over. */
    public static void runThread() {
        JavaThread current = JavaThread.current();
        try {
            current.run();
        } catch (Throwable uncaught) {
            JavaThread.reportUncaught(uncaught);
        }
        current.end();
    }
}
