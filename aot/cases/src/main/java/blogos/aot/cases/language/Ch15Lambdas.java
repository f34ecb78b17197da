package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** JLS 15.27: lambda expressions, what they capture and how they adapt types. */
public final class Ch15Lambdas {
    private int state = 100;
    private static int calls;

    private Ch15Lambdas() {}

    public static void main(String[] arguments) {
        Cases.run("noCapture", Ch15Lambdas::noCapture);
        Cases.run("captureLocals", Ch15Lambdas::captureLocals);
        Cases.run("captureThis", () -> new Ch15Lambdas().captureThis());
        Cases.run("captureEveryType", Ch15Lambdas::captureEveryType);
        Cases.run("captureInLoop", Ch15Lambdas::captureInLoop);
        Cases.run("curried", Ch15Lambdas::curried);
        Cases.run("nested", () -> new Ch15Lambdas().nested());
        Cases.run("boxingAdaptation", Ch15Lambdas::boxingAdaptation);
        Cases.run("genericInterface", Ch15Lambdas::genericInterface);
        Cases.run("ownInterfaces", Ch15Lambdas::ownInterfaces);
        Cases.run("defaultMethodsOfTheInterface", Ch15Lambdas::defaultMethodsOfTheInterface);
        Cases.run("recursionThroughField", Ch15Lambdas::recursionThroughField);
        Cases.run("recursionThroughArray", Ch15Lambdas::recursionThroughArray);
        Cases.run("exceptionsPass", Ch15Lambdas::exceptionsPass);
        Cases.run("intersectionCast", Ch15Lambdas::intersectionCast);
        Cases.run("asObject", Ch15Lambdas::asObject);
        Cases.run("inConditional", Ch15Lambdas::inConditional);
        Cases.run("inInitialisers", Ch15Lambdas::inInitialisers);
        Cases.run("mutatingCapturedArray", Ch15Lambdas::mutatingCapturedArray);
        Cases.run("bodyRunsEachCall", Ch15Lambdas::bodyRunsEachCall);
        Cases.run("inDefaultMethod", Ch15Lambdas::inDefaultMethod);
        Cases.run("manyArguments", Ch15Lambdas::manyArguments);
    }

    static void noCapture() {
        Supplier<String> hello = () -> "hello";
        IntBinaryOperator add = (a, b) -> a + b;
        Runnable print = () -> System.out.println("run");
        System.out.println(hello.get() + " " + add.applyAsInt(3, 4));
        print.run();
    }

    static void captureLocals() {
        int base = 10;
        String prefix = "p";
        IntFunction<String> f = i -> prefix + (base + i);
        System.out.println(f.apply(5) + " " + f.apply(-5));
    }

    void captureThis() {
        IntUnaryOperator add = i -> state + i;
        System.out.println(add.applyAsInt(1));
        state = 200;
        System.out.println(add.applyAsInt(1));
        Runnable change = () -> this.state++;
        change.run();
        change.run();
        System.out.println(state);
    }

    static void captureEveryType() {
        boolean z = true;
        byte b = -1;
        short s = -2;
        char c = '\uffff';
        int i = 1 << 30;
        long l = 1L << 60;
        float f = 1.5f;
        double d = 2.5;
        String t = "t";
        int[] a = {7};
        Supplier<String> all = () -> z + " " + b + " " + s + " " + (int) c + " " + i + " " + l + " " + (int) (f * 2)
                + " " + (int) (d * 2) + " " + t + " " + a[0];
        a[0] = 8;
        System.out.println(all.get());
    }

    static void captureInLoop() {
        IntUnaryOperator[] adders = new IntUnaryOperator[4];
        for (int i = 0; i < adders.length; i++) {
            int step = i * 10;
            adders[i] = x -> x + step;
        }
        int value = 1;
        for (IntUnaryOperator adder : adders) {
            value = adder.applyAsInt(value);
            System.out.println(value);
        }
    }

    static void curried() {
        Function<Integer, Function<Integer, Function<Integer, Integer>>> f = a -> b -> c -> a * 100 + b * 10 + c;
        System.out.println(f.apply(1).apply(2).apply(3));
        Function<Integer, Function<Integer, Integer>> half = f.apply(9);
        System.out.println(half.apply(8).apply(7) + " " + half.apply(0).apply(0));
    }

    void nested() {
        int local = 1;
        Supplier<Supplier<String>> outer = () -> {
            int inner = local + 1;
            return () -> state + " " + local + " " + inner;
        };
        System.out.println(outer.get().get());
    }

    static void boxingAdaptation() {
        Function<Integer, Integer> twice = x -> x * 2;
        ToIntFunction<String> length = s -> s.length();
        Supplier<Long> wide = () -> 5L;
        LongSupplier widened = () -> 7;
        Supplier<Object> asObject = () -> 3;
        BiFunction<Integer, Long, Number> choose = (a, b) -> a > b ? (Number) a : (Number) b;
        System.out.println(twice.apply(21) + " " + length.applyAsInt("four") + " " + wide.get() + " "
                + widened.getAsLong() + " " + asObject.get() + " " + choose.apply(3, 4L));
        Cases.thrown("null unboxed", () -> twice.apply(null));
    }

    private interface Combiner<T> {
        T combine(T left, T right);
    }

    private interface Words extends Combiner<String> {
        @Override
        String combine(String left, String right);
    }

    private static <T> T fold(T[] values, Combiner<T> combiner) {
        T result = values[0];
        for (int i = 1; i < values.length; i++) {
            result = combiner.combine(result, values[i]);
        }
        return result;
    }

    static void genericInterface() {
        System.out.println(fold(new Integer[] {1, 2, 3}, (a, b) -> a + b));
        System.out.println(fold(new String[] {"a", "b", "c"}, (a, b) -> b + a));
        Words words = (a, b) -> a + "-" + b;
        System.out.println(fold(new String[] {"x", "y"}, words) + " " + words.combine("l", "r"));
        Combiner<String> raised = words;
        System.out.println(raised.combine("1", "2"));
    }

    private interface Thrower {
        int act(byte b, long l) throws Exception;
    }

    static void ownInterfaces() throws Exception {
        Thrower thrower = (b, l) -> {
            if (b < 0) {
                throw new Exception("negative " + b);
            }
            return (int) (b + l);
        };
        System.out.println(thrower.act((byte) 1, 2));
        Cases.thrown("checked", () -> thrower.act((byte) -1, 0));
    }

    static void defaultMethodsOfTheInterface() {
        Function<Integer, Integer> addOne = x -> x + 1;
        Function<Integer, Integer> timesTen = x -> x * 10;
        System.out.println(addOne.andThen(timesTen).apply(1) + " "
                + addOne.compose(timesTen).apply(1));
        Predicate<String> empty = s -> s.isEmpty();
        Predicate<String> shortText = s -> s.length() < 3;
        System.out.println(empty.negate().and(shortText).test("ab") + " "
                + empty.or(shortText).test("abc"));
        UnaryOperator<String> identity = UnaryOperator.identity();
        System.out.println(identity.apply("same"));
    }

    private static IntUnaryOperator factorial;

    static void recursionThroughField() {
        factorial = n -> n <= 1 ? 1 : n * factorial.applyAsInt(n - 1);
        System.out.println(factorial.applyAsInt(12));
    }

    static void recursionThroughArray() {
        IntUnaryOperator[] fibonacci = new IntUnaryOperator[1];
        fibonacci[0] = n -> n < 2 ? n : fibonacci[0].applyAsInt(n - 1) + fibonacci[0].applyAsInt(n - 2);
        System.out.println(fibonacci[0].applyAsInt(20));
    }

    static void exceptionsPass() {
        Runnable bad = () -> {
            throw new IllegalArgumentException("from lambda");
        };
        try {
            bad.run();
            System.out.println("not reached");
        } catch (IllegalArgumentException expected) {
            System.out.println(expected.getMessage());
        } finally {
            System.out.println("finally");
        }
    }

    private interface Marker {
        default String mark() {
            return "marked";
        }
    }

    static void intersectionCast() {
        Runnable runnable = (Runnable & Marker) () -> System.out.println("ran");
        runnable.run();
        System.out.println(runnable instanceof Marker);
        System.out.println(((Marker) runnable).mark());
    }

    static void asObject() {
        Object object = (Supplier<String>) () -> "value";
        System.out.println(object instanceof Supplier);
        System.out.println(object instanceof Runnable);
        System.out.println(((Supplier<?>) object).get());
        System.out.println(object.equals(object) + " " + (object.hashCode() == object.hashCode()));
    }

    static void inConditional() {
        for (int i = 0; i < 3; i++) {
            Supplier<String> s = i == 0 ? () -> "zero" : i == 1 ? () -> "one" : () -> "many";
            System.out.println(s.get());
        }
    }

    private static final Supplier<String> STATIC_LAMBDA = () -> "static " + ++calls;
    private final Supplier<String> instanceLambda = () -> "instance " + state;

    static void inInitialisers() {
        System.out.println(
                STATIC_LAMBDA.get() + " " + STATIC_LAMBDA.get() + " " + new Ch15Lambdas().instanceLambda.get());
    }

    static void mutatingCapturedArray() {
        int[] count = {0};
        Runnable increment = () -> count[0]++;
        for (int i = 0; i < 10; i++) {
            increment.run();
        }
        System.out.println(count[0]);
    }

    static void bodyRunsEachCall() {
        Supplier<int[]> fresh = () -> new int[] {1};
        int[] first = fresh.get();
        first[0] = 9;
        System.out.println(fresh.get()[0] + " " + (fresh.get() == fresh.get()));
    }

    private interface Greeter {
        String name();

        default Supplier<String> greeting() {
            return () -> "hello " + name();
        }
    }

    static void inDefaultMethod() {
        Greeter greeter = () -> "world";
        System.out.println(greeter.greeting().get());
    }

    private interface Wide {
        String apply(int a, long b, double c, String d, int e, long f, double g, String h, int i, Object j);
    }

    static void manyArguments() {
        int x = 1;
        long y = 2;
        String z = "z";
        Wide wide = (a, b, c, d, e, f, g, h, i, j) -> x + y + z + a + b + (int) c + d + e + f + (int) g + h + i + j;
        System.out.println(wide.apply(1, 2, 3, "4", 5, 6, 7, "8", 9, 10));
    }
}
