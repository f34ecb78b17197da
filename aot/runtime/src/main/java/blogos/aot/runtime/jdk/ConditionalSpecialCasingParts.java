package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Replace;
import java.util.Locale;

/**
 * Parts of {@code java.lang.ConditionalSpecialCasing}: the language-independent special cases of Unicode's
 * SpecialCasing.txt, final sigma and dotted capital I. The rules for Turkish, Azeri and Lithuanian are left out.
 */
@Replace("java.lang.ConditionalSpecialCasing")
final class ConditionalSpecialCasingParts {
    private static final int CAPITAL_SIGMA = 0x3a3;
    private static final int SMALL_SIGMA = 0x3c3;
    private static final int FINAL_SIGMA = 0x3c2;
    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final char COMBINING_DOT_ABOVE = 0x307;

    /** What stands for a case mapping to several characters. */
    private static final int SEVERAL = -1;

    private ConditionalSpecialCasingParts() {}

    @Replace
    static int toLowerCaseEx(String text, int index, Locale locale) {
        int c = text.codePointAt(index);
        if (c == CAPITAL_SIGMA) {
            return isFinal(text, index) ? FINAL_SIGMA : SMALL_SIGMA;
        }
        return c == DOTTED_CAPITAL_I ? SEVERAL : Character.toLowerCase(c);
    }

    @Replace
    static char[] toLowerCaseCharArray(String text, int index, Locale locale) {
        int c = text.codePointAt(index);
        return c == DOTTED_CAPITAL_I
                ? new char[] {'i', COMBINING_DOT_ABOVE}
                : Character.toChars(Character.toLowerCase(c));
    }

    @Replace
    static int toUpperCaseEx(String text, int index, Locale locale) {
        return Character.toUpperCase(text.codePointAt(index));
    }

    @Replace
    static char[] toUpperCaseCharArray(String text, int index, Locale locale) {
        return Character.toChars(Character.toUpperCase(text.codePointAt(index)));
    }

    /** Whether a letter precedes and none follows. */
    @Add
    private static boolean isFinal(String text, int index) {
        boolean after = index > 0 && Character.isLetter(text.codePointBefore(index));
        boolean before = index + 1 < text.length() && Character.isLetter(text.codePointAt(index + 1));
        return after && !before;
    }
}
