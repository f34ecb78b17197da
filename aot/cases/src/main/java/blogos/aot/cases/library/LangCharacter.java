package blogos.aot.cases.library;

import blogos.aot.cases.Cases;

/** java.lang.Character. */
public final class LangCharacter {
    private static final char[] CHARS = {
        'a', 'Z', '5', ' ', '\n', '_', '$', '\u00e4', '\u00df', '\u03a9', '\u0663', '\u4e2d', '\u2003', '\u00a0',
        '\ud83d', '\u01c5', '\u0000', '\uffff', '\u00aa', '\u2160'
    };

    private LangCharacter() {}

    public static void main(String[] arguments) {
        Cases.run("categories", LangCharacter::categories);
        Cases.run("conversions", LangCharacter::conversions);
        Cases.run("digits", LangCharacter::digits);
        Cases.run("surrogates", LangCharacter::surrogates);
        Cases.run("identifiers", LangCharacter::identifiers);
        Cases.run("supplementary", LangCharacter::supplementary);
        Cases.run("boxed", LangCharacter::boxed);
        Cases.run("wholePlaneChecksum", LangCharacter::wholePlaneChecksum);
    }

    static void categories() {
        for (char c : CHARS) {
            System.out.println(
                    (int) c + " " + Character.isLetter(c) + Character.isDigit(c) + Character.isLetterOrDigit(c)
                            + Character.isWhitespace(c) + Character.isSpaceChar(c) + Character.isUpperCase(c)
                            + Character.isLowerCase(c) + Character.isTitleCase(c) + Character.isISOControl(c)
                            + Character.isAlphabetic(c) + Character.isDefined(c) + " " + Character.getType(c));
        }
    }

    static void conversions() {
        for (char c : CHARS) {
            System.out.println((int) Character.toUpperCase(c) + " " + (int) Character.toLowerCase(c) + " "
                    + (int) Character.toTitleCase(c));
        }
    }

    static void digits() {
        for (char c : CHARS) {
            System.out.println(
                    Character.digit(c, 10) + " " + Character.digit(c, 36) + " " + Character.getNumericValue(c));
        }
        System.out.println(Character.forDigit(11, 16) + " " + Character.forDigit(3, 10) + " "
                + (int) Character.forDigit(10, 10) + " " + Character.digit('z', 36) + " " + Character.digit('8', 8));
    }

    static void surrogates() {
        char[] pair = Character.toChars(0x1f600);
        System.out.println(pair.length + " " + (int) pair[0] + " " + (int) pair[1] + " "
                + Character.isHighSurrogate(pair[0]) + Character.isLowSurrogate(pair[0])
                + Character.isSurrogatePair(pair[0], pair[1]) + " " + Character.toCodePoint(pair[0], pair[1]) + " "
                + Character.charCount(0x10000) + Character.charCount(65) + " " + Character.isValidCodePoint(0x110000)
                + " "
                + Character.toString(0x1f600).length());
        Cases.thrown("invalid", () -> Character.toChars(-1));
    }

    static void identifiers() {
        for (char c : CHARS) {
            System.out.print(Character.isJavaIdentifierStart(c) ? 'S' : '-');
            System.out.print(Character.isJavaIdentifierPart(c) ? 'P' : '-');
        }
        System.out.println();
    }

    static void supplementary() {
        int[] codePoints = {0x1d400, 0x1f600, 0x10400, 0x20000, 0xe0041, 0x10ffff};
        for (int codePoint : codePoints) {
            System.out.println(Character.isLetter(codePoint) + " " + Character.getType(codePoint) + " "
                    + Character.toLowerCase(codePoint) + " " + Character.toUpperCase(codePoint) + " "
                    + Character.isDefined(codePoint));
        }
    }

    static void boxed() {
        Character c = 'x';
        System.out.println(c.compareTo('z') + " " + c.equals('x') + " " + c.charValue() + " " + c.hashCode() + " "
                + Character.valueOf('\u00e4') + " " + Character.toString('q') + " " + Character.MAX_RADIX);
    }

    static void wholePlaneChecksum() {
        int hash = 0;
        for (int c = 0; c < 0x30000; c++) {
            hash = hash * 31 + Character.getType(c);
            hash = hash * 31 + Character.toUpperCase(c);
            hash = hash * 31 + Character.toLowerCase(c);
            hash = hash * 31 + Character.getNumericValue(c);
        }
        System.out.println(hash);
    }
}
