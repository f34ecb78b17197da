package blogos.aot.runtime.jdk.math;

/**
 * Sine, cosine and tangent by the algorithms of fdlibm ({@code k_sin.c}, {@code k_cos.c}, {@code k_tan.c}), with its
 * results to the last bit.
 */
public final class Trigonometry {
    private static final double S1 = -0x1.5555555555549p-3;
    private static final double S2 = 0x1.111111110f8a6p-7;
    private static final double S3 = -0x1.a01a019c161d5p-13;
    private static final double S4 = 0x1.71de357b1fe7dp-19;
    private static final double S5 = -0x1.ae5e68a2b9cebp-26;
    private static final double S6 = 0x1.5d93a5acfd57cp-33;

    private static final double C1 = 0x1.555555555554cp-5;
    private static final double C2 = -0x1.6c16c16c15177p-10;
    private static final double C3 = 0x1.a01a019cb159p-16;
    private static final double C4 = -0x1.27e4f809c52adp-22;
    private static final double C5 = 0x1.1ee9ebdb4b1c4p-29;
    private static final double C6 = -0x1.8fae9be8838d4p-37;

    private static final double T0 = 0x1.5555555555563p-2;
    private static final double T1 = 0x1.111111110fe7ap-3;
    private static final double T2 = 0x1.ba1ba1bb341fep-5;
    private static final double T3 = 0x1.664f48406d637p-6;
    private static final double T4 = 0x1.226e3e96e8493p-7;
    private static final double T5 = 0x1.d6d22c9560328p-9;
    private static final double T6 = 0x1.7dbc8fee08315p-10;
    private static final double T7 = 0x1.344d8f2f26501p-11;
    private static final double T8 = 0x1.026f71a8d1068p-12;
    private static final double T9 = 0x1.47e88a03792a6p-14;
    private static final double T10 = 0x1.2b80f32f0a7e9p-14;
    private static final double T11 = -0x1.375cbdb605373p-16;
    private static final double T12 = 0x1.b2a7074bf7ad4p-16;

    private static final double PI_4 = 0x1.921fb54442d18p-1;
    private static final double PI_4_TAIL = 0x1.1a62633145c07p-55;

    private static final int HIGH_2_MINUS_27 = 0x3e40_0000;
    private static final int HIGH_2_MINUS_28 = 0x3e30_0000;
    private static final int HIGH_0_3 = 0x3fd3_3333;
    private static final int HIGH_0_78125 = 0x3fe9_0000;
    private static final int HIGH_0_6744 = 0x3fe5_9428;

    private Trigonometry() {}

    /** The sine of an angle in radians. */
    public static double sin(double x) {
        AngleReduction angle = new AngleReduction(x);
        return switch (angle.quadrant() & 3) {
            case 0 -> sine(angle.rest(), angle.tail());
            case 1 -> cosine(angle.rest(), angle.tail());
            case 2 -> -sine(angle.rest(), angle.tail());
            default -> -cosine(angle.rest(), angle.tail());
        };
    }

    /** The cosine of an angle in radians. */
    public static double cos(double x) {
        AngleReduction angle = new AngleReduction(x);
        return switch (angle.quadrant() & 3) {
            case 0 -> cosine(angle.rest(), angle.tail());
            case 1 -> -sine(angle.rest(), angle.tail());
            case 2 -> -cosine(angle.rest(), angle.tail());
            default -> sine(angle.rest(), angle.tail());
        };
    }

    /** The tangent of an angle in radians. */
    public static double tan(double x) {
        AngleReduction angle = new AngleReduction(x);
        return tangent(angle.rest(), angle.tail(), (angle.quadrant() & 1) != 0);
    }

    /** Sine of {@code x + y} on [-pi/4, pi/4], where y is the tail of x. */
    private static double sine(double x, double y) {
        if ((Words.high(x) & Words.MAGNITUDE) < HIGH_2_MINUS_27) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
        return y == 0 ? x + v * (S1 + z * r) : x - (z * (0.5 * y - v * r) - y - v * S1);
    }

    private static double cosine(double x, double y) {
        int high = Words.high(x) & Words.MAGNITUDE;
        if (high < HIGH_2_MINUS_27) {
            return 1.0;
        }
        double z = x * x;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        if (high < HIGH_0_3) {
            return 1.0 - (0.5 * z - (z * r - x * y));
        }
        double quarter = high > HIGH_0_78125 ? 0.28125 : Words.of(high - 0x0020_0000, 0);
        double half = 0.5 * z - quarter;
        return 1.0 - quarter - (half - (z * r - x * y));
    }

    /** Tangent of {@code x + y} on [-pi/4, pi/4], or -1 divided by it. */
    private static double tangent(double angle, double tail, boolean isInverse) {
        double x = angle;
        double y = tail;
        int signedHigh = Words.high(x);
        int high = signedHigh & Words.MAGNITUDE;
        if (high < HIGH_2_MINUS_28) {
            if (!isInverse) {
                return x;
            }
            return x == 0 && y == 0 ? 1.0 / Math.abs(x) : negativeInverse(x + y, x, y);
        }
        boolean isLarge = high >= HIGH_0_6744;
        if (isLarge) {
            if (signedHigh < 0) {
                x = -x;
                y = -y;
            }
            x = PI_4 - x + (PI_4_TAIL - y);
            y = 0.0;
        }
        double z = x * x;
        double w = z * z;
        double odd = T1 + w * (T3 + w * (T5 + w * (T7 + w * (T9 + w * T11))));
        double even = z * (T2 + w * (T4 + w * (T6 + w * (T8 + w * (T10 + w * T12)))));
        double s = z * x;
        double r = y + z * (s * (odd + even) + y) + T0 * s;
        double sum = x + r;
        if (isLarge) {
            double v = isInverse ? -1.0 : 1.0;
            return (1 - (signedHigh >> 30 & 2)) * (v - 2.0 * (x - (sum * sum / (sum + v) - r)));
        }
        return isInverse ? negativeInverse(sum, x, r) : sum;
    }

    /** -1 / (x + r), where {@code sum} is x + r rounded. */
    private static double negativeInverse(double sum, double x, double r) {
        double z = Words.truncated(sum);
        double v = r - (z - x);
        double a = -1.0 / sum;
        double t = Words.truncated(a);
        return t + a * (1.0 + t * z + t * v);
    }
}
