package blogos.aot.compiler;

/** An error in what is being compiled (or in how): the message is complete and meant for the user, one line or a short list of lines. */
public final class CompileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An error with a message for the user. */
    public CompileException(String message) {
        super(message);
    }

    /** An error with a message for the user and what led to it. */
    public CompileException(String message, Throwable cause) {
        super(message, cause);
    }
}
