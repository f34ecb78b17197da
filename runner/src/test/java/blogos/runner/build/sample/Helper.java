package blogos.runner.build.sample;

/** Not a program: its main is not static. */
public final class Helper {
    /** Does nothing. */
    public void main(String[] arguments) {}
}
