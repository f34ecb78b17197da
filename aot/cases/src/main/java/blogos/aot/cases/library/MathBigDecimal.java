package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** java.math.BigDecimal. */
public final class MathBigDecimal {
    private static final String[] NUMBERS = {
        "0", "1.50", "-2.345", "1E+3", "1E-10", "99999999999999999999.99", "0.000", "-7", "123456789.987654321"
    };

    private MathBigDecimal() {}

    public static void main(String[] arguments) {
        Cases.run("printing", MathBigDecimal::printing);
        Cases.run("arithmetic", MathBigDecimal::arithmetic);
        Cases.run("division", MathBigDecimal::division);
        Cases.run("roundingModes", MathBigDecimal::roundingModes);
        Cases.run("contexts", MathBigDecimal::contexts);
        Cases.run("scales", MathBigDecimal::scales);
        Cases.run("equality", MathBigDecimal::equality);
        Cases.run("conversions", MathBigDecimal::conversions);
        Cases.run("powersAndRoots", MathBigDecimal::powersAndRoots);
        Cases.run("failures", MathBigDecimal::failures);
    }

    static void printing() {
        for (String number : NUMBERS) {
            BigDecimal n = new BigDecimal(number);
            System.out.println(n + " " + n.toPlainString() + " " + n.toEngineeringString() + " " + n.scale() + " "
                    + n.precision() + " " + n.unscaledValue() + " " + n.signum());
        }
        System.out.println(new BigDecimal(0.1) + " " + BigDecimal.valueOf(0.1) + " " + BigDecimal.valueOf(125, 2) + " "
                + new BigDecimal(new BigInteger("12345"), -2));
    }

    static void arithmetic() {
        for (String a : NUMBERS) {
            for (String b : NUMBERS) {
                BigDecimal x = new BigDecimal(a);
                BigDecimal y = new BigDecimal(b);
                System.out.println(x.add(y) + " " + x.subtract(y) + " " + x.multiply(y));
            }
        }
    }

    static void division() {
        for (String a : NUMBERS) {
            for (String b : NUMBERS) {
                BigDecimal x = new BigDecimal(a);
                BigDecimal y = new BigDecimal(b);
                if (y.signum() != 0) {
                    System.out.println(x.divide(y, 5, RoundingMode.HALF_UP) + " " + x.divide(y, MathContext.DECIMAL32)
                            + " " + x.remainder(y) + " " + x.divideToIntegralValue(y));
                }
            }
        }
    }

    static void roundingModes() {
        String[] values = {"5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5"};
        for (RoundingMode mode : RoundingMode.values()) {
            if (mode == RoundingMode.UNNECESSARY) {
                continue;
            }
            StringBuilder line = new StringBuilder(mode.toString());
            for (String value : values) {
                line.append(' ').append(new BigDecimal(value).setScale(0, mode));
            }
            System.out.println(line);
        }
    }

    static void contexts() {
        BigDecimal third = BigDecimal.ONE.divide(new BigDecimal(3), new MathContext(30));
        System.out.println(third + " " + third.round(new MathContext(5)) + " " + MathContext.DECIMAL64 + " "
                + new BigDecimal("123456").round(new MathContext(2)) + " "
                + new BigDecimal("2").multiply(third, MathContext.DECIMAL32));
    }

    static void scales() {
        System.out.println(new BigDecimal("1.2300").stripTrailingZeros() + " "
                + new BigDecimal("1200").stripTrailingZeros().toPlainString() + " "
                + new BigDecimal("1.5").movePointLeft(3)
                + " " + new BigDecimal("1.5").movePointRight(3) + " " + new BigDecimal("1.5").setScale(4) + " "
                + new BigDecimal("15").scaleByPowerOfTen(3) + " "
                + new BigDecimal("1.5").negate().abs().ulp());
    }

    static void equality() {
        BigDecimal a = new BigDecimal("2.0");
        BigDecimal b = new BigDecimal("2.00");
        System.out.println(a.equals(b) + " " + a.compareTo(b) + " " + a.hashCode() + " " + b.hashCode() + " " + a.max(b)
                + " " + a.min(b));
    }

    static void conversions() {
        for (String number : NUMBERS) {
            BigDecimal n = new BigDecimal(number);
            System.out.println(n.intValue() + " " + n.longValue() + " " + n.doubleValue() + " " + n.floatValue() + " "
                    + n.toBigInteger());
        }
    }

    static void powersAndRoots() {
        System.out.println(new BigDecimal("1.01").pow(20) + " " + new BigDecimal("2").sqrt(new MathContext(40)) + " "
                + new BigDecimal("-1.5").pow(3));
    }

    static void failures() {
        Cases.thrown("non-terminating", () -> BigDecimal.ONE.divide(new BigDecimal(3)));
        Cases.thrown("zero", () -> BigDecimal.ONE.divide(BigDecimal.ZERO));
        Cases.thrown("rounding", () -> new BigDecimal("1.25").setScale(1));
        Cases.thrown("exact", () -> new BigDecimal("1.5").intValueExact());
        Cases.thrown("nan", () -> new BigDecimal(Double.NaN));
    }
}
