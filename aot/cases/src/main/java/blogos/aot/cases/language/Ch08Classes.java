package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 8.1-8.3, 8.6-8.8: fields, constructors and initialisers of classes, and what they inherit from Object. */
public final class Ch08Classes {
    private Ch08Classes() {}

    public static void main(String[] arguments) {
        Cases.run("initialiserOrder", Ch08Classes::initialiserOrder);
        Cases.run("virtualCallInConstructor", Ch08Classes::virtualCallInConstructor);
        Cases.run("constructorChain", Ch08Classes::constructorChain);
        Cases.run("fieldHiding", Ch08Classes::fieldHiding);
        Cases.run("deepHierarchy", Ch08Classes::deepHierarchy);
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

    private static class L4 extends L3 {}

    private static class L5 extends L4 {
        @Override
        int sum() {
            return super.sum() * 10 + 5;
        }
    }

    private static class L6 extends L5 {}

    private static class L7 extends L6 {}

    private static class L8 extends L7 {
        @Override
        int level() {
            return 8;
        }
    }

    private static class L9 extends L8 {}

    private static class L10 extends L9 {}

    static void deepHierarchy() {
        L0[] all = {
            new L0(), new L1(), new L2(), new L3(), new L4(), new L5(), new L6(), new L7(), new L8(), new L9(),
            new L10()
        };
        for (L0 object : all) {
            System.out.println(object.sum() + " " + (object instanceof L5) + (object instanceof L8)
                    + (object instanceof L9) + (object instanceof L10));
        }
        Cases.thrown("deep cast", () -> System.out.println((L10) all[9]));
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
        System.out.println(w.b + " " + w.l + " " + w.z + " " + w.s + " " + (int) w.d + " " + w.c + " " + (int) w.f + " "
                + w.i + " " + w.o + " " + w.z2 + " " + w.b2 + " " + w.l2);
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
        System.out.println(
                a.equals(b) + " " + (a == b) + " " + a.hashCode() + " " + a.equals("x") + " " + a.equals(null)
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
