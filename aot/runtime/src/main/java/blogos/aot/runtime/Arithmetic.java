package blogos.aot.runtime;

import blogos.aot.api.NoPoll;

/**
 * Java's arithmetic where neither an instruction nor LLVM has it. Like all code that runs anywhere, it uses no class
 * that would have to be initialised, {@code Math} included.
 */
@NoPoll
public final class Arithmetic {
    private static final long SIGN = 1L << 63;
    private static final long INFINITY = 0x7ffL << 52;
    private static final long IMPLICIT_BIT = 1L << 52;
    private static final int MAX_SHIFT = 10;

    private Arithmetic() {}

    /**
     * The {@code %} operator on doubles (JLS 15.17.3): exact, with the dividend's sign. Long division of the
     * significands, ten quotient bits a step.
     */
    public static double remainder(double dividend, double divisor) {
        long x = Double.doubleToRawLongBits(dividend);
        long y = Double.doubleToRawLongBits(divisor) & ~SIGN;
        long sign = x & SIGN;
        x &= ~SIGN;
        if (y == 0 || x >= INFINITY || y > INFINITY) {
            return Double.NaN;
        }
        if (x < y) {
            return dividend;
        }
        int exponent = exponentOf(x);
        int divisorExponent = exponentOf(y);
        long rest = significand(x);
        long divisorSignificand = significand(y);
        rest %= divisorSignificand;
        while (exponent > divisorExponent && rest != 0) {
            int shift = smaller(exponent - divisorExponent, MAX_SHIFT);
            rest = (rest << shift) % divisorSignificand;
            exponent -= shift;
        }
        return Double.longBitsToDouble(sign | compose(rest, divisorExponent));
    }

    /** The {@code %} operator on floats, which the one on doubles computes exactly. */
    public static float remainder(float dividend, float divisor) {
        return (float) remainder((double) dividend, (double) divisor);
    }

    private static int smaller(int a, int b) {
        return a < b ? a : b;
    }

    /** The biased exponent; 1 for subnormal numbers, whose significands count from there. */
    private static int exponentOf(long bits) {
        int exponent = (int) (bits >>> 52);
        return exponent == 0 ? 1 : exponent;
    }

    private static long significand(long bits) {
        long fraction = bits & (IMPLICIT_BIT - 1);
        return bits >>> 52 == 0 ? fraction : fraction | IMPLICIT_BIT;
    }

    /** The bits of {@code significand * 2^(exponent - 1075)}, where the significand has at most 53 bits. */
    private static long compose(long significand, int exponent) {
        if (significand == 0) {
            return 0;
        }
        int shift = smaller(Long.numberOfLeadingZeros(significand) - 11, exponent - 1);
        long normalised = significand << shift;
        int biased = (normalised & IMPLICIT_BIT) == 0 ? 0 : exponent - shift;
        return (long) biased << 52 | normalised & (IMPLICIT_BIT - 1);
    }
}
