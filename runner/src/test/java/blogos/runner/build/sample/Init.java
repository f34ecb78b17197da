package blogos.runner.build.sample;

/** A program. */
public final class Init {
    private Init() {}

    /** Does nothing. */
    public static void main(String[] arguments) {}
}
