package blogos.aot.runtime;

/** A file cannot be loaded as a plug-in. The message says why. */
public final class PluginException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a reason. */
    public PluginException(String message) {
        super(message);
    }
}
