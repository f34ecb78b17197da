package blogos.aot.cases.endings;

/** An error without a message, thrown past a finally block that prints. */
public final class UncaughtError {
    private UncaughtError() {}

    public static void main(String[] arguments) {
        try {
            System.out.println("try");
            throw new AssertionError();
        } finally {
            System.out.println("finally");
            System.err.println("on standard error");
        }
    }
}
