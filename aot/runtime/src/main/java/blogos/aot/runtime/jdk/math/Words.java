package blogos.aot.runtime.jdk.math;

/** The two 32-bit halves of doubles, in which the algorithms of fdlibm choose their cases. */
final class Words {
    /** Mask of a high word without its sign. */
    static final int MAGNITUDE = 0x7fff_ffff;

    /** High word of infinity; those of NaNs are not less. */
    static final int INFINITY = 0x7ff0_0000;

    private Words() {}

    static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    static int low(double x) {
        return (int) Double.doubleToRawLongBits(x);
    }

    static double of(int high, int low) {
        return Double.longBitsToDouble((long) high << 32 | low & 0xffff_ffffL);
    }

    static double withHigh(double x, int high) {
        return of(high, low(x));
    }

    /** The number with its low word cleared. */
    static double truncated(double x) {
        return of(high(x), 0);
    }

    /** Adds to the binary exponent of a normal number whose result is normal. */
    static double scaled(double x, int exponent) {
        return of(high(x) + (exponent << 20), low(x));
    }
}
