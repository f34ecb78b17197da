package blogos.aot.cases.endings;

/** Printing float and double directly. */
public final class FloatingOutput {
    private FloatingOutput() {}

    public static void main(String[] arguments) {
        System.out.println(0.1);
        System.out.println(1f / 3);
        System.out.print(1e100);
        System.out.print(' ');
        System.out.print(-0f);
        System.out.println();
    }
}
