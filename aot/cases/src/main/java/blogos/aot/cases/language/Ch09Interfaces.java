package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 9: interface methods of every kind, inheritance conflicts, constants, generic interfaces. */
public final class Ch09Interfaces {
    private Ch09Interfaces() {}

    public static void main(String[] arguments) {
        Cases.run("defaultMethods", Ch09Interfaces::defaultMethods);
        Cases.run("classWinsOverDefault", Ch09Interfaces::classWinsOverDefault);
        Cases.run("mostSpecificDefault", Ch09Interfaces::mostSpecificDefault);
        Cases.run("diamondResolved", Ch09Interfaces::diamondResolved);
        Cases.run("defaultMadeAbstract", Ch09Interfaces::defaultMadeAbstract);
        Cases.run("staticMethods", Ch09Interfaces::staticMethods);
        Cases.run("privateMethods", Ch09Interfaces::privateMethods);
        Cases.run("constants", Ch09Interfaces::constants);
        Cases.run("genericBridges", Ch09Interfaces::genericBridges);
        Cases.run("manyInterfaces", Ch09Interfaces::manyInterfaces);
        Cases.run("interfaceArrays", Ch09Interfaces::interfaceArrays);
        Cases.run("objectMethodsThroughInterface", Ch09Interfaces::objectMethodsThroughInterface);
        Cases.run("defaultCallsAbstract", Ch09Interfaces::defaultCallsAbstract);
        Cases.run("inheritedImplementation", Ch09Interfaces::inheritedImplementation);
        Cases.run("superInterfaceOfSuperclass", Ch09Interfaces::superInterfaceOfSuperclass);
        Cases.run("covariantInInterface", Ch09Interfaces::covariantInInterface);
        Cases.run("sealedInterface", Ch09Interfaces::sealedInterface);
        Cases.run("megamorphicCall", Ch09Interfaces::megamorphicCall);
    }

    private interface Greeter {
        default String greet() {
            return "hello from " + name();
        }

        String name();
    }

    private static final class Plain implements Greeter {
        @Override
        public String name() {
            return "plain";
        }
    }

    private static final class Custom implements Greeter {
        @Override
        public String name() {
            return "custom";
        }

        @Override
        public String greet() {
            return Greeter.super.greet().toUpperCase();
        }
    }

    static void defaultMethods() {
        Greeter[] greeters = {new Plain(), new Custom(), () -> "lambda"};
        for (Greeter greeter : greeters) {
            System.out.println(greeter.greet());
        }
    }

    private static class HasGreet {
        public String greet() {
            return "class greet";
        }
    }

    private static final class Winner extends HasGreet implements Greeter {
        @Override
        public String name() {
            return "winner";
        }
    }

    static void classWinsOverDefault() {
        Greeter greeter = new Winner();
        System.out.println(greeter.greet());
    }

    private interface A {
        default String m() {
            return "A";
        }
    }

    private interface B extends A {
        @Override
        default String m() {
            return "B" + A.super.m();
        }
    }

    private interface C extends A {}

    private static class Both implements C, B, A {}

    static void mostSpecificDefault() {
        A a = new Both();
        C c = new Both();
        System.out.println(a.m() + " " + c.m());
    }

    private interface Left extends A {
        @Override
        default String m() {
            return "left";
        }
    }

    private static final class Diamond implements Left, B {
        @Override
        public String m() {
            return Left.super.m() + "+" + B.super.m();
        }
    }

    static void diamondResolved() {
        System.out.println(new Diamond().m() + " " + ((A) new Diamond()).m());
    }

    private interface Again extends A {
        @Override
        String m();
    }

    static void defaultMadeAbstract() {
        Again again = () -> "again";
        A a = again;
        System.out.println(a.m());
    }

    private interface Tools {
        int BASE = 10;

        static int twice(int x) {
            return helper(x) * 2;
        }

        private static int helper(int x) {
            return x + BASE;
        }
    }

    static void staticMethods() {
        System.out.println(Tools.twice(1));
    }

    private interface WithPrivate {
        private String inner(int n) {
            return "inner" + n + own();
        }

        default String outer() {
            return inner(1) + shared();
        }

        private static String shared() {
            return "shared";
        }

        String own();
    }

    static void privateMethods() {
        WithPrivate object = () -> "own";
        System.out.println(object.outer());
    }

    private interface Constants {
        int NUMBER = 5;
        String TEXT = "text";
        int[] ARRAY = {1, 2, 3};
        Object COMPUTED = new StringBuilder("computed");
    }

    private static final class User implements Constants {
        int sum() {
            return NUMBER + ARRAY[2];
        }
    }

    static void constants() {
        Constants.ARRAY[2] = 30;
        System.out.println(new User().sum() + " " + Constants.TEXT + " " + User.COMPUTED);
    }

    private interface Converter<F, T> {
        T convert(F from);
    }

    private static final class Length implements Converter<String, Integer> {
        @Override
        public Integer convert(String from) {
            return from.length();
        }
    }

    private interface IntConverter<F> extends Converter<F, Integer> {
        @Override
        Integer convert(F from);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static void genericBridges() {
        Converter<String, Integer> length = new Length();
        IntConverter<Object> hash = o -> o.toString().length() * 2;
        Converter<Object, Integer> raised = hash;
        System.out.println(length.convert("four") + " " + raised.convert("four"));
        Cases.thrown("bridge", () -> ((Converter) length).convert(5));
    }

    private interface I1 {
        int a();
    }

    private interface I2 {
        int b();
    }

    private interface I3 {
        int c();
    }

    private interface I4 {
        int d();
    }

    private interface I5 extends I1, I2 {
        int e();
    }

    private static final class Many implements I5, I4, I3 {
        @Override
        public int a() {
            return 1;
        }

        @Override
        public int b() {
            return 2;
        }

        @Override
        public int c() {
            return 3;
        }

        @Override
        public int d() {
            return 4;
        }

        @Override
        public int e() {
            return 5;
        }
    }

    static void manyInterfaces() {
        Object o = new Many();
        System.out.println(((I1) o).a()
                + ((I2) o).b() * 10
                + ((I3) o).c() * 100
                + ((I4) o).d() * 1000
                + ((I5) o).e() * 10000
                + ((I5) o).a() * 100000);
        Cases.thrown("not implemented", () -> System.out.println(((Greeter) o).name()));
    }

    static void interfaceArrays() {
        I1[] array = {new Many(), () -> 7, null};
        for (I1 element : array) {
            System.out.println(element == null ? "null" : "" + element.a());
        }
        Object[] objects = array;
        Cases.thrown("store", () -> objects[0] = "text");
        objects[0] = new Many();
        System.out.println(array.length + " " + array.getClass().getName());
    }

    static void objectMethodsThroughInterface() {
        Greeter greeter = new Plain();
        Comparable<String> text = "text";
        System.out.println(text.toString() + " " + text.hashCode() + " " + text.equals("text") + " "
                + greeter.equals(greeter) + " " + text.getClass().getName());
    }

    private interface Stack {
        int size();

        int get(int index);

        default int top() {
            return get(size() - 1);
        }

        default int sum() {
            int sum = 0;
            for (int i = 0; i < size(); i++) {
                sum += get(i);
            }
            return sum;
        }
    }

    static void defaultCallsAbstract() {
        int[] content = {3, 1, 4};
        Stack stack = new Stack() {
            @Override
            public int size() {
                return content.length;
            }

            @Override
            public int get(int index) {
                return content[index];
            }
        };
        System.out.println(stack.top() + " " + stack.sum());
    }

    private static class Implementation {
        public int a() {
            return 42;
        }
    }

    private static final class Inherits extends Implementation implements I1 {}

    static void inheritedImplementation() {
        I1 object = new Inherits();
        System.out.println(object.a());
    }

    private static class Middle extends Both {}

    private static final class Lowest extends Middle {
        @Override
        public String m() {
            return "lowest " + super.m();
        }
    }

    static void superInterfaceOfSuperclass() {
        C c = new Lowest();
        System.out.println(c.m() + " " + (c instanceof A) + " " + (c instanceof B));
    }

    private interface Source {
        Object get();
    }

    private interface TextSource extends Source {
        @Override
        String get();
    }

    static void covariantInInterface() {
        TextSource text = () -> "covariant";
        Source source = text;
        System.out.println(text.get().length() + " " + source.get());
    }

    private sealed interface Expression permits Constant, Sum, Negation {
        int evaluate();
    }

    private record Constant(int value) implements Expression {
        @Override
        public int evaluate() {
            return value;
        }
    }

    private record Sum(Expression left, Expression right) implements Expression {
        @Override
        public int evaluate() {
            return left.evaluate() + right.evaluate();
        }
    }

    private record Negation(Expression inner) implements Expression {
        @Override
        public int evaluate() {
            return -inner.evaluate();
        }
    }

    static void sealedInterface() {
        Expression expression = new Sum(new Constant(10), new Negation(new Sum(new Constant(1), new Constant(2))));
        System.out.println(expression.evaluate() + " " + expression);
    }

    static void megamorphicCall() {
        I1[] all = {() -> 1, () -> 2, () -> 3, new Many(), new Inherits(), () -> 6, () -> 7, () -> 8};
        int sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum = sum * 3 + all[i % all.length].a();
        }
        System.out.println(sum);
    }
}
