package blogos.aot.cases.library;

import blogos.aot.cases.Cases;

/** java.lang.Integer, Long, Short, Byte and Boolean: parsing, printing, bits. */
public final class LangNumbers {
    private static final int[] INTS = {
        0, 1, -1, 10, 255, 256, -256, 0x12345678, 0x80000001, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final long[] LONGS = {
        0, 1, -1, 255, 1L << 32, 0x123456789abcdefL, -81985529216486896L, Long.MAX_VALUE, Long.MIN_VALUE
    };

    private LangNumbers() {}

    public static void main(String[] arguments) {
        Cases.run("intToString", LangNumbers::intToString);
        Cases.run("longToString", LangNumbers::longToString);
        Cases.run("parseInt", LangNumbers::parseInt);
        Cases.run("parseIntFailures", LangNumbers::parseIntFailures);
        Cases.run("parseLong", LangNumbers::parseLong);
        Cases.run("parseSmall", LangNumbers::parseSmall);
        Cases.run("decode", LangNumbers::decode);
        Cases.run("intBits", LangNumbers::intBits);
        Cases.run("longBits", LangNumbers::longBits);
        Cases.run("unsigned", LangNumbers::unsigned);
        Cases.run("unsignedLong", LangNumbers::unsignedLong);
        Cases.run("compareAndSign", LangNumbers::compareAndSign);
        Cases.run("conversions", LangNumbers::conversions);
        Cases.run("hashAndEquals", LangNumbers::hashAndEquals);
        Cases.run("booleans", LangNumbers::booleans);
        Cases.run("shortsAndBytes", LangNumbers::shortsAndBytes);
        Cases.run("constants", LangNumbers::constants);
    }

    static void intToString() {
        for (int value : INTS) {
            System.out.println(Integer.toString(value) + " " + Integer.toHexString(value) + " "
                    + Integer.toOctalString(value) + " " + Integer.toBinaryString(value) + " "
                    + Integer.toString(value, 36)
                    + " " + Integer.toString(value, 7) + " " + Integer.toString(value, 99));
        }
    }

    static void longToString() {
        for (long value : LONGS) {
            System.out.println(Long.toString(value) + " " + Long.toHexString(value) + " " + Long.toOctalString(value)
                    + " " + Long.toBinaryString(value) + " " + Long.toString(value, 36) + " "
                    + Long.toString(value, 3));
        }
    }

    static void parseInt() {
        String[] texts = {"0", "-0", "+7", "123", "-2147483648", "2147483647", "000012"};
        for (String text : texts) {
            System.out.println(Integer.parseInt(text) + " " + Integer.valueOf(text));
        }
        System.out.println(
                Integer.parseInt("ff", 16) + " " + Integer.parseInt("-Zz", 36) + " " + Integer.parseInt("1010", 2)
                        + " " + Integer.parseInt("x123y", 1, 4, 10) + " " + Integer.parseUnsignedInt("4294967295") + " "
                        + Integer.parseInt("\u0663\u0664"));
    }

    static void parseIntFailures() {
        String[] texts = {"", " 1", "1 ", "-", "+", "12a", "2147483648", "-2147483649", "1.0", "0x10", "\u00b2"};
        for (String text : texts) {
            Cases.thrown(text, () -> Integer.parseInt(text));
        }
        Cases.thrown("null", () -> Integer.parseInt(null));
        Cases.thrown("radix", () -> Integer.parseInt("1", 99));
        Cases.thrown("digit of radix", () -> Integer.parseInt("9", 8));
        Cases.thrown("unsigned", () -> Integer.parseUnsignedInt("-1"));
        Cases.thrown("unsigned range", () -> Integer.parseUnsignedInt("4294967296"));
    }

    static void parseLong() {
        System.out.println(Long.parseLong("-9223372036854775808") + " " + Long.parseLong("7fffffffffffffff", 16) + " "
                + Long.valueOf("+12") + " " + Long.parseUnsignedLong("18446744073709551615"));
        String[] texts = {"9223372036854775808", "", "1L", "-9223372036854775809"};
        for (String text : texts) {
            Cases.thrown(text, () -> Long.parseLong(text));
        }
    }

    static void parseSmall() {
        System.out.println(Byte.parseByte("-128") + " " + Short.parseShort("32767") + " " + Byte.parseByte("7f", 16));
        Cases.thrown("byte", () -> Byte.parseByte("128"));
        Cases.thrown("short", () -> Short.parseShort("-32769"));
    }

    static void decode() {
        System.out.println(Integer.decode("0x1F") + " " + Integer.decode("-#ff") + " " + Integer.decode("010") + " "
                + Integer.decode("-0X80000000") + " " + Long.decode("0x7fffffffffffffff") + " " + Short.decode("-12")
                + " "
                + Byte.decode("0x7f"));
        Cases.thrown("sign", () -> Integer.decode("0x-1"));
    }

    static void intBits() {
        for (int value : INTS) {
            System.out.println(Integer.bitCount(value) + " " + Integer.numberOfLeadingZeros(value) + " "
                    + Integer.numberOfTrailingZeros(value) + " " + Integer.highestOneBit(value) + " "
                    + Integer.lowestOneBit(value) + " " + Integer.reverse(value) + " " + Integer.reverseBytes(value)
                    + " "
                    + Integer.rotateLeft(value, 5) + " " + Integer.rotateRight(value, 37) + " "
                    + Integer.signum(value));
        }
    }

    static void longBits() {
        for (long value : LONGS) {
            System.out.println(Long.bitCount(value) + " " + Long.numberOfLeadingZeros(value) + " "
                    + Long.numberOfTrailingZeros(value) + " " + Long.highestOneBit(value) + " "
                    + Long.lowestOneBit(value)
                    + " " + Long.reverse(value) + " " + Long.reverseBytes(value) + " " + Long.rotateLeft(value, 13)
                    + " "
                    + Long.rotateRight(value, -13) + " " + Long.signum(value));
        }
        System.out.println(Short.reverseBytes((short) 0x1234) + " " + (int) Character.reverseBytes('\u1234'));
    }

    static void unsigned() {
        for (int a : INTS) {
            System.out.println(Integer.toUnsignedString(a) + " " + Integer.toUnsignedLong(a) + " "
                    + Integer.compareUnsigned(a, 100) + " " + Integer.divideUnsigned(a, 7) + " "
                    + Integer.remainderUnsigned(a, 7) + " " + Integer.divideUnsigned(a, -3));
        }
        System.out.println(Byte.toUnsignedInt((byte) -1) + " " + Short.toUnsignedInt((short) -1) + " "
                + Byte.toUnsignedLong((byte) -2));
    }

    static void unsignedLong() {
        for (long a : LONGS) {
            System.out.println(Long.toUnsignedString(a) + " " + Long.compareUnsigned(a, 100) + " "
                    + Long.divideUnsigned(a, 10) + " " + Long.remainderUnsigned(a, 10) + " "
                    + Long.divideUnsigned(a, -3L)
                    + " " + Long.toUnsignedString(a, 16));
        }
    }

    static void compareAndSign() {
        System.out.println(Integer.compare(1, 2) + " " + Integer.compare(Integer.MIN_VALUE, 1) + " "
                + Long.compare(5, 5)
                + " " + Byte.compare((byte) 1, (byte) 3) + " " + Short.compare((short) 9, (short) 3) + " "
                + Character.compare('a', 'd') + " " + Integer.valueOf(4).compareTo(5) + " " + Integer.max(3, 4)
                + Integer.min(3, 4) + Integer.sum(3, 4) + " " + Long.max(3, 4) + Long.min(-3, 4) + Long.sum(3, 4));
    }

    static void conversions() {
        Number[] numbers = {5, -300, 1L << 33, (short) -2, (byte) 7};
        for (Number number : numbers) {
            System.out.println(number.byteValue() + " " + number.shortValue() + " " + number.intValue() + " "
                    + number.longValue() + " " + (long) number.doubleValue() + " " + (long) number.floatValue());
        }
    }

    static void hashAndEquals() {
        System.out.println(Integer.hashCode(-5) + " " + Long.hashCode(1L << 33 | 3) + " "
                + Long.valueOf(-1).hashCode() + " "
                + Boolean.hashCode(true) + " " + Boolean.hashCode(false) + " " + Short.hashCode((short) -1) + " "
                + Character.hashCode('a') + " " + Byte.hashCode((byte) -1) + " "
                + Integer.valueOf(5).equals(5) + " "
                + Integer.valueOf(5).equals((Object) 5L) + " " + Long.valueOf(5).equals(5L));
    }

    static void booleans() {
        System.out.println(Boolean.parseBoolean("TRUE") + " " + Boolean.parseBoolean("yes") + " "
                + Boolean.parseBoolean(null) + " " + Boolean.toString(true) + " " + Boolean.compare(true, false) + " "
                + Boolean.logicalXor(true, true) + " " + Boolean.valueOf("false") + " "
                + Boolean.TRUE.compareTo(false));
    }

    static void shortsAndBytes() {
        System.out.println(Short.valueOf((short) 5).equals((short) 5) + " " + Byte.valueOf((byte) -5) + " "
                + Short.toString((short) -7) + " " + Byte.toString((byte) 99) + " "
                + Byte.valueOf("12").hashCode());
    }

    static void constants() {
        System.out.println(Integer.SIZE + " " + Integer.BYTES + " " + Long.SIZE + " " + Short.BYTES + " "
                + Byte.MIN_VALUE + " " + Character.BYTES + " " + Double.SIZE + " " + Float.BYTES + " " + Integer.TYPE);
    }
}
