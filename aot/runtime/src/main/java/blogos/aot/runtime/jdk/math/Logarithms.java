package blogos.aot.runtime.jdk.math;

/**
 * Logarithms by the algorithms of fdlibm ({@code e_log.c}, {@code e_log10.c}, {@code s_log1p.c}), with its results to
 * the last bit.
 */
public final class Logarithms {
    private static final double LN2 = 0x1.62e42feep-1;
    private static final double LN2_TAIL = 0x1.a39ef35793c76p-33;
    private static final double INVERSE_LN10 = 0x1.bcb7b1526e50ep-2;
    private static final double LOG10_2 = 0x1.34413509f6p-2;
    private static final double LOG10_2_TAIL = 0x1.9fef311f12b36p-42;
    private static final double TWO_54 = 0x1.0p54;

    private static final double L1 = 0x1.5555555555593p-1;
    private static final double L2 = 0x1.999999997fa04p-2;
    private static final double L3 = 0x1.2492494229359p-2;
    private static final double L4 = 0x1.c71c51d8e78afp-3;
    private static final double L5 = 0x1.7466496cb03dep-3;
    private static final double L6 = 0x1.39a09d078c69fp-3;
    private static final double L7 = 0x1.2f112df3e5244p-3;

    private static final int FRACTION = 0x000f_ffff;
    private static final int IMPLICIT_BIT = 0x0010_0000;
    private static final int HIGH_ONE = 0x3ff0_0000;
    private static final int HIGH_HALF = 0x3fe0_0000;

    /** Fraction of the square root of 2. */
    private static final int SQRT_2_FRACTION = 0x6a09e;

    private Logarithms() {}

    /** The natural logarithm. */
    public static double log(double number) {
        double x = number;
        int k = 0;
        if (Words.high(x) < IMPLICIT_BIT) {
            if (x == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (x < 0 || Double.isNaN(x)) {
                return Double.NaN;
            }
            k = -54;
            x *= TWO_54;
        }
        int high = Words.high(x);
        if (high >= Words.INFINITY) {
            return x + x;
        }
        k += (high >> 20) - 1023;
        high &= FRACTION;
        int carry = high + 0x95f64 & IMPLICIT_BIT;
        x = Words.withHigh(x, high | carry ^ HIGH_ONE);
        k += carry >> 20;
        double f = x - 1.0;
        double dk = k;
        if ((FRACTION & 2 + high) < 3) {
            return nearOne(f, dk);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (L2 + w * (L4 + w * L6));
        double odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
        double r = odd + even;
        if ((high - 0x6147a | 0x6b851 - high) > 0) {
            double half = 0.5 * f * f;
            return k == 0 ? f - (half - s * (half + r)) : dk * LN2 - (half - (s * (half + r) + dk * LN2_TAIL) - f);
        }
        return k == 0 ? f - s * (f - r) : dk * LN2 - (s * (f - r) - dk * LN2_TAIL - f);
    }

    /** log(1 + f) + dk * ln 2 for a magnitude of f below 2^-20. */
    private static double nearOne(double f, double dk) {
        if (f == 0.0) {
            return dk == 0 ? 0.0 : dk * LN2 + dk * LN2_TAIL;
        }
        double r = f * f * (0.5 - 0.33333333333333333 * f);
        return dk == 0 ? f - r : dk * LN2 - (r - dk * LN2_TAIL - f);
    }

    /** The logarithm to base 10. */
    public static double log10(double number) {
        double x = number;
        int k = 0;
        if (Words.high(x) < IMPLICIT_BIT) {
            if (x == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (x < 0 || Double.isNaN(x)) {
                return Double.NaN;
            }
            k = -54;
            x *= TWO_54;
        }
        int high = Words.high(x);
        if (high >= Words.INFINITY) {
            return x + x;
        }
        k += (high >> 20) - 1023;
        int negative = k >>> 31;
        double y = k + negative;
        x = Words.withHigh(x, high & FRACTION | 0x3ff - negative << 20);
        double z = y * LOG10_2_TAIL + INVERSE_LN10 * log(x);
        return z + y * LOG10_2;
    }

    /** log(1 + x), exact for small x. */
    public static double log1p(double x) {
        int signedHigh = Words.high(x);
        int magnitude = signedHigh & Words.MAGNITUDE;
        if (signedHigh >= Words.INFINITY || Double.isNaN(x)) {
            return x + x;
        }
        if (x <= -1.0) {
            return x == -1.0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (magnitude < 0x3e20_0000) {
            return magnitude < 0x3c90_0000 ? x : x - x * x * 0.5;
        }
        boolean isSmall = signedHigh < 0x3fda_827a && (signedHigh > 0 || signedHigh <= 0xbfd2_bec3);
        if (isSmall) {
            return log1p(x, 1, 0, 0.0);
        }
        double u;
        double c;
        int k;
        if (signedHigh < 0x4340_0000) {
            u = 1.0 + x;
            k = (Words.high(u) >> 20) - 1023;
            c = (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
        } else {
            u = x;
            k = (Words.high(u) >> 20) - 1023;
            c = 0;
        }
        int fraction = Words.high(u) & FRACTION;
        if (fraction < SQRT_2_FRACTION) {
            u = Words.withHigh(u, fraction | HIGH_ONE);
        } else {
            k++;
            u = Words.withHigh(u, fraction | HIGH_HALF);
            fraction = IMPLICIT_BIT - fraction >> 2;
        }
        return log1p(u - 1.0, fraction, k, c);
    }

    /** log(1 + f) + k * ln 2 + c, where {@code fraction} is 0 only if f is close to 0. */
    private static double log1p(double f, int fraction, int k, double c) {
        double half = 0.5 * f * f;
        if (fraction == 0) {
            if (f == 0.0) {
                return k == 0 ? 0.0 : k * LN2 + (c + k * LN2_TAIL);
            }
            double r = half * (1.0 - 0.66666666666666666 * f);
            return k == 0 ? f - r : k * LN2 - (r - (k * LN2_TAIL + c) - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
        return k == 0 ? f - (half - s * (half + r)) : k * LN2 - (half - (s * (half + r) + (k * LN2_TAIL + c)) - f);
    }
}
