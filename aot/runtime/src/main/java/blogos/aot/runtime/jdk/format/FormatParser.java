package blogos.aot.runtime.jdk.format;

import blogos.aot.api.Replace;
import java.util.IllegalFormatPrecisionException;
import java.util.IllegalFormatWidthException;
import java.util.UnknownFormatConversionException;

/** Reads one format specifier: {@code %[index$][flags][width][.precision][t]conversion}. */
final class FormatParser {
    private final String format;
    private final int start;
    private int at;

    /** A parser of the specifier whose percent sign lies before {@code start}, which is inside the format. */
    FormatParser(String format, int start) {
        this.format = format;
        this.start = start;
        this.at = start;
    }

    /** Index of the character behind the specifier. */
    int end() {
        return at;
    }

    FormatSpecifier parse() {
        char first = format.charAt(start);
        if (FormatSpecifier.isConversion(first)) {
            at = start + 1;
            return new FormatSpecifier(first);
        }
        int indexEnd = skipDigits(start);
        boolean hasIndex = indexEnd > start && at(indexEnd) == '$';
        int flagsStart = hasIndex ? indexEnd + 1 : start;
        int flagsEnd = flagsStart;
        while (FormatFlags.isFlag(at(flagsEnd))) {
            flagsEnd++;
        }
        int widthEnd = skipDigits(flagsEnd);
        int precisionEnd = widthEnd;
        if (at(widthEnd) == '.') {
            precisionEnd = skipDigits(widthEnd + 1);
            if (precisionEnd == widthEnd + 1) {
                throw unknown();
            }
        }
        boolean isTime = (at(precisionEnd) == 't' || at(precisionEnd) == 'T') && isLetter(at(precisionEnd + 1));
        int conversionAt = isTime ? precisionEnd + 1 : precisionEnd;
        char conversion = at(conversionAt);
        if (!isLetter(conversion) && conversion != '%') {
            throw unknown();
        }
        at = conversionAt + 1;
        int index = hasIndex ? index(start, indexEnd) : FormatSpecifier.ORDINARY;
        int flags = FormatFlags.parse(format, flagsStart, flagsEnd);
        int width = widthEnd == flagsEnd ? FormatSpecifier.NONE : width(flagsEnd, widthEnd);
        int precision = precisionEnd == widthEnd ? FormatSpecifier.NONE : precision(widthEnd + 1, precisionEnd);
        return new FormatSpecifier(index, flags, width, precision, isTime, conversion);
    }

    private UnknownFormatConversionException unknown() {
        return new UnknownFormatConversionException(String.valueOf(format.charAt(start)));
    }

    /** The character at an index, NUL behind the end. */
    private char at(int index) {
        return index < format.length() ? format.charAt(index) : 0;
    }

    private int skipDigits(int from) {
        int i = from;
        while (at(i) >= '0' && at(i) <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private int index(int from, int to) {
        int index = number(from, to);
        if (index <= 0) {
            throw new IllegalIndex(index);
        }
        return index;
    }

    private int width(int from, int to) {
        int width = number(from, to);
        if (width < 0) {
            throw new IllegalFormatWidthException(width);
        }
        return width;
    }

    private int precision(int from, int to) {
        int precision = number(from, to);
        if (precision < 0) {
            throw new IllegalFormatPrecisionException(precision);
        }
        return precision;
    }

    /** The number in digits; the smallest int if it is too large for one. */
    private int number(int from, int to) {
        try {
            return Integer.parseInt(format, from, to, 10);
        } catch (NumberFormatException e) {
            return Integer.MIN_VALUE;
        }
    }

    /** Names an exception that is not public. */
    @Replace("java.util.IllegalFormatArgumentIndexException")
    private static final class IllegalIndex extends RuntimeException {
        private static final long serialVersionUID = 1;

        IllegalIndex(int index) {
            super(String.valueOf(index));
        }
    }
}
