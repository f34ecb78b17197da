package blogos.bootloader;

/**
 * The system cannot be started. The message is for the person at the machine: it says what is wrong and, where there is
 * something to do, what.
 */
public final class BootFailure extends RuntimeException {
    /** A failure with its message: ASCII, no full stop at the end. */
    public BootFailure(String message) {
        super(message);
    }

    /** A failure that another exception explains. */
    public BootFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
