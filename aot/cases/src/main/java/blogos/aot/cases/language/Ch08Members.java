package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;

/** Chapter 8: members of classes, inheritance, initialisers, modifiers. */
public final class Ch08Members {
    private Ch08Members() {}

    public static void main(String[] arguments) {
        Cases.run("orderOfConstruction", Ch08Members::orderOfConstruction);
        Cases.run("initialiserThrows", Ch08Members::initialiserThrows);
        Cases.run("staticAndSynchronizedMethods", Ch08Members::staticAndSynchronizedMethods);
        Cases.run("abstractClasses", Ch08Members::abstractClasses);
        Cases.run("privateMembersAreNotInherited", Ch08Members::privateMembersAreNotInherited);
        Cases.run("overloadsByType", Ch08Members::overloadsByType);
        Cases.run("selfReferentialGenerics", Ch08Members::selfReferentialGenerics);
        Cases.run("strictFloatingPoint", Ch08Members::strictFloatingPoint);
        Cases.run("cloning", Ch08Members::cloning);
        Cases.run("covariantChaining", Ch08Members::covariantChaining);
        Cases.run("thisEscapesBeforeFinals", Ch08Members::thisEscapesBeforeFinals);
        Cases.run("instanceofHierarchy", Ch08Members::instanceofHierarchy);
    }

    private static final StringBuilder LOG = new StringBuilder();

    private static int log(String text, int value) {
        LOG.append(text).append(' ');
        return value;
    }

    private static void show(Object value) {
        System.out.println(LOG + "-> " + value);
        LOG.setLength(0);
    }

    static class Parent {
        final int a = log("Parent.a", 1);
        int b;

        {
            b = log("Parent{}", a + 1);
        }

        Parent() {
            log("Parent()", 0);
            hook();
        }

        void hook() {
            log("Parent.hook", 0);
        }
    }

    static class Child extends Parent {
        int c = log("Child.c", 7);
        final int fixed = 42;
        final Integer boxed = 43;

        {
            log("Child{}" + c, 0);
        }

        Child() {
            this(log("argument", 5));
            log("Child()", 0);
        }

        Child(int c) {
            super();
            log("Child(int)", 0);
            this.c += c;
        }

        @Override
        void hook() {
            log("Child.hook" + c + fixed + boxed, 0);
        }
    }

    static void orderOfConstruction() {
        show(new Child().c);
    }

    static void initialiserThrows() {
        class Bad {
            final int x;

            {
                if (LOG.length() == 0) {
                    throw new IllegalStateException("initialiser");
                }
                x = 1;
            }
        }
        Cases.thrown("new", Bad::new);
    }

    static class Counter {
        static int made;
        final int number = ++made;

        static synchronized Counter make() {
            return new Counter();
        }

        synchronized int next() {
            return number + made;
        }
    }

    static void staticAndSynchronizedMethods() {
        Counter first = Counter.make();
        Counter second = Counter.make();
        System.out.println(second.number - first.number + " " + (first.next() == first.number + second.number));
    }

    abstract static class Shape {
        abstract double area();

        String describe() {
            return getClass().getSimpleName() + " " + area();
        }

        static Shape square(double side) {
            return new Shape() {
                @Override
                double area() {
                    return side * side;
                }

                @Override
                String describe() {
                    return "anonymous " + super.describe();
                }
            };
        }
    }

    static class Circle extends Shape {
        private final double radius;

        Circle(double radius) {
            this.radius = radius;
        }

        @Override
        double area() {
            return radius * radius * 3;
        }
    }

    static void abstractClasses() {
        System.out.println(new Circle(2).describe() + " " + Shape.square(3).describe());
    }

    static class Access {
        private int secret = 1;
        protected int shared = 2;
        int packaged = 3;
        public int open = 4;

        private int sum() {
            return secret + shared + packaged + open;
        }
    }

    static class MoreAccess extends Access {
        private int secret = 100;

        int all() {
            return secret + shared + packaged + open + ((Access) this).secret;
        }

        private int sum() {
            return -1;
        }
    }

    static void privateMembersAreNotInherited() {
        MoreAccess more = new MoreAccess();
        System.out.println(more.all() + " " + ((Access) more).sum() + " " + more.sum());
    }

    static class Overloads {
        String f(Object o) {
            return "Object";
        }

        String f(String s) {
            return "String";
        }

        String f(Integer i) {
            return "Integer";
        }

        String f(long l) {
            return "long";
        }

        String f(int... all) {
            return "int...";
        }

        String f(char c) {
            return "char";
        }
    }

    static void overloadsByType() {
        Overloads o = new Overloads();
        byte b = 1;
        Object hidden = "s";
        System.out.println(o.f("s") + " " + o.f(hidden) + " " + o.f(1) + " " + o.f(b) + " " + o.f('c') + " " + o.f(1L) + " " + o.f(1f) + " "
                + o.f() + " " + o.f(1, 2) + " " + o.f((Integer) 1) + " " + o.f(new int[1]));
    }

    static class Node<T extends Comparable<T>> {
        T value;
        Node<T> next;

        Node(T value, Node<T> next) {
            this.value = value;
            this.next = next;
        }

        T max() {
            return next == null || value.compareTo(next.max()) >= 0 ? value : next.max();
        }
    }

    static void selfReferentialGenerics() {
        System.out.println(new Node<>(3, new Node<>(9, new Node<>(4, null))).max() + " " + new Node<>("b", new Node<>("a", null)).max());
    }

    static strictfp class Strict {
        static double sum(double a, double b) {
            return a * b + a / b;
        }

        static float narrow(double d) {
            return (float) d * 3;
        }
    }

    static void strictFloatingPoint() {
        System.out.println(Strict.sum(1e308, 10) + " " + Strict.sum(0.1, 3) + " " + Strict.narrow(1e-46) + " " + Strict.narrow(0.1));
    }

    static class Transient implements Cloneable {
        transient int[] data = {1, 2, 3};
        volatile long stamp = 5;

        @Override
        protected Transient clone() throws CloneNotSupportedException {
            Transient copy = (Transient) super.clone();
            copy.data = data.clone();
            return copy;
        }
    }

    static void cloning() throws CloneNotSupportedException {
        Transient one = new Transient();
        Transient two = one.clone();
        two.data[0] = 9;
        two.stamp++;
        System.out.println(one.data[0] + " " + one.stamp + " " + two.data[0] + " " + two.stamp);
        Cases.thrown("not cloneable", () -> new Uncloneable().copy());
    }

    static class Uncloneable {
        Object copy() throws CloneNotSupportedException {
            return super.clone();
        }
    }

    static class Chain {
        private final List<String> steps = new ArrayList<>();

        Chain step(String name) {
            steps.add(name);
            return this;
        }
    }

    static class LongChain extends Chain {
        @Override
        LongChain step(String name) {
            super.step(name.toUpperCase());
            return this;
        }

        LongChain twice(String name) {
            return step(name).step(name);
        }
    }

    static void covariantChaining() {
        Chain chain = new LongChain().twice("a").step("b");
        System.out.println(chain.step("c").steps);
    }

    static void thisEscapesBeforeFinals() {
        class Leaky {
            final String name;
            final String seen;

            Leaky() {
                seen = "" + peek();
                name = "set";
            }

            String peek() {
                return name;
            }
        }
        Leaky leaky = new Leaky();
        System.out.println(leaky.seen + " " + leaky.peek());
    }

    static void instanceofHierarchy() {
        Object[] all = {new Child(), new Circle(1), new int[0], "s", null};
        LOG.setLength(0);
        for (Object o : all) {
            System.out.print((o instanceof Parent) + " " + (o instanceof Shape) + " " + (o instanceof Object) + " " + (o instanceof CharSequence) + "; ");
        }
        System.out.println();
    }
}
