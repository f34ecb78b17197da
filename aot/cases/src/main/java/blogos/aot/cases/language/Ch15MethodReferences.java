package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** JLS 15.13: method references of every kind. */
public final class Ch15MethodReferences {
    private final String name;

    private Ch15MethodReferences(String name) {
        this.name = name;
    }

    private Ch15MethodReferences() {
        this("default");
    }

    public static void main(String[] arguments) {
        Cases.run("staticMethod", Ch15MethodReferences::staticMethod);
        Cases.run("boundReceiver", Ch15MethodReferences::boundReceiver);
        Cases.run("boundReceiverEvaluatedOnce", Ch15MethodReferences::boundReceiverEvaluatedOnce);
        Cases.run("boundNullReceiver", Ch15MethodReferences::boundNullReceiver);
        Cases.run("unboundReceiver", Ch15MethodReferences::unboundReceiver);
        Cases.run("unboundInterfaceMethod", Ch15MethodReferences::unboundInterfaceMethod);
        Cases.run("constructor", Ch15MethodReferences::constructor);
        Cases.run("arrayConstructor", Ch15MethodReferences::arrayConstructor);
        Cases.run("innerConstructor", () -> new Ch15MethodReferences("outer").innerConstructor());
        Cases.run("superMethod", () -> new Derived().superMethod());
        Cases.run("thisMethod", () -> new Ch15MethodReferences("me").thisMethod());
        Cases.run("boxingAndWidening", Ch15MethodReferences::boxingAndWidening);
        Cases.run("varargs", Ch15MethodReferences::varargs);
        Cases.run("resultDiscarded", Ch15MethodReferences::resultDiscarded);
        Cases.run("genericMethod", Ch15MethodReferences::genericMethod);
        Cases.run("virtualDispatch", Ch15MethodReferences::virtualDispatch);
        Cases.run("privateMethod", Ch15MethodReferences::privateMethod);
        Cases.run("arrayMethods", Ch15MethodReferences::arrayMethods);
        Cases.run("protectedThroughSubclass", Ch15MethodReferences::protectedThroughSubclass);
        Cases.run("genericConstructor", Ch15MethodReferences::genericConstructor);
    }

    private static int square(int x) {
        return x * x;
    }

    static void staticMethod() {
        Function<Integer, Integer> f = Ch15MethodReferences::square;
        BinaryOperator<Integer> max = Math::max;
        Function<String, Integer> parse = Integer::parseInt;
        System.out.println(f.apply(9) + " " + max.apply(3, 8) + " " + parse.apply("42"));
    }

    static void boundReceiver() {
        String text = "hello world";
        Supplier<Integer> length = text::length;
        Function<String, Boolean> starts = text::startsWith;
        BiFunction<Integer, Integer, String> part = text::substring;
        System.out.println(length.get() + " " + starts.apply("hell") + " " + part.apply(6, 11));
    }

    private static int made;

    private static StringBuilder make() {
        made++;
        return new StringBuilder("b").append(made);
    }

    static void boundReceiverEvaluatedOnce() {
        Supplier<String> s = make()::toString;
        System.out.println(s.get() + s.get() + made);
        StringBuilder variable = new StringBuilder("first");
        Supplier<String> bound = variable::toString;
        variable = new StringBuilder("second");
        System.out.println(bound.get() + " " + variable);
    }

    private static String nothing() {
        return null;
    }

    static void boundNullReceiver() {
        Cases.thrown("at creation", () -> {
            Supplier<Integer> s = nothing()::length;
            System.out.println("created " + s);
        });
    }

    static void unboundReceiver() {
        Function<String, Integer> length = String::length;
        BiFunction<String, String, Boolean> equal = String::equals;
        Function<Object, String> text = Object::toString;
        ToIntFunction<Integer> value = Integer::intValue;
        System.out.println(
                length.apply("abc") + " " + equal.apply("a", "a") + " " + text.apply(12) + " " + value.applyAsInt(7));
        Cases.thrown("null receiver", () -> length.apply(null));
    }

    static void unboundInterfaceMethod() {
        Function<CharSequence, Integer> length = CharSequence::length;
        BiFunction<List<String>, String, Boolean> add = List::add;
        List<String> list = new ArrayList<>();
        System.out.println(length.apply(new StringBuilder("xy")) + " " + add.apply(list, "e") + " " + list);
    }

    static void constructor() {
        Supplier<Ch15MethodReferences> none = Ch15MethodReferences::new;
        Function<String, Ch15MethodReferences> one = Ch15MethodReferences::new;
        Supplier<List<String>> list = ArrayList::new;
        System.out.println(none.get().name + " " + one.apply("given").name + " "
                + list.get().size());
    }

    static void arrayConstructor() {
        IntFunction<int[]> ints = int[]::new;
        Function<Integer, String[][]> grid = String[][]::new;
        System.out.println(ints.apply(3).length + " " + grid.apply(2).length + " " + grid.apply(2)[0]);
        Cases.thrown("negative", () -> ints.apply(-1));
    }

    private final class Inner {
        String who() {
            return "inner of " + name;
        }
    }

    void innerConstructor() {
        Supplier<Inner> make = Inner::new;
        System.out.println(make.get().who());
    }

    private static class Base {
        String describe() {
            return "base";
        }
    }

    private static final class Derived extends Base {
        @Override
        String describe() {
            return "derived";
        }

        void superMethod() {
            Supplier<String> up = super::describe;
            Supplier<String> here = this::describe;
            System.out.println(up.get() + " " + here.get());
        }
    }

    private String greet(String other) {
        return name + " greets " + other;
    }

    void thisMethod() {
        Function<String, String> f = this::greet;
        System.out.println(f.apply("you"));
    }

    private static long widen(long value) {
        return value + 1;
    }

    private static Object box(Object value) {
        return "boxed " + value;
    }

    static void boxingAndWidening() {
        ToLongFunction<Integer> fromInteger = Ch15MethodReferences::widen;
        Function<Integer, Object> object = Ch15MethodReferences::box;
        IntFunction<Object> fromInt = Ch15MethodReferences::box;
        Function<Short, Integer> fromShort = Ch15MethodReferences::square;
        System.out.println(fromInteger.applyAsLong(4) + " " + object.apply(5) + " " + fromInt.apply(6) + " "
                + fromShort.apply((short) -3));
    }

    private static String join(String... parts) {
        StringBuilder result = new StringBuilder().append(parts.length);
        for (String part : parts) {
            result.append(':').append(part);
        }
        return result.toString();
    }

    static void varargs() {
        Supplier<String> none = Ch15MethodReferences::join;
        Function<String, String> one = Ch15MethodReferences::join;
        BinaryOperator<String> two = Ch15MethodReferences::join;
        Function<String[], String> array = Ch15MethodReferences::join;
        System.out.println(none.get() + " " + one.apply("a") + " " + two.apply("a", "b") + " "
                + array.apply(new String[] {"x", "y", "z"}));
    }

    static void resultDiscarded() {
        List<String> list = new ArrayList<>();
        Consumer<String> add = list::add;
        add.accept("one");
        add.accept("two");
        Runnable newObject = Object::new;
        newObject.run();
        System.out.println(list);
    }

    private static <T extends Comparable<T>> T larger(T left, T right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    static void genericMethod() {
        BinaryOperator<String> strings = Ch15MethodReferences::larger;
        BinaryOperator<Integer> ints = Ch15MethodReferences::<Integer>larger;
        System.out.println(strings.apply("pear", "apple") + " " + ints.apply(3, 9));
    }

    static void virtualDispatch() {
        Function<Base, String> describe = Base::describe;
        System.out.println(describe.apply(new Base()) + " " + describe.apply(new Derived()));
    }

    private static final class Nested {
        private String secret(int n) {
            return "secret " + n;
        }
    }

    static void privateMethod() {
        BiFunction<Nested, Integer, String> f = Nested::secret;
        System.out.println(f.apply(new Nested(), 3));
    }

    static void arrayMethods() {
        int[] source = {1, 2, 3};
        Supplier<Object> copy = source::clone;
        int[] copied = (int[]) copy.get();
        source[0] = 9;
        System.out.println(copied[0] + " " + copied.length);
    }

    static void protectedThroughSubclass() {
        Supplier<Object> clone = new Cloned()::copy;
        System.out.println(((Cloned) clone.get()).value);
    }

    private static final class Cloned implements Cloneable {
        int value = 5;

        Object copy() throws IllegalStateException {
            try {
                return super.clone();
            } catch (CloneNotSupportedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final class Box<T> {
        final T content;

        Box(T content) {
            this.content = content;
        }
    }

    static void genericConstructor() {
        Function<String, Box<String>> boxer = Box::new;
        Function<Integer, Box<Integer>> other = Box<Integer>::new;
        System.out.println(boxer.apply("s").content.length() + " " + (other.apply(4).content + 1));
    }
}
