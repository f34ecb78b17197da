package blogos.runner;

/** Exit statuses of the runner. */
public final class ExitStatus {
    /** The guest succeeded, or was powered off, or its window was closed. */
    public static final int SUCCESS = 0;

    /** The guest reported a failure or panicked; a test failed. */
    public static final int FAILED = 1;

    /** The guest panicked while it reported a panic. */
    public static final int PANIC_WRITER_FAILED = 2;

    /** QEMU ended in some other way. */
    public static final int OTHER = 3;

    /** A signal killed QEMU. */
    public static final int KILLED = 10;

    /** The command line was wrong (EX_USAGE). */
    public static final int USAGE = 64;

    /** A {@link UserError}: a tool is missing, a file cannot be read, a build failed (EX_UNAVAILABLE). */
    public static final int UNAVAILABLE = 69;

    /** A bug in the runner (EX_SOFTWARE). */
    public static final int INTERNAL = 70;

    /** {@code --timeout} passed; the status that {@code timeout(1)} has for this. */
    public static final int TIMED_OUT = 124;

    private ExitStatus() {}
}
