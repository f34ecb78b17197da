package blogos.aot.runtime.jdk.format;

import java.io.IOException;

/** What all numbers share when they are printed: signs, grouping, padding. */
final class Magnitude {
    private static final int GROUP_SIZE = 3;

    private Magnitude() {}

    /** Appends what stands before the digits. */
    static void leadingSign(FormatSpecifier specifier, StringBuilder out, boolean isNegative) {
        if (isNegative) {
            out.append(specifier.has(FormatFlags.PARENTHESES) ? '(' : '-');
        } else if (specifier.has(FormatFlags.PLUS)) {
            out.append('+');
        } else if (specifier.has(FormatFlags.LEADING_SPACE)) {
            out.append(' ');
        }
    }

    /** Appends what stands behind the digits. */
    static void trailingSign(FormatSpecifier specifier, StringBuilder out, boolean isNegative) {
        if (isNegative && specifier.has(FormatFlags.PARENTHESES)) {
            out.append(')');
        }
    }

    /** The width that is left for sign and digits when {@code reserved} characters follow them; NONE stays NONE. */
    static int width(FormatSpecifier specifier, int reserved, boolean isNegative) {
        if (specifier.width() == FormatSpecifier.NONE) {
            return FormatSpecifier.NONE;
        }
        return specifier.width() - reserved - (isNegative && specifier.has(FormatFlags.PARENTHESES) ? 1 : 0);
    }

    /**
     * Appends decimal digits, which may contain a point, with grouping, and zeros in front until {@code out} has the
     * width.
     */
    static void append(FormatSpecifier specifier, StringBuilder out, CharSequence digits, int width) {
        int begin = out.length();
        int length = digits.length();
        int point = 0;
        while (point < length && digits.charAt(point) != '.') {
            point++;
        }
        boolean isGrouped = specifier.has(FormatFlags.GROUP);
        for (int i = 0; i < length; i++) {
            out.append(digits.charAt(i));
            if (isGrouped && i < point - 1 && (point - i) % GROUP_SIZE == 1) {
                out.append(',');
            }
        }
        if (width != FormatSpecifier.NONE && specifier.has(FormatFlags.ZERO_PAD) && out.length() < width) {
            out.insert(begin, "0".repeat(width - out.length()));
        }
    }

    /** Appends zeros behind the point until there are {@code count} digits, and the point if that takes one. */
    static void padFraction(StringBuilder digits, int count) {
        int point = digits.indexOf(".");
        int present = point < 0 ? 0 : digits.length() - point - 1;
        if (present >= count) {
            return;
        }
        if (point < 0) {
            digits.append('.');
        }
        zeros(digits, count - present);
    }

    static void zeros(StringBuilder out, int count) {
        for (int i = 0; i < count; i++) {
            out.append('0');
        }
    }

    /** Prints text padded with spaces to the specifier's width. */
    static void justify(FormatSpecifier specifier, Appendable out, CharSequence text) throws IOException {
        int spaces = specifier.width() - text.length();
        if (spaces <= 0) {
            out.append(text);
            return;
        }
        StringBuilder padded = new StringBuilder(specifier.width());
        if (specifier.has(FormatFlags.LEFT_JUSTIFY)) {
            out.append(padded.append(text).append(" ".repeat(spaces)));
        } else {
            out.append(padded.append(" ".repeat(spaces)).append(text));
        }
    }
}
