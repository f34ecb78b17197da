package blogos.aot.runtime.jdk.format;

import java.util.DuplicateFormatFlagsException;

/** Sets of format flags: bits with the values of {@code java.util.FormattableFlags}. */
final class FormatFlags {
    static final int LEFT_JUSTIFY = 1;
    static final int UPPERCASE = 1 << 1;
    static final int ALTERNATE = 1 << 2;
    static final int PLUS = 1 << 3;
    static final int LEADING_SPACE = 1 << 4;
    static final int ZERO_PAD = 1 << 5;
    static final int GROUP = 1 << 6;
    static final int PARENTHESES = 1 << 7;
    static final int PREVIOUS = 1 << 8;

    /** The flags' characters in the order of their bits. */
    private static final String CHARACTERS = "-^#+ 0,(<";

    private FormatFlags() {}

    /** Whether a character in a specifier is a flag; the one for UPPERCASE only appears in messages. */
    static boolean isFlag(char c) {
        return c != '^' && CHARACTERS.indexOf(c) >= 0;
    }

    static int parse(String format, int from, int to) {
        int flags = 0;
        for (int i = from; i < to; i++) {
            int flag = 1 << CHARACTERS.indexOf(format.charAt(i));
            if ((flags & flag) != 0) {
                throw new DuplicateFormatFlagsException(toString(flag));
            }
            flags |= flag;
        }
        return flags;
    }

    static String toString(int flags) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS.length(); i++) {
            if ((flags & 1 << i) != 0) {
                text.append(CHARACTERS.charAt(i));
            }
        }
        return text.toString();
    }
}
