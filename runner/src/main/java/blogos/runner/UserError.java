package blogos.runner;

/**
 * Something that whoever called the runner can put right: a missing tool, a file that cannot be read, an error in the code
 * being built. The message is complete, says what to do, and is all that is shown.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An error with its message. */
    public UserError(String message) {
        super(message);
    }
}
