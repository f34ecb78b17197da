package blogos.runner;

/**
 * Something that whoever called the runner can put right: a wrong option, a missing tool, a file that cannot be read,
 * an error in the code being built. The message is complete, says what to do, and is all that is shown.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    /** An error of the surroundings, which ends the runner with {@link ExitStatus#UNAVAILABLE}. */
    public UserError(String message) {
        this(message, ExitStatus.UNAVAILABLE);
    }

    private UserError(String message, int status) {
        super(message);
        this.status = status;
    }

    /** An error on the command line, which ends the runner with {@link ExitStatus#USAGE}. */
    public static UserError usage(String message) {
        return new UserError(message, ExitStatus.USAGE);
    }

    /** The runner's exit status. */
    public int status() {
        return status;
    }
}
