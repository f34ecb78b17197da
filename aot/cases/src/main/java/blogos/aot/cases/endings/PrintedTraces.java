package blogos.aot.cases.endings;

/** printStackTrace and getStackTrace of caught exceptions. */
public final class PrintedTraces {
    private PrintedTraces() {}

    public static void main(String[] arguments) {
        try {
            first();
        } catch (Exception e) {
            e.printStackTrace();
            for (StackTraceElement element : e.getStackTrace()) {
                System.out.println(element.getClassName() + " " + element.getMethodName() + " " + element.getFileName()
                        + " " + element.getLineNumber());
            }
        }
        Exception cleared = new Exception("cleared");
        cleared.setStackTrace(new StackTraceElement[0]);
        cleared.printStackTrace();
        Exception replaced = new Exception("replaced");
        replaced.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("a.B", "c", "B.java", 12),
            new StackTraceElement("a.B", "d", null, -1),
            new StackTraceElement("a.B", "e", null, -2)
        });
        replaced.printStackTrace();
        Exception circular = new Exception("circular");
        circular.addSuppressed(new Exception("points back", circular));
        circular.printStackTrace();
        new Quiet().printStackTrace();
    }

    private static final class Quiet extends RuntimeException {
        Quiet() {
            super("quiet", null, false, false);
        }
    }

    private static void first() throws Exception {
        try {
            second();
        } catch (IllegalStateException e) {
            throw new Exception("first", e);
        }
    }

    private static void second() {
        throw new IllegalStateException("second");
    }
}
