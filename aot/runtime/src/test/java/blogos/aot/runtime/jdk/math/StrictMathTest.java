package blogos.aot.runtime.jdk.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Compares with the host's StrictMath, whose results the Java platform fixes to the last bit. */
class StrictMathTest {
    private static final int COUNT = 100_000;

    private static final double[] SPECIAL = {
        0, -0.0, 1, -1, 0.5, -0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
        Double.MAX_VALUE, -Double.MIN_VALUE, Math.PI, Math.PI / 2, Math.PI / 4, 710.4758600739439, 22, -22, 1.5, -2, 2,
        4.9e-320, Double.MIN_NORMAL, -Double.MAX_VALUE,
    };

    private final Random random = new Random(7);

    /**
     * A number from one of several distributions: any bits, normal, multiples of pi/2 and their neighbours, any
     * exponent.
     */
    private double number(int round) {
        return switch (round % 8) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextGaussian();
            case 2 -> random.nextDouble() * 2 - 1;
            case 3 -> (random.nextInt(2_000_000) - 1_000_000) * (Math.PI / 2);
            case 4 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 5 -> (random.nextDouble() - 0.5) * 1500;
            case 6 -> {
                double near = (random.nextInt(80) - 40) * (Math.PI / 2);
                yield near + Math.ulp(near) * random.nextInt(1 << random.nextInt(30));
            }
            default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(2000) - 1000);
        };
    }

    private void compare(String name, DoubleUnaryOperator expected, DoubleUnaryOperator actual) {
        for (int i = 0; i < COUNT; i++) {
            double x = number(i);
            double result = expected.applyAsDouble(x);
            assertEquals(result, actual.applyAsDouble(x), () -> name + "(" + Double.toHexString(x) + ")");
        }
    }

    private void compare(String name, DoubleBinaryOperator expected, DoubleBinaryOperator actual) {
        for (int i = 0; i < COUNT; i++) {
            double x = number(i);
            double y = number(random.nextInt(8));
            assertEquals(
                    expected.applyAsDouble(x, y),
                    actual.applyAsDouble(x, y),
                    () -> name + "(" + Double.toHexString(x) + ", " + Double.toHexString(y) + ")");
        }
    }

    @Test
    void trigonometry() {
        compare("sin", StrictMath::sin, Trigonometry::sin);
        compare("cos", StrictMath::cos, Trigonometry::cos);
        compare("tan", StrictMath::tan, Trigonometry::tan);
    }

    @Test
    void inverseTrigonometry() {
        compare("asin", StrictMath::asin, InverseTrigonometry::asin);
        compare("acos", StrictMath::acos, InverseTrigonometry::acos);
        compare("atan", StrictMath::atan, InverseTrigonometry::atan);
        compare("atan2", StrictMath::atan2, InverseTrigonometry::atan2);
    }

    @Test
    void logarithms() {
        compare("log", StrictMath::log, Logarithms::log);
        compare("log10", StrictMath::log10, Logarithms::log10);
        compare("log1p", StrictMath::log1p, Logarithms::log1p);
    }

    @Test
    void hyperbolics() {
        compare("expm1", StrictMath::expm1, Hyperbolics::expm1);
        compare("sinh", StrictMath::sinh, Hyperbolics::sinh);
        compare("cosh", StrictMath::cosh, Hyperbolics::cosh);
        compare("tanh", StrictMath::tanh, Hyperbolics::tanh);
    }

    @Test
    void remainder() {
        compare("IEEEremainder", StrictMath::IEEEremainder, Hyperbolics::remainder);
    }
}
