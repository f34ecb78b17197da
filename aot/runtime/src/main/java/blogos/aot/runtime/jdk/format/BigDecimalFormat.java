package blogos.aot.runtime.jdk.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The conversions e, f and g of BigDecimal. */
final class BigDecimalFormat {
    private static final int DEFAULT_PRECISION = 6;

    private BigDecimalFormat() {}

    static void print(FormatSpecifier specifier, Appendable out, BigDecimal value) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean isNegative = value.signum() < 0;
        BigDecimal magnitude = value.abs();
        int precision = specifier.precision() == FormatSpecifier.NONE ? DEFAULT_PRECISION : specifier.precision();
        Magnitude.leadingSign(specifier, text, isNegative);
        switch (specifier.conversion()) {
            case 'e' -> appendScientific(specifier, text, magnitude, precision, isNegative);
            case 'f' -> appendFixed(specifier, text, magnitude, precision, isNegative);
            case 'g' -> appendGeneral(specifier, text, magnitude, precision == 0 ? 1 : precision, isNegative);
            default -> throw specifier.cannotConvert(value);
        }
        Magnitude.trailingSign(specifier, text, isNegative);
        Magnitude.justify(specifier, out, text);
    }

    /** Rounds first, then fixed for numbers from 10^-4 to before 10^precision, and for 0 of scale 0. */
    private static void appendGeneral(
            FormatSpecifier specifier, StringBuilder text, BigDecimal exact, int precision, boolean isNegative) {
        BigDecimal value = exact.round(new MathContext(precision));
        BigDecimal limit = BigDecimal.valueOf(1, -precision);
        boolean isFixed = value.equals(BigDecimal.ZERO)
                || value.compareTo(BigDecimal.valueOf(1, 4)) >= 0 && value.compareTo(limit) < 0;
        if (isFixed) {
            int exponent = value.precision() - 1 - value.scale();
            appendFixed(specifier, text, value, precision - exponent - 1, isNegative);
        } else {
            appendScientific(specifier, text, value, precision - 1, isNegative);
        }
    }

    private static void appendFixed(
            FormatSpecifier specifier, StringBuilder text, BigDecimal value, int precision, boolean isNegative) {
        StringBuilder digits = new StringBuilder(value.setScale(precision, RoundingMode.HALF_UP).toPlainString());
        if (precision == 0 && specifier.has(FormatFlags.ALTERNATE)) {
            digits.append('.');
        }
        Magnitude.append(specifier, text, digits, Magnitude.width(specifier, 0, isNegative));
    }

    private static void appendScientific(
            FormatSpecifier specifier, StringBuilder text, BigDecimal value, int precision, boolean isNegative) {
        BigDecimal rounded = value.round(new MathContext(precision + 1));
        BigInteger unscaled = rounded.unscaledValue();
        String all = unscaled.toString();
        long exponent = -(long) rounded.scale() + all.length() - 1;
        StringBuilder digits = new StringBuilder(all);
        if (all.length() > 1) {
            digits.insert(1, '.');
        }
        Magnitude.padFraction(digits, precision);
        if (precision == 0 && specifier.has(FormatFlags.ALTERNATE)) {
            digits.append('.');
        }
        String power = Long.toString(Math.abs(exponent));
        String suffix = (exponent < 0 ? "-" : "+") + (power.length() < 2 ? "0" : "") + power;
        Magnitude.append(specifier, text, digits, Magnitude.width(specifier, suffix.length() + 1, isNegative));
        text.append(specifier.has(FormatFlags.UPPERCASE) ? 'E' : 'e').append(suffix);
    }
}
