package blogos.aot.cases.endings;

/** The smallest program. */
public final class EmptyMain {
    private EmptyMain() {}

    public static void main(String[] arguments) {}
}
