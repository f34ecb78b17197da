package blogos.aot.cases.endings;

/** A trace through constructors, an instance initialiser and a super constructor. */
public final class TraceOfConstructor {
    private TraceOfConstructor() {}

    private static class Base {
        Base() {
            initialise();
        }

        void initialise() {
            System.out.println("base");
        }
    }

    private static final class Derived extends Base {
        private final String text = "set";

        {
            System.out.println("block");
        }

        Derived(int ignored) {
            super();
            System.out.println("not reached " + ignored);
        }

        @Override
        void initialise() {
            System.out.println(text);
            System.out.println(length(new int[0]));
        }

        private int length(int[] values) {
            return values[values.length];
        }
    }

    public static void main(String[] arguments) {
        new Derived(1);
    }
}
