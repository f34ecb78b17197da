package host.api;

/** An exception of the host. */
public class HostException extends Exception {
    private static final long serialVersionUID = 1;
    public final int code;

    /** With a code. */
    public HostException(int code) {
        super("code " + code);
        this.code = code;
    }
}
