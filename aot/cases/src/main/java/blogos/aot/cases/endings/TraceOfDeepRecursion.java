package blogos.aot.cases.endings;

/** A trace of hundreds of equal frames. */
public final class TraceOfDeepRecursion {
    private TraceOfDeepRecursion() {}

    public static void main(String[] arguments) {
        System.out.println(descend(300));
    }

    private static int descend(int n) {
        if (n == 0) {
            throw new IllegalStateException("bottom");
        }
        return descend(n - 1) + n;
    }
}
