package blogos.runner;

/** Where long steps say what they do. Lines are for people: the results of a command go elsewhere. */
public interface Progress {
    /** Shows one line. */
    void step(String line);

    /** A progress that prints to the standard error, so that the standard output stays the guest's. */
    static Progress toStandardError() {
        return line -> System.err.println("blog_os: " + line);
    }
}
