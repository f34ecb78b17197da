package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 5: conversions between primitive types, boxing, and reference casts. */
public final class Ch05Conversions {
    private static final int[] INTS = {
        0,
        1,
        -1,
        127,
        128,
        -128,
        -129,
        255,
        256,
        32767,
        32768,
        -32768,
        -32769,
        65535,
        65536,
        0x12345678,
        0x89abcdef,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE
    };
    private static final long[] LONGS = {
        0,
        1,
        -1,
        0x7fffffffL,
        0x80000000L,
        0xffffffffL,
        0x100000000L,
        0x123456789abcdef0L,
        -0x80000001L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        (1L << 53) + 1,
        (1L << 24) + 1
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        0.5,
        -0.5,
        0.9999999,
        -0.9999999,
        1.5,
        -1.5,
        127.9,
        128.5,
        -128.9,
        32768.5,
        65535.9,
        65536,
        2147483646.5,
        2147483647.5,
        2147483648.0,
        -2147483648.5,
        -2147483649.5,
        4e9,
        9.2233720368547748e18,
        9.3e18,
        -9.3e18,
        1e300,
        -1e300,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private Ch05Conversions() {}

    public static void main(String[] arguments) {
        Cases.run("narrowInt", Ch05Conversions::narrowInt);
        Cases.run("narrowLong", Ch05Conversions::narrowLong);
        Cases.run("doubleToIntegral", Ch05Conversions::doubleToIntegral);
        Cases.run("floatToIntegral", Ch05Conversions::floatToIntegral);
        Cases.run("intToFloatRounds", Ch05Conversions::intToFloatRounds);
        Cases.run("longToFloatingRounds", Ch05Conversions::longToFloatingRounds);
        Cases.run("doubleToFloat", Ch05Conversions::doubleToFloat);
        Cases.run("floatToDouble", Ch05Conversions::floatToDouble);
        Cases.run("widening", Ch05Conversions::widening);
        Cases.run("numericPromotion", Ch05Conversions::numericPromotion);
        Cases.run("boxing", Ch05Conversions::boxing);
        Cases.run("boxingCache", Ch05Conversions::boxingCache);
        Cases.run("unboxingNull", Ch05Conversions::unboxingNull);
        Cases.run("boxedArithmetic", Ch05Conversions::boxedArithmetic);
        Cases.run("referenceCasts", Ch05Conversions::referenceCasts);
        Cases.run("castsOfNull", Ch05Conversions::castsOfNull);
        Cases.run("constantAssignment", Ch05Conversions::constantAssignment);
    }

    static void narrowInt() {
        for (int value : INTS) {
            System.out.println(value + ": " + (byte) value + " " + (short) value + " " + (int) (char) value);
        }
    }

    static void narrowLong() {
        for (long value : LONGS) {
            System.out.println(
                    value + ": " + (int) value + " " + (byte) value + " " + (short) value + " " + (int) (char) value);
        }
    }

    static void doubleToIntegral() {
        for (double value : DOUBLES) {
            System.out.println((int) value + " " + (long) value + " " + (byte) value + " " + (short) value + " "
                    + (int) (char) value);
        }
    }

    static void floatToIntegral() {
        for (double source : DOUBLES) {
            float value = (float) source;
            System.out.println((int) value + " " + (long) value + " " + (byte) value + " " + (short) value + " "
                    + (int) (char) value);
        }
    }

    static void intToFloatRounds() {
        int[] values = {
            16777216,
            16777217,
            16777218,
            16777219,
            -16777217,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            33554433,
            33554434,
            33554435
        };
        for (int value : values) {
            System.out.println(value + ": " + Integer.toHexString(Float.floatToRawIntBits(value)) + " "
                    + Long.toHexString(Double.doubleToRawLongBits(value)));
        }
    }

    static void longToFloatingRounds() {
        for (long value : LONGS) {
            System.out.println(value + ": " + Integer.toHexString(Float.floatToRawIntBits(value)) + " "
                    + Long.toHexString(Double.doubleToRawLongBits(value)));
        }
    }

    static void doubleToFloat() {
        double[] values = {
            0.1,
            1e40,
            -1e40,
            1e-50,
            -1e-50,
            Float.MAX_VALUE,
            3.4028235677973366e38,
            1.4e-45,
            7e-46,
            7.1e-46,
            Double.NaN,
            1.0000000596046448,
            1.0000001788139343
        };
        for (double value : values) {
            System.out.println(Integer.toHexString(Float.floatToIntBits((float) value)));
        }
    }

    static void floatToDouble() {
        float[] values = {0.1f, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 1 / 3f};
        for (float value : values) {
            System.out.println(Long.toHexString(Double.doubleToLongBits(value)));
        }
    }

    static void widening() {
        byte b = -7;
        short s = b;
        int i = s;
        long l = i;
        char c = '\u8000';
        int fromChar = c;
        long longFromChar = c;
        System.out.println(s + " " + i + " " + l + " " + fromChar + " " + longFromChar);
        short viaChar = (short) (char) b;
        int byteToChar = (char) b;
        System.out.println(viaChar + " " + byteToChar);
    }

    static void numericPromotion() {
        byte b = 100;
        short s = 30000;
        char c = 60000;
        int sum = b + b;
        int product = s * c;
        long mixed = sum * 1_000_000_000L;
        System.out.println(sum + " " + product + " " + mixed + " " + (b << 4) + " " + -c + " " + ~b + " " + +c);
        System.out.println((1 << 33L) + " " + (1L << 33) + " " + (5 / 2) + " " + ('a' + 1) + " " + (char) ('a' + 1));
    }

    static void boxing() {
        Boolean z = true;
        Byte b = -1;
        Short s = -2;
        Character c = 'c';
        Integer i = -3;
        Long l = -4L;
        Float f = 0.5f;
        Double d = 0.25;
        Object[] all = {z, b, s, c, i, l, f, d};
        for (Object o : all) {
            System.out.println(o.getClass().getName() + " " + o + " " + o.hashCode() + " " + o.equals(all[4]));
        }
        long sum = b + s + c + i + l;
        System.out.println(sum + " " + (f + d) + " " + (z ? 1 : 0));
    }

    static void boxingCache() {
        int[] values = {-129, -128, 0, 127, 128};
        for (int value : values) {
            Integer first = value;
            Integer second = value;
            Long firstLong = (long) value;
            Long secondLong = (long) value;
            Short firstShort = (short) value;
            Short secondShort = (short) value;
            System.out.println(value + " " + (first == second) + first.equals(second) + (firstLong == secondLong)
                    + firstLong.equals(secondLong) + (firstShort == secondShort) + first.equals((Object) firstLong));
        }
        Character low = 127;
        Character lowAgain = 127;
        Boolean yes = true;
        Boolean alsoYes = Boolean.valueOf("true");
        System.out.println((low == lowAgain) + " " + (yes == alsoYes));
    }

    private static Integer nothing() {
        return null;
    }

    static void unboxingNull() {
        Cases.thrown("assign", () -> {
            int value = nothing();
            System.out.println(value);
        });
        Cases.thrown("compare", () -> System.out.println(nothing() < 3));
        Cases.thrown("add", () -> System.out.println(1 + nothing()));
        System.out.println(nothing() == null);
    }

    static void boxedArithmetic() {
        Integer i = 5;
        i++;
        ++i;
        i += 3;
        i *= 2;
        Long l = 1L;
        l <<= 40;
        Character c = 'a';
        c++;
        Byte b = 1;
        b++;
        Integer[] cells = {1, 2};
        cells[0]++;
        cells[1] += cells[0];
        System.out.println(i + " " + l + " " + c + " " + b + " " + cells[0] + " " + cells[1] + " " + (i > l));
        System.out.println((i == 20) + " " + (i.equals(20)) + " " + (l == 1L << 40));
    }

    static void referenceCasts() {
        Object[] objects = {"text", 1, 2L, new int[1], new String[1], new Integer[0][0], new Object(), null};
        for (Object object : objects) {
            Cases.thrown("String", () -> System.out.print(((String) object) == object));
            Cases.thrown("Number", () -> System.out.print(((Number) object) == object));
            Cases.thrown("Comparable", () -> System.out.print(((Comparable<?>) object) == object));
            Cases.thrown("CharSequence", () -> System.out.print(((CharSequence) object) == object));
            Cases.thrown("int[]", () -> System.out.print(((int[]) object) == object));
            Cases.thrown("Object[]", () -> System.out.print(((Object[]) object) == object));
            Cases.thrown("Cloneable", () -> System.out.print(((Cloneable) object) == object));
        }
    }

    static void castsOfNull() {
        Object nothing = null;
        String text = (String) nothing;
        int[] numbers = (int[]) nothing;
        Runnable runnable = (Runnable) nothing;
        System.out.println(text + " " + (numbers == null) + " " + (runnable == null) + " " + (nothing instanceof String)
                + (nothing instanceof Object));
    }

    static void constantAssignment() {
        final int small = 100;
        byte b = small;
        char c = small;
        Byte boxed = 12;
        Character letter = 65;
        short s = 'x';
        System.out.println(b + " " + c + " " + boxed + " " + letter + " " + s);
    }
}
