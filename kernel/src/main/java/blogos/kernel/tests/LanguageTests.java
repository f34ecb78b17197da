package blogos.kernel.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/** Java in ring 0: objects, calls, arithmetic. */
final class LanguageTests {
    private static final int MANY_OBJECTS = 50_000;

    private LanguageTests() {}

    static void addTo(TestList tests) {
        tests.add("a box", LanguageTests::box);
        tests.add("a list of 1000", LanguageTests::listOfThousand);
        tests.add("50,000 objects", LanguageTests::manyObjects);
        tests.add("string building", LanguageTests::strings);
        tests.add("lambdas capture", LanguageTests::lambdas);
        tests.add("interfaces and overriding", LanguageTests::dispatch);
        tests.add("enums and switches", LanguageTests::enums);
        tests.add("records", LanguageTests::records);
        tests.add("long and double arithmetic", LanguageTests::arithmetic);
        tests.add("arrays of arrays", LanguageTests::arrays);
    }

    private static void box() {
        Object box = Integer.valueOf(1_000_007);
        Check.equal(1_000_007, (Integer) box, "the boxed value");
    }

    private static void listOfThousand() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            list.add(i);
        }
        long sum = 0;
        for (int number : list) {
            sum += number;
        }
        Check.equal(499_500, sum, "the sum");
    }

    /** The chain keeps all of them alive. */
    private static void manyObjects() {
        Link last = null;
        for (int i = 0; i < MANY_OBJECTS; i++) {
            last = new Link(i, last);
        }
        int expected = MANY_OBJECTS - 1;
        for (Link link = last; link != null; link = link.previous()) {
            Check.equal(expected, link.number(), "a link");
            expected--;
        }
        Check.equal(-1, expected, "the number behind the first link");
    }

    private record Link(int number, Link previous) {}

    private static void strings() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(i).append(',');
        }
        Check.equals("0,1,2,3,4,", text.toString(), "the built text");
        Check.equals(
                "x=7 y=true z=null c=\u00e9",
                "x=" + 7 + " y=" + true + " z=" + (Object) null + " c=" + '\u00e9',
                "the concatenation");
        Check.equals("cde", "abcdef".substring(2, 5), "the substring");
        Check.equal(-1234567890123L, Long.parseLong("-1234567890123"), "the parsed number");
        Check.equals("7fffffffffffffff", Long.toHexString(Long.MAX_VALUE), "the hexadecimal number");
    }

    private static void lambdas() {
        int base = (int) Long.parseLong("40");
        Supplier<String> text = () -> "base " + base;
        IntBinaryOperator sum = (a, b) -> a + b + base;
        Check.equals("base 40", text.get(), "the captured value");
        Check.equal(43, sum.applyAsInt(1, 2), "the sum");
    }

    private interface Shape {
        int area();

        default int twice() {
            return 2 * area();
        }
    }

    private static class Square implements Shape {
        private final int side;

        Square(int side) {
            this.side = side;
        }

        @Override
        public int area() {
            return side * side;
        }
    }

    private static final class Cheat extends Square {
        Cheat(int side) {
            super(side);
        }

        @Override
        public int area() {
            return super.area() + 1;
        }
    }

    private static void dispatch() {
        Shape[] shapes = {new Square(3), new Cheat(3)};
        Check.equal(18, shapes[0].twice(), "twice the area of the square");
        Check.equal(20, shapes[1].twice(), "twice the area of the other");
        Check.isTrue(shapes[1] instanceof Square, "a subclass's instance is one of the superclass");
        Check.isTrue(!(shapes[0] instanceof Cheat), "a superclass's instance is none of the subclass");
    }

    private enum Level {
        LOW,
        HIGH
    }

    private static void enums() {
        int sum = 0;
        for (Level level : Level.values()) {
            sum += switch (level) {
                case LOW -> 1;
                case HIGH -> 10;
            };
        }
        Check.equal(11, sum, "the sum over the cases");
        Check.equals(Level.HIGH, Level.valueOf("HIGH"), "the constant by name");
    }

    private static void records() {
        Link one = new Link(1, null);
        Check.equals(one, new Link(1, null), "an equal record");
        Check.equals("Link[number=1, previous=null]", one.toString(), "a record's text");
    }

    private static void arithmetic() {
        long big = Long.parseLong("9223372036854775807");
        Check.equal(Long.MIN_VALUE, big + 1, "the overflowed sum");
        Check.equal(Long.MIN_VALUE, (big + 1) / -1, "the smallest long by -1");
        Check.equal(1L << 3, 1L << (64 + 3), "a shift by 67");
        double third = 1.0 / Long.parseLong("3");
        Check.isTrue(third * 3 == 1.0, "a third times three is one");
        Check.equal(Integer.MAX_VALUE, (int) 1e300, "a large double as an int");
        Check.equal(0, (int) Double.NaN, "not-a-number as an int");
    }

    private static void arrays() {
        int[][] table = new int[10][20];
        for (int i = 0; i < 10; i++) {
            table[i][i] = i;
        }
        int[][] copy = table.clone();
        Check.isTrue(copy != table && copy[3] == table[3], "a clone is shallow");
        Check.equal(9, copy[9][9], "an element");
    }
}
