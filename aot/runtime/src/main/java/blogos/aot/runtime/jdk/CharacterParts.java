package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.lang.Character} whose error messages would bring the formatter into every image. */
@Replace("java.lang.Character")
final class CharacterParts {
    private CharacterParts() {}

    @Replace
    public static char[] toChars(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            return new char[] {(char) codePoint};
        }
        if (!Character.isValidCodePoint(codePoint)) {
            throw invalid(codePoint);
        }
        return new char[] {Character.highSurrogate(codePoint), Character.lowSurrogate(codePoint)};
    }

    @Replace
    public static int toChars(int codePoint, char[] target, int index) {
        if (Character.isBmpCodePoint(codePoint)) {
            target[index] = (char) codePoint;
            return 1;
        }
        if (!Character.isValidCodePoint(codePoint)) {
            throw invalid(codePoint);
        }
        target[index + 1] = Character.lowSurrogate(codePoint);
        target[index] = Character.highSurrogate(codePoint);
        return 2;
    }

    private static IllegalArgumentException invalid(int codePoint) {
        StringBuilder text = new StringBuilder("Not a valid Unicode code point: 0x");
        for (int shift = 28 - Integer.numberOfLeadingZeros(codePoint) / 4 * 4; shift >= 0; shift -= 4) {
            text.append("0123456789ABCDEF".charAt(codePoint >>> shift & 15));
        }
        return new IllegalArgumentException(text.toString());
    }
}
