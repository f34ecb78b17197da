package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 8.4, 15.12: overriding, overloading, hiding and bridge methods. */
public final class Ch08Methods {
    private Ch08Methods() {}

    public static void main(String[] arguments) {
        Cases.run("staticHiding", Ch08Methods::staticHiding);
        Cases.run("overriding", Ch08Methods::overriding);
        Cases.run("superCalls", Ch08Methods::superCalls);
        Cases.run("privateIsNotVirtual", Ch08Methods::privateIsNotVirtual);
        Cases.run("packagePrivateOverride", Ch08Methods::packagePrivateOverride);
        Cases.run("overloadResolution", Ch08Methods::overloadResolution);
        Cases.run("overloadPhases", Ch08Methods::overloadPhases);
        Cases.run("varargs", Ch08Methods::varargs);
        Cases.run("covariantReturn", Ch08Methods::covariantReturn);
        Cases.run("bridgeOfGenericSuper", Ch08Methods::bridgeOfGenericSuper);
        Cases.run("abstractTemplate", Ch08Methods::abstractTemplate);
        Cases.run("recursion", Ch08Methods::recursion);
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

    private static class Middle extends Top {}

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
        System.out.println(pick(b) + " " + pick(s) + " " + pick('c') + " " + pick(1) + " " + pick(1L) + " " + pick(f)
                + " " + pick(1.0) + " " + pick(boxed) + " " + pick("t") + " " + pick(object) + " " + pick(1L + 'c'));
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
        System.out.println(producer.make() + " " + producer.self().make() + " "
                + new StringProducer().self().extra());
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
}
