package blogos.aot.cases.library;

import blogos.aot.cases.Cases;

/** java.lang.Math and StrictMath. */
public final class LangMath {
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        0.5,
        -0.5,
        1.5,
        2.5,
        -2.5,
        0.49999999999999994,
        1e15 + 0.5,
        4.5e15,
        1e300,
        -1e300,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private LangMath() {}

    public static void main(String[] arguments) {
        Cases.run("absMinMax", LangMath::absMinMax);
        Cases.run("rounding", LangMath::rounding);
        Cases.run("exactArithmetic", LangMath::exactArithmetic);
        Cases.run("floorDivision", LangMath::floorDivision);
        Cases.run("multiplyHigh", LangMath::multiplyHigh);
        Cases.run("squareRoots", LangMath::squareRoots);
        Cases.run("neighbours", LangMath::neighbours);
        Cases.run("signs", LangMath::signs);
        Cases.run("remainder", LangMath::remainder);
        Cases.run("fusedMultiplyAdd", LangMath::fusedMultiplyAdd);
        Cases.run("strictTranscendental", LangMath::strictTranscendental);
        Cases.run("strictPowers", LangMath::strictPowers);
        Cases.run("anglesAndHyperbolics", LangMath::anglesAndHyperbolics);
    }

    private static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value));
    }

    static void absMinMax() {
        System.out.println(Math.abs(-5) + " " + Math.abs(Integer.MIN_VALUE) + " " + Math.abs(Long.MIN_VALUE) + " "
                + Math.max(3, -4) + " " + Math.min(3L, -4L) + " " + bits(Math.abs(-0.0)) + " "
                + bits(Math.max(-0.0, 0.0)) + " " + bits(Math.min(-0.0, 0.0)) + " " + bits(Math.max(Double.NaN, 1))
                + " "
                + bits(Math.min(1, Double.NaN)) + " " + bits(Math.max(-0f, 0f)) + " " + bits(Math.min(1f, -2f)));
    }

    static void rounding() {
        for (double value : DOUBLES) {
            System.out.println(bits(Math.floor(value)) + " " + bits(Math.ceil(value)) + " " + bits(Math.rint(value))
                    + " " + Math.round(value) + " " + Math.round((float) value));
        }
    }

    static void exactArithmetic() {
        System.out.println(Math.addExact(1, 2) + " " + Math.subtractExact(1L, 2L) + " " + Math.multiplyExact(3, 4) + " "
                + Math.incrementExact(5) + " " + Math.decrementExact(5L) + " " + Math.negateExact(6) + " "
                + Math.toIntExact(7L) + " " + Math.absExact(-8));
        Cases.thrown("add", () -> Math.addExact(Integer.MAX_VALUE, 1));
        Cases.thrown("add long", () -> Math.addExact(Long.MAX_VALUE, 1));
        Cases.thrown("subtract", () -> Math.subtractExact(Integer.MIN_VALUE, 1));
        Cases.thrown("multiply", () -> Math.multiplyExact(1 << 20, 1 << 20));
        Cases.thrown("multiply long", () -> Math.multiplyExact(1L << 40, 1L << 40));
        Cases.thrown("increment", () -> Math.incrementExact(Integer.MAX_VALUE));
        Cases.thrown("negate", () -> Math.negateExact(Integer.MIN_VALUE));
        Cases.thrown("to int", () -> Math.toIntExact(1L << 31));
        Cases.thrown("abs", () -> Math.absExact(Integer.MIN_VALUE));
    }

    static void floorDivision() {
        int[] values = {7, -7, 0, Integer.MIN_VALUE};
        int[] divisors = {2, -2, 3, -1};
        for (int value : values) {
            for (int divisor : divisors) {
                System.out.println(Math.floorDiv(value, divisor) + " " + Math.floorMod(value, divisor) + " "
                        + Math.floorDiv((long) value, divisor) + " " + Math.floorMod((long) value, (long) divisor));
            }
        }
        Cases.thrown("zero", () -> Math.floorMod(1, 0));
    }

    static void multiplyHigh() {
        System.out.println(Math.multiplyHigh(Long.MAX_VALUE, Long.MAX_VALUE) + " " + Math.multiplyHigh(-1, 5) + " "
                + Math.multiplyHigh(1L << 40, 1L << 40) + " "
                + Math.multiplyFull(Integer.MIN_VALUE, Integer.MIN_VALUE));
    }

    static void squareRoots() {
        for (double value : DOUBLES) {
            System.out.println(
                    bits(Math.sqrt(value)) + " " + bits(StrictMath.sqrt(value)) + " " + bits(StrictMath.cbrt(value)));
        }
        System.out.println(bits(Math.sqrt(2)) + " " + bits(Math.sqrt(1e-320)) + " " + bits((float) Math.sqrt(3f)));
    }

    static void neighbours() {
        double[] values = {1, -1, 0, 1e300, Double.MIN_VALUE, Double.MAX_VALUE};
        for (double value : values) {
            System.out.println(
                    bits(Math.ulp(value)) + " " + bits(Math.nextUp(value)) + " " + bits(Math.nextDown(value)) + " "
                            + bits(Math.nextAfter(value, 0)) + " " + Math.getExponent(value) + " "
                            + bits(Math.scalb(value, 3)) + " "
                            + bits(Math.scalb(value, -1070)));
        }
    }

    static void signs() {
        for (double value : DOUBLES) {
            System.out.println(bits(Math.signum(value)) + " " + bits(Math.copySign(3, value)) + " "
                    + bits(Math.signum((float) value)));
        }
    }

    static void remainder() {
        System.out.println(bits(Math.IEEEremainder(5, 3)) + " " + bits(Math.IEEEremainder(-5, 3)) + " "
                + bits(Math.IEEEremainder(5.5, 2)) + " " + bits(StrictMath.IEEEremainder(1e300, 7)));
    }

    static void fusedMultiplyAdd() {
        double a = 1 + Math.ulp(1.0);
        System.out.println(bits(Math.fma(a, a, -1)) + " " + bits(a * a - 1) + " " + bits(Math.fma(2f, 3f, 4f)));
    }

    static void strictTranscendental() {
        double[] values = {0, 0.1, 0.5, 1, 2, -3, 10, 100, 1e-10, 1e5, 1e10, Math.PI};
        for (double value : values) {
            System.out.println(bits(StrictMath.sin(value)) + " " + bits(StrictMath.cos(value)) + " "
                    + bits(StrictMath.tan(value)) + " " + bits(StrictMath.exp(value)) + " "
                    + bits(StrictMath.log(value))
                    + " " + bits(StrictMath.log10(value)) + " " + bits(StrictMath.atan(value)) + " "
                    + bits(StrictMath.asin(value / 100)) + " " + bits(StrictMath.acos(value / 100)));
        }
    }

    static void strictPowers() {
        double[] values = {0, 0.5, 1, 2, -2, 10, 1e10};
        for (double a : values) {
            for (double b : values) {
                System.out.println(bits(StrictMath.pow(a, b)) + " " + bits(StrictMath.hypot(a, b)) + " "
                        + bits(StrictMath.atan2(a, b)));
            }
        }
    }

    static void anglesAndHyperbolics() {
        double[] values = {0, 0.25, 1, -2, 30};
        for (double value : values) {
            System.out.println(bits(Math.toRadians(value)) + " " + bits(Math.toDegrees(value)) + " "
                    + bits(StrictMath.sinh(value)) + " " + bits(StrictMath.cosh(value)) + " "
                    + bits(StrictMath.tanh(value)) + " " + bits(StrictMath.expm1(value)) + " "
                    + bits(StrictMath.log1p(value * value)));
        }
    }
}
