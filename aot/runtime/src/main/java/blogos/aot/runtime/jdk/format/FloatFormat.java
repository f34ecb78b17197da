package blogos.aot.runtime.jdk.format;

import java.io.IOException;
import java.util.Locale;
import jdk.internal.math.FormattedFloatingDecimal;
import jdk.internal.math.FormattedFloatingDecimal.Form;

/** The conversions e, f, g and a of float and double. */
final class FloatFormat {
    private static final int DEFAULT_PRECISION = 6;

    /** From this precision on a hexadecimal form has all digits of a double. */
    private static final int ALL_HEX_DIGITS = 13;

    private static final int FRACTION_BITS = 52;

    private FloatFormat() {}

    static void print(FormatSpecifier specifier, Appendable out, double value) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean isUpper = specifier.has(FormatFlags.UPPERCASE);
        if (Double.isNaN(value)) {
            text.append(isUpper ? "NAN" : "NaN");
        } else {
            boolean isNegative = Double.compare(value, 0.0) < 0;
            double magnitude = Math.abs(value);
            Magnitude.leadingSign(specifier, text, isNegative);
            if (Double.isInfinite(magnitude)) {
                text.append(isUpper ? "INFINITY" : "Infinity");
            } else {
                appendFinite(specifier, text, magnitude, isNegative);
            }
            Magnitude.trailingSign(specifier, text, isNegative);
        }
        Magnitude.justify(specifier, out, text);
    }

    private static void appendFinite(FormatSpecifier specifier, StringBuilder text, double value, boolean isNegative) {
        int given = specifier.precision();
        int precision = given == FormatSpecifier.NONE ? DEFAULT_PRECISION : given;
        switch (specifier.conversion()) {
            case 'e' -> {
                FormattedFloatingDecimal decimal = FormattedFloatingDecimal.valueOf(value, precision, Form.SCIENTIFIC);
                char[] exponent = value == 0.0 ? new char[] {'+', '0', '0'} : decimal.getExponent();
                append(specifier, text, digits(decimal), precision, exponent, isNegative);
            }
            case 'f' -> {
                Form form = Form.DECIMAL_FLOAT;
                FormattedFloatingDecimal decimal = FormattedFloatingDecimal.valueOf(value, precision, form);
                append(specifier, text, digits(decimal), precision, null, isNegative);
            }
            case 'g' -> appendGeneral(specifier, text, value, precision == 0 ? 1 : precision, isNegative);
            default -> appendHex(specifier, text, value, given == FormatSpecifier.NONE ? 0 : Math.max(given, 1));
        }
    }

    private static void appendGeneral(
            FormatSpecifier specifier, StringBuilder text, double value, int precision, boolean isNegative) {
        if (value == 0.0) {
            append(specifier, text, new StringBuilder("0"), precision - 1, null, isNegative);
            return;
        }
        FormattedFloatingDecimal decimal = FormattedFloatingDecimal.valueOf(value, precision, Form.GENERAL);
        char[] exponent = decimal.getExponent();
        int fraction = exponent != null ? precision - 1 : precision - decimal.getExponentRounded() - 1;
        append(specifier, text, digits(decimal), fraction, exponent, isNegative);
    }

    private static StringBuilder digits(FormattedFloatingDecimal decimal) {
        return new StringBuilder().append(decimal.getMantissa());
    }

    /** Appends digits filled up to a number of fraction digits, and the exponent (sign and digits) if there is one. */
    private static void append(
            FormatSpecifier specifier,
            StringBuilder text,
            StringBuilder digits,
            int fraction,
            char[] exponent,
            boolean isNegative) {
        Magnitude.padFraction(digits, fraction);
        if (specifier.has(FormatFlags.ALTERNATE) && fraction == 0) {
            digits.append('.');
        }
        int reserved = exponent == null ? 0 : exponent.length + 1;
        Magnitude.append(specifier, text, digits, Magnitude.width(specifier, reserved, isNegative));
        if (exponent != null) {
            text.append(specifier.has(FormatFlags.UPPERCASE) ? 'E' : 'e').append(exponent);
        }
    }

    private static void appendHex(FormatSpecifier specifier, StringBuilder text, double value, int precision) {
        boolean isUpper = specifier.has(FormatFlags.UPPERCASE);
        boolean isRounded = value != 0.0 && precision != 0 && precision < ALL_HEX_DIGITS;
        String all = isRounded ? roundedHex(value, precision) : Double.toHexString(value).substring(2);
        text.append("0x");
        if (specifier.has(FormatFlags.ZERO_PAD)) {
            Magnitude.zeros(text, specifier.width() - all.length() - text.length());
        }
        int exponentAt = all.indexOf('p');
        StringBuilder digits = new StringBuilder(all.substring(0, exponentAt));
        if (precision != 0) {
            Magnitude.padFraction(digits, precision);
        }
        text.append(digits).append(all.substring(exponentAt));
        if (isUpper) {
            String upper = text.toString().toUpperCase(Locale.ROOT);
            text.setLength(0);
            text.append(upper);
        }
    }

    /**
     * Hexadecimal digits of a number above 0, rounded half to even to {@code precision} fraction digits. Subnormal
     * numbers are shown normalised.
     */
    private static String roundedHex(double value, int precision) {
        long bits = Double.doubleToLongBits(value);
        boolean isSubnormal = Math.getExponent(value) < Double.MIN_EXPONENT;
        int scaling = isSubnormal ? FRACTION_BITS + 2 : 0;
        if (isSubnormal) {
            bits = Double.doubleToLongBits(Math.scalb(value, scaling));
        }
        int dropped = FRACTION_BITS - precision * 4;
        long kept = bits >>> dropped;
        long rest = bits & (1L << dropped) - 1;
        long half = 1L << dropped - 1;
        if (rest > half || rest == half && (kept & 1) != 0) {
            kept++;
        }
        double rounded = Double.longBitsToDouble(kept << dropped);
        if (Double.isInfinite(rounded)) {
            return "1.0p1024";
        }
        String text = Double.toHexString(rounded).substring(2);
        if (!isSubnormal) {
            return text;
        }
        int exponentAt = text.indexOf('p') + 1;
        return text.substring(0, exponentAt) + (Integer.parseInt(text.substring(exponentAt)) - scaling);
    }
}
