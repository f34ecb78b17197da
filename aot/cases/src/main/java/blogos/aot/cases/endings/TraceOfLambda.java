package blogos.aot.cases.endings;

import java.util.function.IntUnaryOperator;

/** A trace through lambdas, a method reference and an anonymous class. */
public final class TraceOfLambda {
    private TraceOfLambda() {}

    public static void main(String[] arguments) {
        int base = arguments.length;
        IntUnaryOperator inverse = x -> 100 / (x + base);
        IntUnaryOperator reference = TraceOfLambda::check;
        IntUnaryOperator anonymous = new IntUnaryOperator() {
            @Override
            public int applyAsInt(int x) {
                return inverse.applyAsInt(x) + 1;
            }
        };
        System.out.println(apply(inverse, 5));
        System.out.println(apply(reference, 5));
        System.out.println(apply(x -> apply(anonymous, x - 1), 1));
    }

    private static int apply(IntUnaryOperator operator, int x) {
        return operator.applyAsInt(x);
    }

    private static int check(int x) {
        return x * 2;
    }
}
