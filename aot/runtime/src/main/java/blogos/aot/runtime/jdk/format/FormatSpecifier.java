package blogos.aot.runtime.jdk.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.FormatFlagsConversionMismatchException;
import java.util.Formattable;
import java.util.Formatter;
import java.util.IllegalFormatCodePointException;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatFlagsException;
import java.util.IllegalFormatPrecisionException;
import java.util.IllegalFormatWidthException;
import java.util.Locale;
import java.util.MissingFormatWidthException;
import java.util.UnknownFormatConversionException;

/** One specifier of a format: which argument, and how to print it. */
final class FormatSpecifier {
    /** Index: the next argument. */
    static final int ORDINARY = 0;

    /** Index: the argument before. */
    static final int PREVIOUS = -1;

    /** Index: none, the specifier stands for fixed text. */
    static final int NO_ARGUMENT = -2;

    /** Width or precision that is not given. */
    static final int NONE = -1;

    private static final int[] NUMERIC_FLAGS = {
        FormatFlags.PLUS, FormatFlags.LEADING_SPACE, FormatFlags.ZERO_PAD, FormatFlags.GROUP, FormatFlags.PARENTHESES,
    };

    private static final String CONVERSIONS = "bBhHsScCdoxXeEgGfaA%n";

    private final boolean isTime;
    private final char conversion;
    private int index;
    private int flags;
    private int width = NONE;
    private int precision = NONE;

    /** A specifier that is a conversion alone. */
    FormatSpecifier(char conversion) {
        this.isTime = false;
        this.conversion = Character.toLowerCase(conversion);
        this.flags = Character.isUpperCase(conversion) ? FormatFlags.UPPERCASE : 0;
        this.index = isText() ? NO_ARGUMENT : ORDINARY;
    }

    FormatSpecifier(int index, int flags, int width, int precision, boolean isTime, char conversion) {
        this.isTime = isTime;
        this.index = (flags & FormatFlags.PREVIOUS) != 0 ? PREVIOUS : index;
        this.width = width;
        this.precision = precision;
        this.flags = flags;
        if (isTime) {
            throw new UnsupportedOperationException("date and time formats");
        }
        if (!isConversion(conversion)) {
            throw new UnknownFormatConversionException(String.valueOf(conversion));
        }
        this.conversion = Character.toLowerCase(conversion);
        if (Character.isUpperCase(conversion)) {
            this.flags |= FormatFlags.UPPERCASE;
        }
        if (isText()) {
            this.index = NO_ARGUMENT;
        }
        check();
    }

    /** Whether a character is a conversion. */
    static boolean isConversion(char c) {
        return CONVERSIONS.indexOf(c) >= 0;
    }

    /** One of the constants, or the number of the argument from 1 on. */
    int index() {
        return index;
    }

    private boolean isText() {
        return conversion == '%' || conversion == 'n';
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    int width() {
        return width;
    }

    int precision() {
        return precision;
    }

    char conversion() {
        return conversion;
    }

    private void check() {
        switch (conversion) {
            case 'b', 'h', 's' -> checkGeneral();
            case 'c' -> checkCharacter();
            case 'd', 'o', 'x' -> checkInteger();
            case 'e', 'g', 'f', 'a' -> checkFloat();
            default -> checkText();
        }
    }

    private void checkGeneral() {
        if (conversion != 's') {
            refuse(FormatFlags.ALTERNATE);
        }
        requireWidth(FormatFlags.LEFT_JUSTIFY);
        refuse(NUMERIC_FLAGS);
    }

    private void checkCharacter() {
        refusePrecision();
        refuse(FormatFlags.ALTERNATE);
        refuse(NUMERIC_FLAGS);
        requireWidth(FormatFlags.LEFT_JUSTIFY);
    }

    private void checkInteger() {
        checkNumeric();
        refusePrecision();
        refuse(conversion == 'd' ? FormatFlags.ALTERNATE : FormatFlags.GROUP);
    }

    private void checkFloat() {
        checkNumeric();
        switch (conversion) {
            case 'a' -> refuse(FormatFlags.PARENTHESES, FormatFlags.GROUP);
            case 'e' -> refuse(FormatFlags.GROUP);
            case 'g' -> refuse(FormatFlags.ALTERNATE);
            default -> {}
        }
    }

    private void checkNumeric() {
        requireWidth(FormatFlags.LEFT_JUSTIFY | FormatFlags.ZERO_PAD);
        boolean contradictory = has(FormatFlags.PLUS) && has(FormatFlags.LEADING_SPACE)
                || has(FormatFlags.LEFT_JUSTIFY) && has(FormatFlags.ZERO_PAD);
        if (contradictory) {
            throw new IllegalFormatFlagsException(FormatFlags.toString(flags));
        }
    }

    private void checkText() {
        refusePrecision();
        if (conversion == 'n' && width != NONE) {
            throw new IllegalFormatWidthException(width);
        }
        if (flags != 0 && (conversion == 'n' || flags != FormatFlags.LEFT_JUSTIFY)) {
            throw new IllegalFormatFlagsException(FormatFlags.toString(flags));
        }
        requireWidth(FormatFlags.LEFT_JUSTIFY);
    }

    private void requireWidth(int forFlags) {
        if (width == NONE && has(forFlags)) {
            throw new MissingFormatWidthException(toString());
        }
    }

    private void refusePrecision() {
        if (precision != NONE) {
            throw new IllegalFormatPrecisionException(precision);
        }
    }

    /** Throws if one of the flags is set, naming the first. */
    void refuse(int... refused) {
        for (int flag : refused) {
            if (has(flag)) {
                throw new FormatFlagsConversionMismatchException(FormatFlags.toString(flag), conversion);
            }
        }
    }

    IllegalFormatConversionException cannotConvert(Object argument) {
        return new IllegalFormatConversionException(conversion, argument.getClass());
    }

    /** Prints an argument to {@code out}, on behalf of a formatter. */
    void print(JavaFormatter formatter, Appendable out, Locale locale, Object argument) throws IOException {
        switch (conversion) {
            case 'd', 'o', 'x' -> printInteger(out, argument);
            case 'e', 'g', 'f', 'a' -> printFloat(out, argument);
            case 'c' -> printCharacter(out, argument);
            case 'b' -> printText(out, Boolean.toString(argument instanceof Boolean b ? b : argument != null));
            case 'h' -> printText(out, argument == null ? "null" : Integer.toHexString(argument.hashCode()));
            case 'n' -> out.append("\n");
            case '%' -> Magnitude.justify(this, out, "%");
            default -> printString(formatter, out, locale, argument);
        }
    }

    private void printInteger(Appendable out, Object argument) throws IOException {
        if (argument == null) {
            printText(out, "null");
        } else if (argument instanceof Byte value) {
            IntegerFormat.print(this, out, value, 8);
        } else if (argument instanceof Short value) {
            IntegerFormat.print(this, out, value, 16);
        } else if (argument instanceof Integer value) {
            IntegerFormat.print(this, out, value, 32);
        } else if (argument instanceof Long value) {
            IntegerFormat.print(this, out, value, 64);
        } else if (argument instanceof BigInteger value) {
            IntegerFormat.print(this, out, value);
        } else {
            throw cannotConvert(argument);
        }
    }

    private void printFloat(Appendable out, Object argument) throws IOException {
        if (argument == null) {
            printText(out, "null");
        } else if (argument instanceof Float value) {
            FloatFormat.print(this, out, value);
        } else if (argument instanceof Double value) {
            FloatFormat.print(this, out, value);
        } else if (argument instanceof BigDecimal value) {
            BigDecimalFormat.print(this, out, value);
        } else {
            throw cannotConvert(argument);
        }
    }

    private void printCharacter(Appendable out, Object argument) throws IOException {
        if (argument == null) {
            printText(out, "null");
        } else if (argument instanceof Character) {
            printText(out, argument.toString());
        } else if (argument instanceof Byte || argument instanceof Short || argument instanceof Integer) {
            int codePoint = ((Number) argument).intValue();
            if (!Character.isValidCodePoint(codePoint)) {
                throw new IllegalFormatCodePointException(codePoint);
            }
            printText(out, Character.toString(codePoint));
        } else {
            throw cannotConvert(argument);
        }
    }

    private void printString(JavaFormatter formatter, Appendable out, Locale locale, Object argument)
            throws IOException {
        if (argument instanceof Formattable formattable) {
            Formatter target = formatter.locale() == locale ? formatter.self() : new Formatter(out, locale);
            formattable.formatTo(target, flags & ~FormatFlags.PREVIOUS, width, precision);
            return;
        }
        refuse(FormatFlags.ALTERNATE);
        printText(out, argument == null ? "null" : argument.toString());
    }

    /** Prints text cut to the precision. */
    private void printText(Appendable out, String text) throws IOException {
        String cut = precision != NONE && precision < text.length() ? text.substring(0, precision) : text;
        Magnitude.justify(this, out, has(FormatFlags.UPPERCASE) ? cut.toUpperCase(Locale.ROOT) : cut);
    }

    @Override
    public String toString() {
        boolean isUpper = has(FormatFlags.UPPERCASE);
        StringBuilder text = new StringBuilder("%").append(FormatFlags.toString(flags & ~FormatFlags.UPPERCASE));
        if (index > 0) {
            text.append(index).append('$');
        }
        if (width != NONE) {
            text.append(width);
        }
        if (precision != NONE) {
            text.append('.').append(precision);
        }
        return text.append(isUpper ? Character.toUpperCase(conversion) : conversion).toString();
    }
}
