package blogos.aot.runtime;

/** Brings the runtime to life and ends it. */
public final class Startup {
    private static final int UNCAUGHT_STATUS = 1;

    private Startup() {}

    /** Makes heap and current thread usable: the first thing an image's start code calls, with the thread-local block in place. Call once. */
    public static void initialize() {
    }

    /** Runs the image's {@code main} and ends the program as a JVM would. Never returns. */
    public static void run(String[] arguments) {
        int status = 0;
        try {
            Image.main(arguments);
        } catch (Throwable uncaught) {
            System.out.flush();
            System.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace();
            status = UNCAUGHT_STATUS;
        }
        System.exit(status);
    }
}
