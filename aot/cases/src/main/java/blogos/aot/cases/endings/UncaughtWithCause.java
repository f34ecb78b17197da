package blogos.aot.cases.endings;

/** An exception with a chain of causes leaves main: its trace goes to standard error, the status is 1. */
public final class UncaughtWithCause {
    private UncaughtWithCause() {}

    public static void main(String[] arguments) {
        System.out.println("before");
        outer(3);
        System.out.println("never");
    }

    private static void outer(int n) {
        try {
            middle(n);
        } catch (IllegalStateException e) {
            throw new RuntimeException("outer failed", e);
        }
    }

    private static void middle(int n) {
        try {
            inner(n);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inner(int n) {
        if (n > 0) {
            inner(n - 1);
        } else {
            throw new IllegalArgumentException("root\nof two lines");
        }
    }
}
