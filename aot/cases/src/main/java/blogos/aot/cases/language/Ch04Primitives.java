package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 4.2: ranges and wrap-around of the primitive types. */
public final class Ch04Primitives {
    private static byte byteField = Byte.MAX_VALUE;
    private static short shortField = Short.MIN_VALUE;
    private static char charField = Character.MAX_VALUE;
    private static int intField = Integer.MAX_VALUE;
    private static long longField = Long.MIN_VALUE;

    private Ch04Primitives() {}

    public static void main(String[] arguments) {
        Cases.run("ranges", Ch04Primitives::ranges);
        Cases.run("incrementWraps", Ch04Primitives::incrementWraps);
        Cases.run("decrementWraps", Ch04Primitives::decrementWraps);
        Cases.run("charsAreUnsigned", Ch04Primitives::charsAreUnsigned);
        Cases.run("booleanOperators", Ch04Primitives::booleanOperators);
        Cases.run("defaultValues", Ch04Primitives::defaultValues);
        Cases.run("parametersOfEveryType", Ch04Primitives::parametersOfEveryType);
        Cases.run("returnsOfEveryType", Ch04Primitives::returnsOfEveryType);
    }

    static void ranges() {
        System.out.println(Byte.MIN_VALUE + " " + Byte.MAX_VALUE);
        System.out.println(Short.MIN_VALUE + " " + Short.MAX_VALUE);
        System.out.println((int) Character.MIN_VALUE + " " + (int) Character.MAX_VALUE);
        System.out.println(Integer.MIN_VALUE + " " + Integer.MAX_VALUE);
        System.out.println(Long.MIN_VALUE + " " + Long.MAX_VALUE);
    }

    static void incrementWraps() {
        System.out.println(++byteField + " " + byteField++ + " " + byteField);
        System.out.println(--shortField + " " + shortField-- + " " + shortField);
        System.out.println((int) ++charField + " " + (int) charField++ + " " + (int) charField);
        System.out.println(++intField + " " + intField++ + " " + intField);
        System.out.println(--longField + " " + longField-- + " " + longField);
    }

    static void decrementWraps() {
        byte b = Byte.MIN_VALUE;
        short s = Short.MIN_VALUE;
        char c = 0;
        int i = Integer.MIN_VALUE;
        b--;
        s--;
        c--;
        i--;
        System.out.println(b + " " + s + " " + (int) c + " " + i);
        b += 3;
        s += 3;
        c += 3;
        i += 3;
        System.out.println(b + " " + s + " " + (int) c + " " + i);
    }

    static void charsAreUnsigned() {
        char[] values = {0, 'A', 0x7fff, 0x8000, 0xffff};
        for (char value : values) {
            int widened = value;
            short asShort = (short) value;
            byte asByte = (byte) value;
            System.out.println(widened + " " + asShort + " " + asByte + " " + (value >> 4) + " " + (value > 0x7fff));
        }
    }

    static void booleanOperators() {
        boolean[] both = {false, true};
        for (boolean left : both) {
            for (boolean right : both) {
                System.out.println(left + " " + right + ": " + (left & right) + " " + (left | right) + " "
                        + (left ^ right) + " " + !left + " " + (left == right) + " " + (left != right) + " "
                        + (left && right) + " " + (left || right));
                boolean compound = left;
                compound &= right;
                boolean other = left;
                other |= right;
                boolean third = left;
                third ^= right;
                System.out.println(compound + " " + other + " " + third);
            }
        }
    }

    private static final class Defaults {
        boolean z;
        byte b;
        short s;
        char c;
        int i;
        long l;
        float f;
        double d;
        Object o;
        int[] a;
    }

    static void defaultValues() {
        Defaults d = new Defaults();
        System.out.println(d.z + " " + d.b + " " + d.s + " " + (int) d.c + " " + d.i + " " + d.l + " " + (d.f == 0)
                + " " + (d.d == 0) + " " + d.o + " " + (d.a == null));
    }

    static void parametersOfEveryType() {
        System.out.println(
                mix(true, (byte) -1, (short) -2, 'x', -3, -4L, 1.5f, 2.5, "s", (byte) 9, -10L, 11, 12L, 'y'));
        System.out.println(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    private static String mix(
            boolean z,
            byte b,
            short s,
            char c,
            int i,
            long l,
            float f,
            double d,
            String t,
            byte b2,
            long l2,
            int i2,
            long l3,
            char c2) {
        return "" + z + b + s + c + i + l + (int) (f * 2) + (int) (d * 2) + t + b2 + l2 + i2 + l3 + c2;
    }

    private static int floats(
            double a, float b, double c, float d, double e, float f, double g, float h, double i, float j, double k) {
        return (int) (a + 10 * b + 100 * c + 1000 * d + e + f + g + h + 2 * i + 3 * j + 5 * k);
    }

    static void returnsOfEveryType() {
        System.out.println(truth(3) + " " + octet(300) + " " + half(70000) + " " + (int) letter(-1) + " "
                + (wide(7) == 7L << 40) + " " + (single(3) == 1.5f) + " " + (real(3) == 0.75));
    }

    private static boolean truth(int x) {
        return (x & 1) != 0;
    }

    private static byte octet(int x) {
        return (byte) x;
    }

    private static short half(int x) {
        return (short) x;
    }

    private static char letter(int x) {
        return (char) x;
    }

    private static long wide(int x) {
        return (long) x << 40;
    }

    private static float single(int x) {
        return x / 2f;
    }

    private static double real(int x) {
        return x / 4.0;
    }
}
