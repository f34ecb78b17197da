package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 15.17-15.21 for float and double: IEEE 754 results to the last bit, NaN and signed zero. */
public final class Ch15Floating {
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.1,
        3.0,
        -2.5,
        1e16,
        1e-310,
        1e308,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final float[] FLOATS = {
        0f,
        -0f,
        1f,
        -1f,
        0.1f,
        3f,
        -2.5f,
        1e8f,
        1e-40f,
        1e38f,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
    };

    private Ch15Floating() {}

    public static void main(String[] arguments) {
        Cases.run("doubleArithmetic", Ch15Floating::doubleArithmetic);
        Cases.run("doubleRemainder", Ch15Floating::doubleRemainder);
        Cases.run("floatArithmetic", Ch15Floating::floatArithmetic);
        Cases.run("floatRemainder", Ch15Floating::floatRemainder);
        Cases.run("doubleComparisons", Ch15Floating::doubleComparisons);
        Cases.run("floatComparisons", Ch15Floating::floatComparisons);
        Cases.run("negatedComparisons", Ch15Floating::negatedComparisons);
        Cases.run("negation", Ch15Floating::negation);
        Cases.run("roundingOfSums", Ch15Floating::roundingOfSums);
        Cases.run("noFusedMultiplyAdd", Ch15Floating::noFusedMultiplyAdd);
        Cases.run("noReassociation", Ch15Floating::noReassociation);
        Cases.run("floatStaysFloat", Ch15Floating::floatStaysFloat);
        Cases.run("incrementFloating", Ch15Floating::incrementFloating);
        Cases.run("nanInBranches", Ch15Floating::nanInBranches);
    }

    private static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value));
    }

    private static String bits(float value) {
        return Integer.toHexString(Float.floatToIntBits(value));
    }

    static void doubleArithmetic() {
        for (double a : DOUBLES) {
            for (double b : DOUBLES) {
                System.out.println(bits(a + b) + " " + bits(a - b) + " " + bits(a * b) + " " + bits(a / b));
            }
        }
    }

    static void doubleRemainder() {
        for (double a : DOUBLES) {
            for (double b : DOUBLES) {
                System.out.println(bits(a) + " % " + bits(b) + " = " + bits(a % b));
            }
        }
        double[][] pairs = {
            {5.5, 2},
            {-5.5, 2},
            {5.5, -2},
            {1e17, 3},
            {1e300, 7e-300},
            {0.3, 0.1},
            {4, 2},
            {-4, 2},
            {6.02e23, 1.38e-23},
            {1e-310, 3e-320}
        };
        for (double[] pair : pairs) {
            System.out.println(bits(pair[0] % pair[1]));
        }
    }

    static void floatArithmetic() {
        for (float a : FLOATS) {
            for (float b : FLOATS) {
                System.out.println(bits(a + b) + " " + bits(a - b) + " " + bits(a * b) + " " + bits(a / b));
            }
        }
    }

    static void floatRemainder() {
        for (float a : FLOATS) {
            for (float b : FLOATS) {
                System.out.println(bits(a % b));
            }
        }
        float x = 17.75f;
        x %= 5;
        System.out.println(bits(x) + " " + bits(-x % 2f) + " " + bits(1e38f % 3f));
    }

    static void doubleComparisons() {
        for (double a : DOUBLES) {
            for (double b : DOUBLES) {
                System.out.println((a < b) + " " + (a <= b) + " " + (a > b) + " " + (a >= b) + " " + (a == b) + " "
                        + (a != b) + " " + Double.compare(a, b));
            }
        }
    }

    static void floatComparisons() {
        for (float a : FLOATS) {
            for (float b : FLOATS) {
                System.out.println((a < b) + " " + (a <= b) + " " + (a > b) + " " + (a >= b) + " " + (a == b) + " "
                        + (a != b) + " " + Float.compare(a, b));
            }
        }
    }

    static void negatedComparisons() {
        for (double a : DOUBLES) {
            int score = 0;
            if (!(a < 1)) {
                score += 1;
            }
            if (!(a > 1)) {
                score += 2;
            }
            if (!(a <= 1)) {
                score += 4;
            }
            if (!(a >= 1)) {
                score += 8;
            }
            if (!(a == 1)) {
                score += 16;
            }
            boolean stored = !(a < 0);
            System.out.println(score + " " + stored);
        }
    }

    static void negation() {
        for (double a : DOUBLES) {
            System.out.println(bits(-a) + " " + bits(0.0 - a) + " " + bits(-(float) a) + " " + bits(1 / -a));
        }
    }

    static void roundingOfSums() {
        double sum = 0;
        float single = 0;
        for (int i = 1; i <= 10_000; i++) {
            sum += 1.0 / i;
            single += 1f / i;
        }
        System.out.println(bits(sum) + " " + bits(single));
        double product = 1;
        for (int i = 0; i < 200; i++) {
            product *= 1.1;
        }
        System.out.println(bits(product) + " " + bits((float) product));
    }

    static void noFusedMultiplyAdd() {
        double a = 1 + Math.ulp(1.0);
        double b = 1 - Math.ulp(1.0);
        double[] values = {a, b, -1};
        System.out.println(bits(values[0] * values[1] + values[2]));
        float[] singles = {1 + Math.ulp(1f), 1 - Math.ulp(1f), -1};
        System.out.println(bits(singles[0] * singles[1] + singles[2]));
    }

    static void noReassociation() {
        double[] v = {1e16, 1, -1e16, 0.1, 0.2, 0.3};
        System.out.println(bits(v[0] + v[1] + v[2]) + " " + bits(v[0] + v[2] + v[1]));
        System.out.println(bits(v[3] + v[4] + v[5]) + " " + bits(v[3] + (v[4] + v[5])));
        System.out.println(bits(v[3] * v[4] * v[5]) + " " + bits(v[3] * (v[4] * v[5])));
        System.out.println(bits(v[1] / v[5]) + " " + bits(v[0] * (1 / v[5])) + " " + bits(v[0] / v[5]));
    }

    static void floatStaysFloat() {
        float third = 1f / 3;
        double promoted = third;
        float big = 16777216f;
        System.out.println(
                (third == 1.0 / 3) + " " + (promoted == third) + " " + bits(big + 1) + " " + bits(big + 1.0));
        float product = 0.1f * 0.1f;
        System.out.println(bits(product) + " " + bits(0.1f * (double) 0.1f));
    }

    static void incrementFloating() {
        double d = 0.1;
        float f = 1e8f;
        d++;
        f++;
        double before = d--;
        float after = --f;
        System.out.println(bits(d) + " " + bits(f) + " " + bits(before) + " " + bits(after));
    }

    static void nanInBranches() {
        double nan = DOUBLES[12];
        int count = 0;
        for (double x = nan; x < 10; x++) {
            count++;
        }
        while (nan != nan && count < 5) {
            count++;
        }
        double max = nan > 0 ? 1 : nan < 0 ? 2 : nan == 0 ? 3 : 4;
        System.out.println(count + " " + (int) max + " " + Double.isNaN(nan) + " " + (nan == Double.NaN));
    }
}
