package blogos.aot.cases.endings;

/** System.exit deep in calls ends the program with its status; no finally block runs. */
public final class ExitInNestedCall {
    private ExitInNestedCall() {}

    public static void main(String[] arguments) {
        try {
            descend(5);
        } finally {
            System.out.println("never");
        }
    }

    private static void descend(int n) {
        System.out.println(n);
        if (n == 0) {
            System.exit(3);
        }
        descend(n - 1);
        System.out.println("never");
    }
}
