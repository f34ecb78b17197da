package blogos.aot.cases.endings;

/** Endless recursion ends in a StackOverflowError that a program can catch, more than once. */
public final class StackOverflowCaught {
    private static int depth;

    private StackOverflowCaught() {}

    public static void main(String[] arguments) {
        for (int round = 0; round < 3; round++) {
            depth = 0;
            try {
                System.out.println(descend(1));
            } catch (StackOverflowError e) {
                System.out.println("caught, deep enough: " + (depth > 1000));
            }
        }
        System.out.println("still running");
    }

    private static long descend(long n) {
        depth++;
        return descend(n + 1) + n;
    }
}
