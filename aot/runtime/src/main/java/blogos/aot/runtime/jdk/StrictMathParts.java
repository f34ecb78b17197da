package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.jdk.math.Hyperbolics;
import blogos.aot.runtime.jdk.math.InverseTrigonometry;
import blogos.aot.runtime.jdk.math.Logarithms;
import blogos.aot.runtime.jdk.math.Trigonometry;

/** The native methods of {@code java.lang.StrictMath}; the square root is the compiler's. */
@Replace("java.lang.StrictMath")
final class StrictMathParts {
    private StrictMathParts() {}

    @Replace
    public static double sin(double x) {
        return Trigonometry.sin(x);
    }

    @Replace
    public static double cos(double x) {
        return Trigonometry.cos(x);
    }

    @Replace
    public static double tan(double x) {
        return Trigonometry.tan(x);
    }

    @Replace
    public static double asin(double x) {
        return InverseTrigonometry.asin(x);
    }

    @Replace
    public static double acos(double x) {
        return InverseTrigonometry.acos(x);
    }

    @Replace
    public static double atan(double x) {
        return InverseTrigonometry.atan(x);
    }

    @Replace
    public static double atan2(double y, double x) {
        return InverseTrigonometry.atan2(y, x);
    }

    @Replace
    public static double log(double x) {
        return Logarithms.log(x);
    }

    @Replace
    public static double log10(double x) {
        return Logarithms.log10(x);
    }

    @Replace
    public static double log1p(double x) {
        return Logarithms.log1p(x);
    }

    @Replace
    public static double expm1(double x) {
        return Hyperbolics.expm1(x);
    }

    @Replace
    public static double sinh(double x) {
        return Hyperbolics.sinh(x);
    }

    @Replace
    public static double cosh(double x) {
        return Hyperbolics.cosh(x);
    }

    @Replace
    public static double tanh(double x) {
        return Hyperbolics.tanh(x);
    }

    @Replace
    public static double IEEEremainder(double x, double p) {
        return Hyperbolics.remainder(x, p);
    }
}
