package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;

/** java.util.function: the combining methods of the interfaces. */
public final class UtilFunctions {
    private UtilFunctions() {}

    public static void main(String[] arguments) {
        Cases.run("functions", UtilFunctions::functions);
        Cases.run("predicates", UtilFunctions::predicates);
        Cases.run("consumers", UtilFunctions::consumers);
        Cases.run("operators", UtilFunctions::operators);
        Cases.run("primitives", UtilFunctions::primitives);
        Cases.run("others", UtilFunctions::others);
        Cases.run("nullArguments", UtilFunctions::nullArguments);
    }

    static void functions() {
        Function<Integer, Integer> increment = x -> x + 1;
        Function<Integer, String> show = Integer::toHexString;
        BiFunction<Integer, Integer, Integer> add = Integer::sum;
        System.out.println(increment.andThen(show).apply(254) + " "
                + increment.compose(String::length).apply("abc") + " "
                + Function.<String>identity().apply("same") + " "
                + add.andThen(show).apply(10, 6));
    }

    static void predicates() {
        Predicate<String> empty = String::isEmpty;
        Predicate<String> lower = s -> s.equals(s.toLowerCase());
        BiPredicate<String, Integer> longer = (s, n) -> s.length() > n;
        IntPredicate even = n -> n % 2 == 0;
        System.out.println(empty.or(lower).test("abc") + " " + empty.and(lower).test("") + " "
                + empty.negate().test("") + " "
                + Predicate.not(empty).test("x") + " " + Predicate.isEqual("a").test("a") + " "
                + longer.negate().test("abc", 2) + " "
                + even.and(n -> n > 10).or(n -> n == 3).test(3));
    }

    static void consumers() {
        StringBuilder log = new StringBuilder();
        Consumer<String> first = log::append;
        Consumer<String> both = first.andThen(s -> log.append(s.length()));
        both.accept("abc");
        ObjIntConsumer<StringBuilder> repeat = (b, n) -> b.append("-".repeat(n));
        repeat.accept(log, 3);
        System.out.println(log);
    }

    static void operators() {
        UnaryOperator<String> twice = s -> s + s;
        BinaryOperator<Integer> smaller = BinaryOperator.minBy(Integer::compare);
        System.out.println(twice.andThen(twice).apply("a") + " " + smaller.apply(4, 2) + " "
                + BinaryOperator.<String>maxBy(String::compareTo).apply("a", "b"));
    }

    static void primitives() {
        IntUnaryOperator square = x -> x * x;
        LongUnaryOperator half = x -> x / 2;
        DoubleUnaryOperator third = x -> x / 3;
        IntBinaryOperator power = (a, b) -> (int) StrictMath.pow(a, b);
        DoubleBinaryOperator ratio = (a, b) -> a / b;
        System.out.println(square.andThen(x -> x + 1).compose(x -> x * 2).applyAsInt(3) + " "
                + half.andThen(x -> -x).applyAsLong(1L << 40) + " " + third.applyAsDouble(1) + " "
                + power.applyAsInt(3, 4) + " "
                + ratio.applyAsDouble(1, 8) + " " + IntUnaryOperator.identity().applyAsInt(7));
    }

    static void others() {
        Supplier<Supplier<String>> nested = () -> () -> "nested";
        BooleanSupplier truth = () -> true;
        ToIntBiFunction<String, String> compare = String::compareTo;
        ToDoubleFunction<Integer> real = x -> x + 0.5;
        IntFunction<String[]> array = String[]::new;
        System.out.println(nested.get().get() + " " + truth.getAsBoolean() + " " + compare.applyAsInt("a", "c") + " "
                + real.applyAsDouble(2) + " " + array.apply(2).length);
    }

    static void nullArguments() {
        Function<Integer, Integer> f = x -> x;
        Cases.thrown("andThen", () -> f.andThen(null));
        Cases.thrown("compose", () -> f.compose(null));
        Predicate<String> p = String::isEmpty;
        Cases.thrown("and", () -> p.and(null));
    }
}
