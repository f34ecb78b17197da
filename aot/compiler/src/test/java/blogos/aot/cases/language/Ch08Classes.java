package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 8: fields, methods, overriding, overloading, constructors and initialisers of classes. */
public final class Ch08Classes {
    private Ch08Classes() {
    }

    public static void main(String[] arguments) {
        Cases.run("initialiserOrder", Ch08Classes::initialiserOrder);
        Cases.run("virtualCallInConstructor", Ch08Classes::virtualCallInConstructor);
        Cases.run("constructorChain", Ch08Classes::constructorChain);
        Cases.run("fieldHiding", Ch08Classes::fieldHiding);
        Cases.run("staticHiding", Ch08Classes::staticHiding);
        Cases.run("overriding", Ch08Classes::overriding);
        Cases.run("superCalls", Ch08Classes::superCalls);
        Cases.run("privateIsNotVirtual", Ch08Classes::privateIsNotVirtual);
        Cases.run("packagePrivateOverride", Ch08Classes::packagePrivateOverride);
        Cases.run("overloadResolution", Ch08Classes::overloadResolution);
        Cases.run("overloadPhases", Ch08Classes::overloadPhases);
        Cases.run("varargs", Ch08Classes::varargs);
        Cases.run("covariantReturn", Ch08Classes::covariantReturn);
        Cases.run("bridgeOfGenericSuper", Ch08Classes::bridgeOfGenericSuper);
        Cases.run("abstractTemplate", Ch08Classes::abstractTemplate);
        Cases.run("deepHierarchy", Ch08Classes::deepHierarchy);
        Cases.run("recursion", Ch08Classes::recursion);
        Cases.run("finalFields", Ch08Classes::finalFields);
        Cases.run("fieldsOfEveryType", Ch08Classes::fieldsOfEveryType);
        Cases.run("equalsAndHashCode", Ch08Classes::equalsAndHashCode);
        Cases.run("cloneOfObject", Ch08Classes::cloneOfObject);
        Cases.run("toStringDefault", Ch08Classes::toStringDefault);
    }

    private static class Parent {
        int a = say("parent field", 1);

        {
            say("parent block", a);
        }

        Parent() {
            say("parent constructor", a);
        }

        static int say(String what, int value) {
            System.out.println(what + " " + value);
            return value;
        }
    }

    private static final class Child extends Parent {
        int b = say("child field", a + 1);
        final int c;

        {
            c = say("child block", b + 1);
        }

        Child() {
            super();
            say("child constructor", c);
        }
    }

    static void initialiserOrder() {
        Child child = new Child();
        System.out.println(child.a + " " + child.b + " " + child.c);
    }

    private static class Caller {
        Caller() {
            show();
        }

        void show() {
            System.out.println("caller");
        }
    }

    private static final class Shower extends Caller {
        private final int constant = 5;
        private final int assigned;
        private int initialised = 7;
        private String text = "set";

        Shower() {
            assigned = 6;
            show();
        }

        @Override
        void show() {
            System.out.println(constant + " " + assigned + " " + initialised + " " + text);
        }
    }

    static void virtualCallInConstructor() {
        new Shower();
    }

    private static final class Chained {
        final String trace;

        Chained() {
            this(1);
        }

        Chained(int a) {
            this(a, a + 1);
        }

        Chained(int a, int b) {
            trace = a + "," + b;
        }
    }

    static void constructorChain() {
        System.out.println(new Chained().trace + " " + new Chained(5).trace);
    }

    private static class Base {
        String name = "base";
        static String shared = "base static";

        String get() {
            return name;
        }

        static String who() {
            return "Base.who";
        }
    }

    private static final class Derived extends Base {
        String name = "derived";
        static String shared = "derived static";

        String both() {
            return name + " " + super.name + " " + ((Base) this).name;
        }

        static String who() {
            return "Derived.who";
        }
    }

    static void fieldHiding() {
        Derived derived = new Derived();
        Base base = derived;
        System.out.println(derived.name + " " + base.name + " " + base.get() + " " + derived.both());
        ((Base) derived).name = "changed";
        System.out.println(derived.name + " " + derived.get());
    }

    @SuppressWarnings("static")
    static void staticHiding() {
        Derived derived = new Derived();
        Base base = derived;
        System.out.println(derived.shared + " " + base.shared + " " + derived.who() + " " + base.who());
    }

    private abstract static class Animal {
        abstract String sound();

        String speak() {
            return getName() + " says " + sound();
        }

        String getName() {
            return "animal";
        }
    }

    private static class Dog extends Animal {
        @Override
        String sound() {
            return "woof";
        }

        @Override
        String getName() {
            return "dog";
        }
    }

    private static final class Puppy extends Dog {
        @Override
        String sound() {
            return super.sound() + "!";
        }
    }

    private static final class Cat extends Animal {
        @Override
        String sound() {
            return "meow";
        }
    }

    static void overriding() {
        Animal[] animals = {new Dog(), new Cat(), new Puppy()};
        for (Animal animal : animals) {
            System.out.println(animal.speak());
        }
    }

    private static class Top {
        String path() {
            return "top";
        }
    }

    private static class Middle extends Top {
    }

    private static final class Bottom extends Middle {
        @Override
        String path() {
            return super.path() + "/bottom";
        }
    }

    static void superCalls() {
        System.out.println(new Bottom().path() + " " + new Middle().path());
    }

    private static class Hidden {
        private String secret() {
            return "hidden";
        }

        String reveal() {
            return secret();
        }
    }

    private static final class AlsoHidden extends Hidden {
        private String secret() {
            return "also";
        }

        String mine() {
            return secret() + " " + reveal();
        }
    }

    static void privateIsNotVirtual() {
        System.out.println(new AlsoHidden().mine());
    }

    static void packagePrivateOverride() {
        Base object = new Base() {
            @Override
            String get() {
                return "anonymous " + super.get();
            }
        };
        System.out.println(object.get());
    }

    private static String pick(int x) {
        return "int";
    }

    private static String pick(long x) {
        return "long";
    }

    private static String pick(double x) {
        return "double";
    }

    private static String pick(Object x) {
        return "Object";
    }

    private static String pick(Integer x) {
        return "Integer";
    }

    private static String pick(char x) {
        return "char";
    }

    private static String pick(String x) {
        return "String";
    }

    static void overloadResolution() {
        byte b = 1;
        short s = 1;
        float f = 1;
        Integer boxed = 1;
        Object object = "text";
        System.out.println(pick(b) + " " + pick(s) + " " + pick('c') + " " + pick(1) + " " + pick(1L) + " " + pick(f) + " "
                + pick(1.0) + " " + pick(boxed) + " " + pick("t") + " " + pick(object) + " " + pick(1L + 'c'));
    }

    private static String phase(long x) {
        return "widened";
    }

    private static String phase(Integer x) {
        return "boxed";
    }

    private static String phase(int... x) {
        return "varargs " + x.length;
    }

    private static String late(Object x) {
        return "object";
    }

    private static String late(Object... x) {
        return "objects " + (x == null ? "null" : "" + x.length);
    }

    static void overloadPhases() {
        System.out.println(phase(1) + ", " + phase(Integer.valueOf(1)) + ", " + phase() + ", " + phase(1, 2));
        System.out.println(late(1) + ", " + late(1, 2) + ", " + late() + ", " + late((Object) null) + ", "
                + late((Object[]) null) + ", " + late((Object[]) new String[] {"a", "b", "c"}));
    }

    private static String count(String first, long... rest) {
        long sum = 0;
        for (long value : rest) {
            sum += value;
        }
        return first + rest.length + "/" + sum;
    }

    static void varargs() {
        int i = 3;
        System.out.println(count("none") + " " + count("one", i) + " " + count("two", 'a', (byte) 1) + " "
                + count("array", new long[] {1, 2, 3}));
    }

    private static class Producer {
        Object make() {
            return "object";
        }

        Producer self() {
            return this;
        }
    }

    private static final class StringProducer extends Producer {
        @Override
        String make() {
            return "string";
        }

        @Override
        StringProducer self() {
            return this;
        }

        int extra() {
            return make().length();
        }
    }

    static void covariantReturn() {
        Producer producer = new StringProducer();
        System.out.println(producer.make() + " " + producer.self().make() + " " + new StringProducer().self().extra());
    }

    private abstract static class Transformer<T> {
        abstract T apply(T value);

        T twice(T value) {
            return apply(apply(value));
        }
    }

    private static final class Doubler extends Transformer<Integer> {
        @Override
        Integer apply(Integer value) {
            return value * 2;
        }
    }

    private static final class Exclaimer extends Transformer<String> {
        @Override
        String apply(String value) {
            return value + "!";
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static void bridgeOfGenericSuper() {
        System.out.println(new Doubler().twice(5) + " " + new Exclaimer().twice("hey"));
        Transformer raw = new Doubler();
        Cases.thrown("bridge casts", () -> raw.apply("text"));
    }

    private abstract static class Sequence {
        final String run() {
            return first() + second() + third();
        }

        String first() {
            return "1";
        }

        abstract String second();

        protected String third() {
            return "3";
        }
    }

    static void abstractTemplate() {
        Sequence sequence = new Sequence() {
            @Override
            String second() {
                return "two";
            }

            @Override
            protected String third() {
                return super.third() + "three";
            }
        };
        System.out.println(sequence.run());
    }

    private static class L0 {
        int level() {
            return 0;
        }

        int sum() {
            return level();
        }
    }

    private static class L1 extends L0 {
        @Override
        int level() {
            return 1;
        }
    }

    private static class L2 extends L1 {
        @Override
        int sum() {
            return super.sum() * 10 + level();
        }
    }

    private static class L3 extends L2 {
        @Override
        int level() {
            return 3;
        }
    }

    private static class L4 extends L3 {
    }

    private static class L5 extends L4 {
        @Override
        int sum() {
            return super.sum() * 10 + 5;
        }
    }

    private static class L6 extends L5 {
    }

    private static class L7 extends L6 {
    }

    private static class L8 extends L7 {
        @Override
        int level() {
            return 8;
        }
    }

    private static class L9 extends L8 {
    }

    private static class L10 extends L9 {
    }

    static void deepHierarchy() {
        L0[] all = {new L0(), new L1(), new L2(), new L3(), new L4(), new L5(), new L6(), new L7(), new L8(), new L9(),
            new L10()};
        for (L0 object : all) {
            System.out.println(object.sum() + " " + (object instanceof L5) + (object instanceof L8) + (object instanceof L9)
                    + (object instanceof L10));
        }
        Cases.thrown("deep cast", () -> System.out.println((L10) all[9]));
    }

    private static int ackermann(int m, int n) {
        return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    private static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    private static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    static void recursion() {
        System.out.println(ackermann(2, 5) + " " + even(500) + " " + odd(500));
    }

    private static final class Finals {
        final int constant = 3;
        final int computed = Integer.parseInt("4");
        final int late;
        static final String TEXT;

        static {
            TEXT = "static " + 1;
        }

        Finals(boolean flag) {
            if (flag) {
                late = 1;
            } else {
                late = 2;
            }
        }
    }

    static void finalFields() {
        Finals yes = new Finals(true);
        Finals no = new Finals(false);
        System.out.println(yes.constant + yes.computed + yes.late + " " + no.late + " " + Finals.TEXT);
    }

    private static class Wide {
        byte b = 1;
        long l = 2;
        boolean z = true;
        short s = 4;
        double d = 5;
        char c = '6';
        float f = 7;
        int i = 8;
        Object o = "9";
    }

    private static final class Wider extends Wide {
        boolean z2 = true;
        byte b2 = 11;
        long l2 = 12;
    }

    static void fieldsOfEveryType() {
        Wider w = new Wider();
        w.l++;
        w.b--;
        w.d *= 2;
        w.f -= 0.5f;
        w.c++;
        w.s += 70000;
        w.z ^= w.z2;
        w.i <<= 3;
        w.l2 -= w.b2;
        System.out.println(w.b + " " + w.l + " " + w.z + " " + w.s + " " + (int) w.d + " " + w.c + " " + (int) w.f + " " + w.i
                + " " + w.o + " " + w.z2 + " " + w.b2 + " " + w.l2);
    }

    private static final class Point {
        final int x;
        final int y;

        Point(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point p && p.x == x && p.y == y;
        }

        @Override
        public int hashCode() {
            return 31 * x + y;
        }
    }

    static void equalsAndHashCode() {
        Point a = new Point(1, 2);
        Object b = new Point(1, 2);
        Object identity = new Object();
        System.out.println(a.equals(b) + " " + (a == b) + " " + a.hashCode() + " " + a.equals("x") + " " + a.equals(null)
                + " " + identity.equals(identity) + " " + identity.equals(new Object()) + " "
                + (identity.hashCode() == identity.hashCode()) + " "
                + (identity.hashCode() == System.identityHashCode(identity)));
    }

    private static final class Copied implements Cloneable {
        int number = 3;
        int[] shared = {1};

        Copied copy() throws CloneNotSupportedException {
            return (Copied) clone();
        }
    }

    private static final class NotCopied {
        Object copy() throws CloneNotSupportedException {
            return clone();
        }
    }

    static void cloneOfObject() throws CloneNotSupportedException {
        Copied original = new Copied();
        Copied copy = original.copy();
        original.number = 9;
        original.shared[0] = 9;
        System.out.println(copy.number + " " + copy.shared[0] + " " + (copy == original));
        Cases.thrown("not cloneable", () -> new NotCopied().copy());
    }

    static void toStringDefault() {
        String text = new Derived().toString();
        System.out.println(text.substring(0, text.indexOf('@')));
    }
}
