package blogos.aot.runtime.jdk.math;

/**
 * e^x - 1 and the hyperbolic functions by the algorithms of fdlibm ({@code s_expm1.c}, {@code e_sinh.c}, {@code
 * e_cosh.c}, {@code s_tanh.c}), with its results to the last bit.
 */
public final class Hyperbolics {
    private static final double LN2 = 0x1.62e42feep-1;
    private static final double LN2_TAIL = 0x1.a39ef35793c76p-33;
    private static final double INVERSE_LN2 = 0x1.71547652b82fep0;
    private static final double EXP_OVERFLOW = 0x1.62e42fefa39efp9;

    private static final double Q1 = -0x1.11111111110f4p-5;
    private static final double Q2 = 0x1.a01a019fe5585p-10;
    private static final double Q3 = -0x1.4ce199eaadbb7p-14;
    private static final double Q4 = 0x1.0cfca86e65239p-18;
    private static final double Q5 = -0x1.afdb76e09c32dp-23;

    private static final int HIGH_56_LN2 = 0x4043_687a;
    private static final int HIGH_HALF_LN2 = 0x3fd6_2e42;
    private static final int HIGH_3_HALVES_LN2 = 0x3ff0_a2b2;
    private static final int HIGH_2_MINUS_54 = 0x3c90_0000;
    private static final int HIGH_2_MINUS_55 = 0x3c80_0000;
    private static final int HIGH_2_MINUS_28 = 0x3e30_0000;
    private static final int HIGH_ONE = 0x3ff0_0000;
    private static final int HIGH_22 = 0x4036_0000;
    private static final int HIGH_LOG_MAX = 0x4086_2e42;

    /** Largest number whose hyperbolic sine is finite. */
    private static final double SINH_OVERFLOW = Words.of(0x4086_33ce, 0x8fb9_f87d);

    private Hyperbolics() {}

    /** e^x - 1, exact for small x. */
    public static double expm1(double number) {
        double x = number;
        boolean isNegative = Words.high(x) < 0;
        int high = Words.high(x) & Words.MAGNITUDE;
        if (high >= HIGH_56_LN2) {
            if (Double.isNaN(x)) {
                return x + x;
            }
            if (isNegative) {
                return -1.0;
            }
            if (x > EXP_OVERFLOW) {
                return Double.POSITIVE_INFINITY;
            }
        }
        if (high < HIGH_2_MINUS_54) {
            return x;
        }
        int k = 0;
        double c = 0;
        if (high > HIGH_HALF_LN2) {
            if (high < HIGH_3_HALVES_LN2) {
                k = isNegative ? -1 : 1;
            } else {
                k = (int) (INVERSE_LN2 * x + (isNegative ? -0.5 : 0.5));
            }
            double upper = x - k * LN2;
            double lower = k * LN2_TAIL;
            x = upper - lower;
            c = upper - x - lower;
        }
        double halfX = 0.5 * x;
        double halfSquare = x * halfX;
        double z = halfSquare;
        double r = 1.0 + z * (Q1 + z * (Q2 + z * (Q3 + z * (Q4 + z * Q5))));
        double t = 3.0 - r * halfX;
        double e = halfSquare * ((r - t) / (6.0 - x * t));
        if (k == 0) {
            return x - (x * e - halfSquare);
        }
        return composed(x, x * (e - c) - c - halfSquare, k);
    }

    /** 2^k * (1 + x - e) - 1. */
    private static double composed(double x, double e, int k) {
        if (k == -1) {
            return 0.5 * (x - e) - 0.5;
        }
        if (k == 1) {
            return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + 2.0 * (x - e);
        }
        if (k <= -2 || k > 56) {
            return Words.scaled(1.0 - (e - x), k) - 1.0;
        }
        if (k < 20) {
            double t = Words.of(HIGH_ONE - (0x20_0000 >> k), 0);
            return Words.scaled(t - (e - x), k);
        }
        double t = Words.of(0x3ff - k << 20, 0);
        return Words.scaled(x - (e + t) + 1.0, k);
    }

    /** The hyperbolic sine. */
    public static double sinh(double x) {
        int high = Words.high(x) & Words.MAGNITUDE;
        if (high >= Words.INFINITY) {
            return x + x;
        }
        double magnitude = Math.abs(x);
        double half = x < 0 ? -0.5 : 0.5;
        if (high < HIGH_22) {
            if (high < HIGH_2_MINUS_28) {
                return x;
            }
            double t = expm1(magnitude);
            return high < HIGH_ONE ? half * (2.0 * t - t * t / (t + 1.0)) : half * (t + t / (t + 1.0));
        }
        return largeExponential(magnitude, high, half);
    }

    /** The hyperbolic cosine. */
    public static double cosh(double x) {
        int high = Words.high(x) & Words.MAGNITUDE;
        if (high >= Words.INFINITY) {
            return x * x;
        }
        double magnitude = Math.abs(x);
        if (high < HIGH_HALF_LN2 + 1) {
            double t = expm1(magnitude);
            double w = 1.0 + t;
            return high < HIGH_2_MINUS_55 ? w : 1.0 + t * t / (w + w);
        }
        if (high < HIGH_22) {
            double t = StrictMath.exp(magnitude);
            return 0.5 * t + 0.5 / t;
        }
        return largeExponential(magnitude, high, 0.5);
    }

    /** factor * e^x for x of at least 22, without overflow on the way; infinite if the product is. */
    private static double largeExponential(double x, int high, double factor) {
        if (high < HIGH_LOG_MAX) {
            return factor * StrictMath.exp(x);
        }
        if (x <= SINH_OVERFLOW) {
            double w = StrictMath.exp(0.5 * x);
            return factor * w * w;
        }
        return factor * Double.POSITIVE_INFINITY;
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        int high = Words.high(x) & Words.MAGNITUDE;
        boolean isNegative = Words.high(x) < 0;
        if (Double.isNaN(x)) {
            return x;
        }
        double magnitude = Math.abs(x);
        double result;
        if (high >= HIGH_22) {
            result = 1.0;
        } else if (high < HIGH_2_MINUS_55) {
            return x * (1.0 + x);
        } else if (high >= HIGH_ONE) {
            result = 1.0 - 2.0 / (expm1(2.0 * magnitude) + 2.0);
        } else {
            double t = expm1(-2.0 * magnitude);
            result = -t / (t + 2.0);
        }
        return isNegative ? -result : result;
    }

    /** The remainder of x / p with the quotient rounded to even (IEEE 754), in [-|p|/2, |p|/2]. */
    public static double remainder(double x, double p) {
        if (p == 0 || Double.isNaN(p) || Double.isNaN(x) || Double.isInfinite(x)) {
            return Double.NaN;
        }
        double divisor = Math.abs(p);
        if (Math.abs(x) == divisor) {
            return 0.0 * x;
        }
        double rest = Math.abs(divisor <= Double.MAX_VALUE / 2 ? x % (divisor + divisor) : x);
        if (divisor < 2 * Double.MIN_NORMAL) {
            if (rest + rest > divisor) {
                rest -= divisor;
                if (rest + rest >= divisor) {
                    rest -= divisor;
                }
            }
        } else {
            double half = 0.5 * divisor;
            if (rest > half) {
                rest -= divisor;
                if (rest >= half) {
                    rest -= divisor;
                }
            }
        }
        return Words.high(x) < 0 ? -rest : rest;
    }
}
