package blogos.programs;

/** {@code /bin/hello_npe}: dies of an exception that nobody catches. */
public final class HelloNpe {
    private HelloNpe() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("Hello");
        System.out.println(lengthOf(args.length > 0 ? args[0] : null));
    }

    private static int lengthOf(String text) {
        return text.length();
    }
}
