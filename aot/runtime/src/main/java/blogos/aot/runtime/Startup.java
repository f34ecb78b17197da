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
        JavaThread.attachMain();
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
        System.exit(status);
    }
}
