package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 15.15-15.22: the integer operators over edge values of int and long. */
public final class Ch15Integers {
    private static final int[] INTS = {
        0,
        1,
        -1,
        2,
        3,
        -7,
        10,
        31,
        32,
        33,
        255,
        65536,
        0x55555555,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1
    };
    private static final long[] LONGS = {
        0,
        1,
        -1,
        3,
        -7,
        10,
        63,
        64,
        65,
        1L << 32,
        0x5555555555555555L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Integer.MIN_VALUE
    };

    private Ch15Integers() {}

    public static void main(String[] arguments) {
        Cases.run("intAddSubtractMultiply", Ch15Integers::intAddSubtractMultiply);
        Cases.run("intDivideRemainder", Ch15Integers::intDivideRemainder);
        Cases.run("intShifts", Ch15Integers::intShifts);
        Cases.run("intBitwise", Ch15Integers::intBitwise);
        Cases.run("intComparisons", Ch15Integers::intComparisons);
        Cases.run("longAddSubtractMultiply", Ch15Integers::longAddSubtractMultiply);
        Cases.run("longDivideRemainder", Ch15Integers::longDivideRemainder);
        Cases.run("longShifts", Ch15Integers::longShifts);
        Cases.run("longBitwise", Ch15Integers::longBitwise);
        Cases.run("longComparisons", Ch15Integers::longComparisons);
        Cases.run("divisionByZero", Ch15Integers::divisionByZero);
        Cases.run("divisionByConstants", Ch15Integers::divisionByConstants);
        Cases.run("unary", Ch15Integers::unary);
        Cases.run("subIntShifts", Ch15Integers::subIntShifts);
        Cases.run("compoundNarrows", Ch15Integers::compoundNarrows);
        Cases.run("compoundWithFloating", Ch15Integers::compoundWithFloating);
        Cases.run("shiftByLong", Ch15Integers::shiftByLong);
        Cases.run("overflowIsNotUndefined", Ch15Integers::overflowIsNotUndefined);
        Cases.run("mixedChecksum", Ch15Integers::mixedChecksum);
    }

    static void intAddSubtractMultiply() {
        for (int a : INTS) {
            for (int b : INTS) {
                System.out.println(a + " " + b + ": " + (a + b) + " " + (a - b) + " " + (a * b));
            }
        }
    }

    static void intDivideRemainder() {
        for (int a : INTS) {
            for (int b : INTS) {
                if (b != 0) {
                    System.out.println(a + " " + b + ": " + (a / b) + " " + (a % b));
                }
            }
        }
    }

    static void intShifts() {
        for (int a : INTS) {
            for (int b : INTS) {
                System.out.println(a + " " + b + ": " + (a << b) + " " + (a >> b) + " " + (a >>> b));
            }
        }
    }

    static void intBitwise() {
        for (int a : INTS) {
            for (int b : INTS) {
                System.out.println(a + " " + b + ": " + (a & b) + " " + (a | b) + " " + (a ^ b));
            }
        }
    }

    static void intComparisons() {
        for (int a : INTS) {
            for (int b : INTS) {
                System.out.println(a + " " + b + ": " + (a < b) + (a <= b) + (a > b) + (a >= b) + (a == b) + (a != b));
            }
        }
    }

    static void longAddSubtractMultiply() {
        for (long a : LONGS) {
            for (long b : LONGS) {
                System.out.println(a + " " + b + ": " + (a + b) + " " + (a - b) + " " + (a * b));
            }
        }
    }

    static void longDivideRemainder() {
        for (long a : LONGS) {
            for (long b : LONGS) {
                if (b != 0) {
                    System.out.println(a + " " + b + ": " + (a / b) + " " + (a % b));
                }
            }
        }
    }

    static void longShifts() {
        for (long a : LONGS) {
            for (int b : INTS) {
                System.out.println(a + " " + b + ": " + (a << b) + " " + (a >> b) + " " + (a >>> b));
            }
        }
    }

    static void longBitwise() {
        for (long a : LONGS) {
            for (long b : LONGS) {
                System.out.println(a + " " + b + ": " + (a & b) + " " + (a | b) + " " + (a ^ b));
            }
        }
    }

    static void longComparisons() {
        for (long a : LONGS) {
            for (long b : LONGS) {
                System.out.println(a + " " + b + ": " + (a < b) + (a <= b) + (a > b) + (a >= b) + (a == b) + (a != b));
            }
        }
    }

    static void divisionByZero() {
        for (int zero = 0; zero < 1; zero++) {
            int divisor = zero;
            long longDivisor = zero;
            Cases.thrown("int /", () -> System.out.println(7 / divisor));
            Cases.thrown("int %", () -> System.out.println(7 % divisor));
            Cases.thrown("long /", () -> System.out.println(7L / longDivisor));
            Cases.thrown("long %", () -> System.out.println(7L % longDivisor));
            Cases.thrown("unused", () -> {
                int ignored = 7 / divisor;
            });
            Cases.thrown("compound", () -> {
                int[] cell = {7};
                cell[0] /= divisor;
            });
        }
    }

    static void divisionByConstants() {
        for (int a : INTS) {
            System.out.println(a / 2 + " " + a / -2 + " " + a / 3 + " " + a / 7 + " " + a / 10 + " " + a / 16 + " "
                    + a % 2 + " " + a % 8 + " " + a % -8 + " " + a % 10 + " " + a / Integer.MIN_VALUE + " " + a / -1);
        }
        for (long a : LONGS) {
            System.out.println(a / 2 + " " + a / -4 + " " + a / 3 + " " + a / 1000 + " " + a % 16 + " " + a % 10 + " "
                    + a / -1 + " " + a / Long.MIN_VALUE);
        }
    }

    static void unary() {
        for (int a : INTS) {
            System.out.println(-a + " " + ~a + " " + +a + " " + - -a + " " + ~~a + " " + Math.abs(a));
        }
        for (long a : LONGS) {
            System.out.println(-a + " " + ~a + " " + Math.abs(a));
        }
    }

    static void subIntShifts() {
        byte b = -1;
        short s = -256;
        char c = 0xff00;
        System.out.println((b >>> 4) + " " + (byte) (b >>> 4) + " " + (b << 4) + " " + (s >> 4) + " " + (s >>> 28) + " "
                + (c >> 4) + " " + (c << 16) + " " + (short) (c << 4));
        b >>>= 1;
        s >>>= 1;
        c >>>= 1;
        System.out.println(b + " " + s + " " + (int) c);
        b <<= 7;
        s <<= 8;
        c <<= 9;
        System.out.println(b + " " + s + " " + (int) c);
    }

    static void compoundNarrows() {
        byte b = 100;
        b += 100;
        short s = 30000;
        s *= 3;
        char c = 'z';
        c -= 200;
        int i = Integer.MAX_VALUE;
        i += 1L;
        b ^= 0x1ff;
        System.out.println(b + " " + s + " " + (int) c + " " + i);
        byte[] bytes = {127, -128};
        bytes[0]++;
        bytes[1]--;
        bytes[0] -= 5;
        bytes[1] |= 0x80;
        short[] shorts = {Short.MAX_VALUE};
        shorts[0] += 2;
        char[] chars = {0};
        chars[0]--;
        System.out.println(bytes[0] + " " + bytes[1] + " " + shorts[0] + " " + (int) chars[0]);
    }

    static void compoundWithFloating() {
        int i = 10;
        i += 3.7;
        i *= 1.5;
        long l = Long.MAX_VALUE;
        l += 1.0f;
        byte b = 10;
        b += 1e10;
        char c = 'a';
        c += 1.9;
        short s = 7;
        s /= 0.1;
        i -= Double.NaN;
        System.out.println(i + " " + l + " " + b + " " + c + " " + s);
    }

    static void shiftByLong() {
        for (long distance : LONGS) {
            int i = -12345;
            i <<= distance;
            int j = -12345;
            j >>>= distance;
            System.out.println(i + " " + j + " " + (1L << distance) + " " + (-1 >> distance));
        }
    }

    static void overflowIsNotUndefined() {
        int steps = 0;
        for (int i = Integer.MAX_VALUE - 3; i > 0; i++) {
            steps++;
        }
        int down = 0;
        for (int i = Integer.MIN_VALUE + 2; i < 0; i--) {
            down++;
        }
        int x = INTS[13];
        System.out.println(steps + " " + down + " " + (x + 1 > x) + " " + (x + 1 < x) + " " + (x * 2 / 2 == x));
    }

    static void mixedChecksum() {
        int hash = 17;
        long wide = 1125899906842597L;
        for (int i = 0; i < 100_000; i++) {
            hash = hash * 31 + (i ^ hash >>> 7);
            hash ^= hash << 13;
            hash ^= hash >> 17;
            wide = 31 * wide + hash;
            wide ^= wide >>> 29;
            wide = wide << 7 | wide >>> 57;
            hash += (int) wide % 1009 + (int) (wide / 65537);
        }
        System.out.println(hash + " " + wide);
    }
}
