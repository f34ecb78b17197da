package blogos.aot.cases.endings;

/** The main class itself fails to initialise. */
public final class MainClassFails {
    private static final int[] VALUES = {1, 2};
    private static final int THIRD = third();

    private MainClassFails() {}

    private static int third() {
        return VALUES[2];
    }

    public static void main(String[] arguments) {
        System.out.println("never " + THIRD);
    }
}
