package blogos.aot.cases.endings;

/** The status given to System.exit is cut to eight bits by the system. */
public final class ExitStatusIsAByte {
    private ExitStatusIsAByte() {}

    public static void main(String[] arguments) {
        System.out.print("no newline at the end");
        System.exit(-2);
    }
}
