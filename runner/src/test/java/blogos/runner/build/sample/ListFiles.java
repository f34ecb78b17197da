package blogos.runner.build.sample;

/** Another program. */
public final class ListFiles {
    private ListFiles() {}

    /** Does nothing. */
    public static void main(String[] arguments) {}
}
