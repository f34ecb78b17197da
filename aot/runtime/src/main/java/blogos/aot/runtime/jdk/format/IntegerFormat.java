package blogos.aot.runtime.jdk.format;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Locale;

/** The conversions d, o and x. */
final class IntegerFormat {
    private IntegerFormat() {}

    /**
     * Prints a number; {@code bits} is the size of its type, which octal and hexadecimal forms of negative numbers
     * show.
     */
    static void print(FormatSpecifier specifier, Appendable out, long value, int bits) throws IOException {
        StringBuilder text = new StringBuilder();
        if (specifier.conversion() == 'd') {
            boolean isNegative = value < 0;
            String digits = Long.toString(value);
            Magnitude.leadingSign(specifier, text, isNegative);
            String magnitude = isNegative ? digits.substring(1) : digits;
            Magnitude.append(specifier, text, magnitude, Magnitude.width(specifier, 0, isNegative));
            Magnitude.trailingSign(specifier, text, isNegative);
        } else {
            specifier.refuse(FormatFlags.PARENTHESES, FormatFlags.LEADING_SPACE, FormatFlags.PLUS);
            long unsigned = bits == Long.SIZE ? value : value & (1L << bits) - 1;
            boolean isOctal = specifier.conversion() == 'o';
            appendRadix(specifier, text, isOctal ? Long.toOctalString(unsigned) : Long.toHexString(unsigned), 0);
        }
        Magnitude.justify(specifier, out, text);
    }

    /** Prints a number of any size; octal and hexadecimal forms carry a sign. */
    static void print(FormatSpecifier specifier, Appendable out, BigInteger value) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean isNegative = value.signum() < 0;
        BigInteger magnitude = value.abs();
        Magnitude.leadingSign(specifier, text, isNegative);
        if (specifier.conversion() == 'd') {
            int width = Magnitude.width(specifier, 0, isNegative);
            Magnitude.append(specifier, text, magnitude.toString(), width);
        } else {
            int after = isNegative && specifier.has(FormatFlags.PARENTHESES) ? 1 : 0;
            appendRadix(specifier, text, magnitude.toString(specifier.conversion() == 'o' ? 8 : 16), after);
        }
        Magnitude.trailingSign(specifier, text, isNegative);
        Magnitude.justify(specifier, out, text);
    }

    /** Appends octal or hexadecimal digits with prefix and padding; {@code after} characters will follow. */
    private static void appendRadix(FormatSpecifier specifier, StringBuilder text, String digits, int after) {
        boolean isUpper = specifier.has(FormatFlags.UPPERCASE);
        if (specifier.has(FormatFlags.ALTERNATE)) {
            text.append(specifier.conversion() == 'o' ? "0" : isUpper ? "0X" : "0x");
        }
        if (specifier.has(FormatFlags.ZERO_PAD)) {
            Magnitude.zeros(text, specifier.width() - text.length() - digits.length() - after);
        }
        text.append(isUpper ? digits.toUpperCase(Locale.ROOT) : digits);
    }
}
