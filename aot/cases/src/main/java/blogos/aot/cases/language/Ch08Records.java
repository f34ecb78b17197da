package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.List;
import java.util.Objects;

/** JLS 8.10: records and their generated members. */
public final class Ch08Records {
    private Ch08Records() {}

    public static void main(String[] arguments) {
        Cases.run("accessorsAndToString", Ch08Records::accessorsAndToString);
        Cases.run("everyComponentType", Ch08Records::everyComponentType);
        Cases.run("equalsByComponent", Ch08Records::equalsByComponent);
        Cases.run("hashCodes", Ch08Records::hashCodes);
        Cases.run("floatingComponents", Ch08Records::floatingComponents);
        Cases.run("nullComponents", Ch08Records::nullComponents);
        Cases.run("arrayComponentsAreByIdentity", Ch08Records::arrayComponentsAreByIdentity);
        Cases.run("compactConstructor", Ch08Records::compactConstructor);
        Cases.run("explicitConstructors", Ch08Records::explicitConstructors);
        Cases.run("overriddenMembers", Ch08Records::overriddenMembers);
        Cases.run("genericRecord", Ch08Records::genericRecord);
        Cases.run("nestedRecords", Ch08Records::nestedRecords);
        Cases.run("emptyRecord", Ch08Records::emptyRecord);
        Cases.run("implementsInterfaces", Ch08Records::implementsInterfaces);
        Cases.run("staticMembers", Ch08Records::staticMembers);
        Cases.run("varargsRecord", Ch08Records::varargsRecord);
        Cases.run("recursiveRecord", Ch08Records::recursiveRecord);
    }

    private record Point(int x, int y) {}

    static void accessorsAndToString() {
        Point point = new Point(3, -4);
        System.out.println(point.x() + " " + point.y() + " " + point);
    }

    private record Everything(boolean z, byte b, short s, char c, int i, long l, String t, Object o) {}

    static void everyComponentType() {
        Everything e = new Everything(true, (byte) -1, (short) 2, 'c', 4, 5L << 33, "t", 'o');
        Everything same = new Everything(true, (byte) -1, (short) 2, 'c', 4, 5L << 33, "t", 'o');
        System.out.println(e + " " + e.equals(same) + " " + (e.hashCode() == same.hashCode()));
        System.out.println(e.equals(new Everything(false, (byte) -1, (short) 2, 'c', 4, 5L << 33, "t", 'o')));
        System.out.println(e.equals(new Everything(true, (byte) -1, (short) 2, 'c', 4, 5, "t", 'o')));
        System.out.println(e.equals(new Everything(true, (byte) -1, (short) 2, 'c', 4, 5L << 33, "t", 'p')));
    }

    static void equalsByComponent() {
        Point a = new Point(1, 2);
        Object other = "Point[x=1, y=2]";
        System.out.println(a.equals(new Point(1, 2)) + " " + a.equals(new Point(2, 1)) + " " + a.equals(null) + " "
                + a.equals(other) + " " + a.equals(a));
    }

    private record Text(String text) {}

    private record Mixed(int number, String text, long wide, boolean flag) {}

    static void hashCodes() {
        System.out.println(new Point(1, 2).hashCode() + " " + new Point(-1, 7).hashCode() + " "
                + new Text("abc").hashCode() + " " + new Mixed(5, "x", 1L << 40, true).hashCode() + " "
                + new Mixed(0, null, -1, false).hashCode());
    }

    private record Real(double d, float f) {}

    static void floatingComponents() {
        Real nan = new Real(Double.NaN, Float.NaN);
        System.out.println(nan.equals(new Real(0.0 / 0.0, Float.NaN)) + " "
                + new Real(0.0, 0f).equals(new Real(-0.0, 0f)) + " " + new Real(0.5, 1f).equals(new Real(0.5, 1f)) + " "
                + new Real(0.5, 1.5f).hashCode());
        System.out.println(nan + " " + new Real(-0.0, 1.5f));
    }

    static void nullComponents() {
        Text none = new Text(null);
        System.out.println(none + " " + none.hashCode() + " " + none.equals(new Text(null)) + " "
                + none.equals(new Text("")) + " " + new Text("").equals(none));
    }

    private record Holder(int[] values) {}

    static void arrayComponentsAreByIdentity() {
        int[] values = {1, 2};
        System.out.println(new Holder(values).equals(new Holder(values)) + " "
                + new Holder(values).equals(new Holder(new int[] {1, 2})));
    }

    private record Range(int low, int high) {
        Range {
            if (low > high) {
                throw new IllegalArgumentException(low + " > " + high);
            }
            high = Math.min(high, 100);
        }
    }

    static void compactConstructor() {
        System.out.println(new Range(1, 500));
        Cases.thrown("invalid", () -> new Range(2, 1));
    }

    private record Fraction(int numerator, int denominator) {
        Fraction(int numerator, int denominator) {
            int divisor = gcd(numerator, denominator);
            this.numerator = numerator / divisor;
            this.denominator = denominator / divisor;
        }

        Fraction(int whole) {
            this(whole, 1);
        }

        private static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }
    }

    static void explicitConstructors() {
        System.out.println(new Fraction(6, 8).plus(new Fraction(1, 4)).plus(new Fraction(2)));
    }

    private record Secret(String name, String password) {
        @Override
        public String password() {
            return "***";
        }

        @Override
        public String toString() {
            return name + "/" + password();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Secret s && Objects.equals(name, s.name);
        }

        @Override
        public int hashCode() {
            return name.length();
        }
    }

    static void overriddenMembers() {
        Secret secret = new Secret("ada", "x");
        System.out.println(secret + " " + secret.password() + " " + secret.equals(new Secret("ada", "y")) + " "
                + secret.hashCode());
    }

    private record Pair<A, B>(A first, B second) {
        <C> Pair<A, C> withSecond(C other) {
            return new Pair<>(first, other);
        }

        static <T> Pair<T, T> twin(T value) {
            return new Pair<>(value, value);
        }
    }

    static void genericRecord() {
        Pair<String, Integer> pair = new Pair<>("a", 1);
        System.out.println(pair.withSecond('c').second() + " " + Pair.twin(4) + " "
                + pair.first().length());
    }

    static void nestedRecords() {
        Pair<Point, Pair<Text, Point>> nested = new Pair<>(new Point(1, 2), new Pair<>(new Text("t"), new Point(3, 4)));
        System.out.println(nested);
        System.out.println(nested.equals(new Pair<>(new Point(1, 2), new Pair<>(new Text("t"), new Point(3, 4)))));
    }

    private record Empty() {}

    static void emptyRecord() {
        System.out.println(new Empty() + " " + new Empty().equals(new Empty()) + " " + new Empty().hashCode());
    }

    private interface Named {
        String name();

        default String greeting() {
            return "hi " + name();
        }
    }

    private record Person(String name, int age) implements Named, Comparable<Person> {
        @Override
        public int compareTo(Person other) {
            return Integer.compare(age, other.age);
        }
    }

    static void implementsInterfaces() {
        Person ada = new Person("ada", 36);
        Named named = ada;
        System.out.println(
                named.greeting() + " " + ada.compareTo(new Person("bob", 20)) + " " + (named instanceof Record));
    }

    private record Counter(int value) {
        private static int created;
        static final Counter ZERO = new Counter(0);

        Counter {
            created++;
        }

        Counter next() {
            return new Counter(value + 1);
        }
    }

    static void staticMembers() {
        System.out.println(Counter.ZERO.next().next() + " " + Counter.created);
    }

    private record Numbers(String label, int... values) {
        int sum() {
            int sum = 0;
            for (int value : values) {
                sum += value;
            }
            return sum;
        }
    }

    static void varargsRecord() {
        System.out.println(new Numbers("n", 1, 2, 3).sum() + " " + new Numbers("none").sum());
    }

    private record Tree(int value, List<Tree> children) {
        int total() {
            int total = value;
            for (Tree child : children) {
                total += child.total();
            }
            return total;
        }
    }

    static void recursiveRecord() {
        Tree tree = new Tree(1, List.of(new Tree(2, List.of()), new Tree(3, List.of(new Tree(4, List.of())))));
        System.out.println(tree.total() + " " + tree);
    }
}
