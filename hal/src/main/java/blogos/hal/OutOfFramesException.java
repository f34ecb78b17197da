package blogos.hal;

/**
 * No frame of physical memory is left for an operation that needs one. What the operation had done so far stays done.
 */
public final class OutOfFramesException extends RuntimeException {
    /** With what the frame was for. */
    public OutOfFramesException(String purpose) {
        super("out of physical memory for " + purpose);
    }
}
