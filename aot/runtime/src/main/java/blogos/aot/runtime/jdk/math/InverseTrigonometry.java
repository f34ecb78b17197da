package blogos.aot.runtime.jdk.math;

/**
 * Arc functions by the algorithms of fdlibm ({@code e_asin.c}, {@code e_acos.c}, {@code s_atan.c}, {@code e_atan2.c}),
 * with its results to the last bit.
 */
public final class InverseTrigonometry {
    private static final double PI = 0x1.921fb54442d18p1;
    private static final double PI_TAIL = 0x1.1a62633145c07p-53;
    private static final double PI_2 = 0x1.921fb54442d18p0;
    private static final double PI_2_TAIL = 0x1.1a62633145c07p-54;
    private static final double PI_4 = 0x1.921fb54442d18p-1;

    private static final double P0 = 0x1.5555555555555p-3;
    private static final double P1 = -0x1.4d61203eb6f7dp-2;
    private static final double P2 = 0x1.9c1550e884455p-3;
    private static final double P3 = -0x1.48228b5688f3bp-5;
    private static final double P4 = 0x1.9efe07501b288p-11;
    private static final double P5 = 0x1.23de10dfdf709p-15;
    private static final double Q1 = -0x1.33a271c8a2d4bp1;
    private static final double Q2 = 0x1.02ae59c598ac8p1;
    private static final double Q3 = -0x1.6066c1b8d0159p-1;
    private static final double Q4 = 0x1.3b8c5b12e9282p-4;

    private static final double A0 = 0x1.555555555550dp-2;
    private static final double A1 = -0x1.999999998ebc4p-3;
    private static final double A2 = 0x1.24924920083ffp-3;
    private static final double A3 = -0x1.c71c6fe231671p-4;
    private static final double A4 = 0x1.745cdc54c206ep-4;
    private static final double A5 = -0x1.3b0f2af749a6dp-4;
    private static final double A6 = 0x1.10d66a0d03d51p-4;
    private static final double A7 = -0x1.dde2d52defd9ap-5;
    private static final double A8 = 0x1.97b4b24760debp-5;
    private static final double A9 = -0x1.2b4442c6a6c2fp-5;
    private static final double A10 = 0x1.0ad3ae322da11p-6;

    private static final double ATAN_HALF = 0x1.dac670561bb4fp-2;
    private static final double ATAN_HALF_TAIL = 0x1.a2b7f222f65e2p-56;
    private static final double ATAN_ONE_TAIL = 0x1.1a62633145c07p-55;
    private static final double ATAN_THREE_HALVES = 0x1.f730bd281f69bp-1;
    private static final double ATAN_THREE_HALVES_TAIL = 0x1.007887af0cbbdp-56;

    private static final int HIGH_0_5 = 0x3fe0_0000;
    private static final int HIGH_0_975 = 0x3fef_3333;
    private static final int HIGH_2_MINUS_27 = 0x3e40_0000;
    private static final int HIGH_2_MINUS_29 = 0x3e20_0000;
    private static final int HIGH_2_MINUS_57 = 0x3c60_0000;
    private static final int HIGH_7_16 = 0x3fdc_0000;
    private static final int HIGH_11_16 = 0x3fe6_0000;
    private static final int HIGH_19_16 = 0x3ff3_0000;
    private static final int HIGH_39_16 = 0x4003_8000;
    private static final int HIGH_2_66 = 0x4410_0000;

    private InverseTrigonometry() {}

    /** (asin(x) - x) / x^3 at t = x^2, approximately. */
    private static double ratio(double t) {
        double p = t * (P0 + t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5)))));
        double q = 1.0 + t * (Q1 + t * (Q2 + t * (Q3 + t * Q4)));
        return p / q;
    }

    /** The arc sine in radians; NaN outside of [-1, 1]. */
    public static double asin(double x) {
        double magnitude = Math.abs(x);
        int high = Words.high(magnitude);
        if (!(magnitude < 1.0)) {
            return magnitude == 1.0 ? x * PI_2 + x * PI_2_TAIL : Double.NaN;
        }
        if (high < HIGH_0_5) {
            return high < HIGH_2_MINUS_27 ? x : x + x * ratio(x * x);
        }
        double w = 1.0 - magnitude;
        double t = w * 0.5;
        double r = ratio(t);
        double s = Math.sqrt(t);
        double result;
        if (high >= HIGH_0_975) {
            result = PI_2 - (2.0 * (s + s * r) - PI_2_TAIL);
        } else {
            double rough = Words.truncated(s);
            double c = (t - rough * rough) / (s + rough);
            double p = 2.0 * s * r - (PI_2_TAIL - 2.0 * c);
            double q = PI_4 - 2.0 * rough;
            result = PI_4 - (p - q);
        }
        return x > 0 ? result : -result;
    }

    /** The arc cosine in radians; NaN outside of [-1, 1]. */
    public static double acos(double x) {
        double magnitude = Math.abs(x);
        int high = Words.high(magnitude);
        if (!(magnitude < 1.0)) {
            if (x == 1.0) {
                return 0.0;
            }
            return x == -1.0 ? PI + 2.0 * PI_2_TAIL : Double.NaN;
        }
        if (high < HIGH_0_5) {
            return high <= HIGH_2_MINUS_57 ? PI_2 + PI_2_TAIL : PI_2 - (x - (PI_2_TAIL - x * ratio(x * x)));
        }
        if (x < 0) {
            double z = (1.0 + x) * 0.5;
            double s = Math.sqrt(z);
            double w = ratio(z) * s - PI_2_TAIL;
            return PI - 2.0 * (s + w);
        }
        double z = (1.0 - x) * 0.5;
        double s = Math.sqrt(z);
        double rough = Words.truncated(s);
        double c = (z - rough * rough) / (s + rough);
        double w = ratio(z) * s + c;
        return 2.0 * (rough + w);
    }

    /** The arc tangent in radians. */
    public static double atan(double x) {
        double magnitude = Math.abs(x);
        int high = Words.high(magnitude);
        if (high >= HIGH_2_66) {
            return Double.isNaN(x) ? x + x : x > 0 ? PI_2 + PI_2_TAIL : -PI_2 - PI_2_TAIL;
        }
        if (high < HIGH_7_16) {
            return high < HIGH_2_MINUS_29 ? x : x - x * series(x * x);
        }
        double result;
        if (high < HIGH_11_16) {
            result = shifted((2.0 * magnitude - 1.0) / (2.0 + magnitude), ATAN_HALF, ATAN_HALF_TAIL);
        } else if (high < HIGH_19_16) {
            result = shifted((magnitude - 1.0) / (magnitude + 1.0), PI_4, ATAN_ONE_TAIL);
        } else if (high < HIGH_39_16) {
            result = shifted((magnitude - 1.5) / (1.0 + 1.5 * magnitude), ATAN_THREE_HALVES, ATAN_THREE_HALVES_TAIL);
        } else {
            result = shifted(-1.0 / magnitude, PI_2, PI_2_TAIL);
        }
        return x < 0 ? -result : result;
    }

    private static double series(double z) {
        double w = z * z;
        double odd = z * (A0 + w * (A2 + w * (A4 + w * (A6 + w * (A8 + w * A10)))));
        double even = w * (A1 + w * (A3 + w * (A5 + w * (A7 + w * A9))));
        return odd + even;
    }

    /** base + tail + atan(x). */
    private static double shifted(double x, double base, double tail) {
        return base - (x * series(x * x) - tail - x);
    }

    /** The angle of the point (x, y) in radians, from -pi to pi. */
    public static double atan2(double y, double x) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return x + y;
        }
        if (x == 1.0) {
            return atan(y);
        }
        boolean isLeft = Words.high(x) < 0;
        boolean isBelow = Words.high(y) < 0;
        if (y == 0) {
            return isLeft ? isBelow ? -PI : PI : y;
        }
        if (x == 0) {
            return isBelow ? -PI_2 : PI_2;
        }
        if (Double.isInfinite(x)) {
            double angle = Double.isInfinite(y) ? isLeft ? 3.0 * PI_4 : PI_4 : isLeft ? PI : 0.0;
            return isBelow ? -angle : angle;
        }
        if (Double.isInfinite(y)) {
            return isBelow ? -PI_2 : PI_2;
        }
        int exponents = (Words.high(y) & Words.MAGNITUDE) - (Words.high(x) & Words.MAGNITUDE) >> 20;
        double angle;
        if (exponents > 60) {
            angle = PI_2 + 0.5 * PI_TAIL;
        } else if (isLeft && exponents < -60) {
            angle = 0.0;
        } else {
            angle = atan(Math.abs(y / x));
        }
        if (isLeft) {
            return isBelow ? angle - PI_TAIL - PI : PI - (angle - PI_TAIL);
        }
        return isBelow ? -angle : angle;
    }
}
