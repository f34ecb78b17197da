package blogos.aot.cases.endings;

/** The trace tells where an exception was made, not where it was thrown again. */
public final class TraceOfRethrow {
    private TraceOfRethrow() {}

    private static RuntimeException made;

    public static void main(String[] arguments) {
        prepare();
        try {
            launch();
        } catch (RuntimeException e) {
            System.out.println("again");
            relaunch(e);
        }
    }

    private static void prepare() {
        made = new RuntimeException("made earlier");
    }

    private static void launch() {
        throw made;
    }

    private static void relaunch(RuntimeException e) {
        throw e;
    }
}
