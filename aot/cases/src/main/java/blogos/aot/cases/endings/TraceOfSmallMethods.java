package blogos.aot.cases.endings;

/** A trace through methods so small that a compiler inlines them: every one must still have its frame. */
public final class TraceOfSmallMethods {
    private final int[] values;

    private TraceOfSmallMethods(int... values) {
        this.values = values;
    }

    public static void main(String[] arguments) {
        TraceOfSmallMethods object = new TraceOfSmallMethods(4, 2, 0);
        System.out.println(quotient(object, 0, 1));
        System.out.println(quotient(object, 1, 2));
    }

    private static int quotient(TraceOfSmallMethods object, int a, int b) {
        return divide(object.get(a), object.get(b));
    }

    private int get(int index) {
        return values[index];
    }

    private static int divide(int a, int b) {
        return a / b;
    }
}
