package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** java.lang.String. */
public final class LangString {
    private LangString() {}

    public static void main(String[] arguments) {
        Cases.run("lengthAndCharAt", LangString::lengthAndCharAt);
        Cases.run("equality", LangString::equality);
        Cases.run("comparison", LangString::comparison);
        Cases.run("substring", LangString::substring);
        Cases.run("indexOf", LangString::indexOf);
        Cases.run("startsEndsContains", LangString::startsEndsContains);
        Cases.run("replace", LangString::replace);
        Cases.run("trimAndStrip", LangString::trimAndStrip);
        Cases.run("caseConversion", LangString::caseConversion);
        Cases.run("join", LangString::join);
        Cases.run("repeat", LangString::repeat);
        Cases.run("splitOnCharacter", LangString::splitOnCharacter);
        Cases.run("toAndFromChars", LangString::toAndFromChars);
        Cases.run("toAndFromBytes", LangString::toAndFromBytes);
        Cases.run("malformedUtf8", LangString::malformedUtf8);
        Cases.run("codePoints", LangString::codePoints);
        Cases.run("hashCodes", LangString::hashCodes);
        Cases.run("valueOf", LangString::valueOf);
        Cases.run("intern", LangString::intern);
        Cases.run("regionMatches", LangString::regionMatches);
        Cases.run("contentEquals", LangString::contentEquals);
        Cases.run("linesAndIndent", LangString::linesAndIndent);
        Cases.run("charSequence", LangString::charSequence);
        Cases.run("failures", LangString::failures);
        Cases.run("escapes", LangString::escapes);
    }

    private static final String LATIN = "Hello, World";
    private static final String WIDE = "gr\u00fc\u00df \u03b1\u03b2\u03b3 \u4e2d";

    static void lengthAndCharAt() {
        System.out.println(LATIN.length() + " " + LATIN.charAt(4) + " " + LATIN.charAt(11) + " " + "".length());
        System.out.println(WIDE.length() + " " + WIDE.charAt(2) + WIDE.charAt(5) + " " + WIDE.isEmpty() + " "
                + " \t\n".isBlank() + "".isBlank() + "x".isBlank());
    }

    static void equality() {
        String built = new StringBuilder("Hello").append(", World").toString();
        System.out.println(LATIN.equals(built) + " " + (LATIN == built) + " " + LATIN.equals(null) + " "
                + LATIN.equals((Object) 1) + " " + "".equals("") + " " + "a".equals("\u0101") + " "
                + WIDE.equals(WIDE + "") + " " + new String("x").equals("x"));
        System.out.println("HeLLo".equalsIgnoreCase("hEllO") + " " + "\u00dcber".equalsIgnoreCase("\u00fcBER") + " "
                + "stra\u00dfe".equalsIgnoreCase("STRASSE") + " " + "a".equalsIgnoreCase(null));
    }

    static void comparison() {
        String[] words = {"apple", "Apple", "app", "", "b", "\u00e4", "\u03b1", "apple\u0000"};
        for (String a : words) {
            StringBuilder line = new StringBuilder();
            for (String b : words) {
                line.append(a.compareTo(b))
                        .append('/')
                        .append(a.compareToIgnoreCase(b))
                        .append(' ');
            }
            System.out.println(line);
        }
    }

    static void substring() {
        System.out.println(LATIN.substring(7) + "|" + LATIN.substring(0, 5) + "|" + LATIN.substring(3, 3) + "|"
                + LATIN.substring(12) + "|" + WIDE.substring(0, 4) + "|" + WIDE.substring(5, 8) + "|"
                + (LATIN.substring(0) == LATIN) + "|" + LATIN.subSequence(1, 3));
        System.out.println(
                WIDE.substring(0, 2).equals("gr") + " " + WIDE.substring(0, 2).hashCode());
    }

    static void indexOf() {
        String text = "abracadabra";
        System.out.println(text.indexOf('a') + " " + text.indexOf('a', 1) + " " + text.lastIndexOf('a') + " "
                + text.lastIndexOf('a', 9) + " " + text.indexOf("bra") + " " + text.indexOf("bra", 2) + " "
                + text.lastIndexOf("bra") + " " + text.indexOf("x") + " " + text.indexOf("") + " "
                + text.lastIndexOf("")
                + " " + text.indexOf('a', -5) + " " + text.indexOf('a', 99) + " " + text.indexOf("abracadabra!"));
        System.out.println(WIDE.indexOf('\u03b2') + " " + WIDE.indexOf("\u03b3 ") + " " + WIDE.indexOf('g') + " "
                + WIDE.indexOf(0x1f600) + " " + ("x" + "\ud83d\ude00").indexOf(0x1f600) + " "
                + WIDE.lastIndexOf('\u4e2d'));
    }

    static void startsEndsContains() {
        System.out.println(LATIN.startsWith("Hell") + " " + LATIN.startsWith("World", 7) + " " + LATIN.startsWith("")
                + " "
                + LATIN.endsWith("World") + " " + LATIN.endsWith("xWorld") + " " + LATIN.contains("o, W") + " "
                + LATIN.contains("") + " " + WIDE.contains("\u03b1\u03b2") + " " + WIDE.startsWith("gr\u00fc") + " "
                + LATIN.startsWith("H", -1));
    }

    static void replace() {
        System.out.println("banana".replace('a', 'o') + " " + "banana".replace("an", "AN") + " "
                + "banana".replace("a", "")
                + " " + "aaa".replace("aa", "b") + " " + "abc".replace("", "-") + " " + "abc".replace('x', 'y') + " "
                + "abc".replace('b', '\u03b2') + " " + WIDE.replace("\u03b1\u03b2\u03b3", "abc") + " "
                + "a.b.c".replace(".", "\\"));
    }

    static void trimAndStrip() {
        String[] texts = {"  a b  ", "\t\nx\r\n", "none", "", "   ", "\u2003wide\u2003", "\u0000nul\u0001"};
        for (String text : texts) {
            System.out.println("[" + text.trim() + "][" + text.strip() + "][" + text.stripLeading() + "]["
                    + text.stripTrailing() + "]");
        }
    }

    static void caseConversion() {
        System.out.println("Hello 123".toUpperCase() + " " + "Hello 123".toLowerCase() + " "
                + "\u00fc\u00e9".toUpperCase()
                + " " + "\u0391\u0392".toLowerCase() + " " + "\u0416".toLowerCase() + " "
                + ("lower".toLowerCase() == "lower") + " " + "\u00ff".toUpperCase() + " " + "\u00b5".toUpperCase());
    }

    static void join() {
        System.out.println(String.join(", ", "a", "b", "c") + "|" + String.join("-") + "|" + String.join("x", "one")
                + "|" + String.join("", Arrays.asList("p", "q", null)) + "|" + String.join("\u03b1", "1", "2"));
        System.out.println("con".concat("cat") + "".concat("") + "x".concat("\u03b1"));
    }

    static void repeat() {
        System.out.println("ab".repeat(3) + "|" + "x".repeat(0) + "|" + "".repeat(5) + "|" + "\u03b1".repeat(2) + "|"
                + "z".repeat(10) + "|" + "one".repeat(1));
        Cases.thrown("negative", () -> "x".repeat(-1));
    }

    static void splitOnCharacter() {
        String[] texts = {"a,b,c", "a,b,,", ",a", "", ",", "abc", "a,,b"};
        for (String text : texts) {
            System.out.println(Arrays.toString(text.split(","))
                    + Arrays.toString(text.split(",", 2))
                    + Arrays.toString(text.split(",", -1)));
        }
        System.out.println(Arrays.toString("a.b.c".split("\\.")) + Arrays.toString("a b c".split(" ")));
    }

    static void toAndFromChars() {
        char[] chars = "chars".toCharArray();
        chars[0] = 'C';
        System.out.println(new String(chars) + " " + new String(chars, 1, 3) + " " + String.valueOf(chars) + " "
                + String.copyValueOf(chars, 0, 2) + " " + new String(new char[0]).isEmpty());
        char[] target = {'-', '-', '-', '-', '-', '-'};
        "abcdef".getChars(1, 4, target, 2);
        System.out.println(new String(target));
        char[] wide = {'a', '\u03b1', 'b'};
        System.out.println(new String(wide) + new String(wide, 0, 1) + new String(wide, 2, 1));
        WIDE.getChars(0, 3, target, 0);
        System.out.println(new String(target));
    }

    static void toAndFromBytes() {
        String text = "a\u00fc\u20ac\ud83d\ude00";
        System.out.println(Arrays.toString(text.getBytes(StandardCharsets.UTF_8)));
        System.out.println(Arrays.toString(text.getBytes(StandardCharsets.ISO_8859_1)));
        System.out.println(Arrays.toString(text.getBytes(StandardCharsets.US_ASCII)));
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        System.out.println(new String(utf8, StandardCharsets.UTF_8).equals(text));
        System.out.println(new String(utf8, 1, 5, StandardCharsets.UTF_8));
        System.out.println(new String(utf8, StandardCharsets.ISO_8859_1).length());
        System.out.println(new String(new byte[] {72, 105}, StandardCharsets.US_ASCII));
        System.out.println(new String(new byte[] {72, (byte) 200}, StandardCharsets.US_ASCII).charAt(1) == '\ufffd');
    }

    static void malformedUtf8() {
        byte[][] inputs = {
            {(byte) 0xff},
            {(byte) 0xc3},
            {(byte) 0xc3, 0x28},
            {(byte) 0xe2, (byte) 0x82},
            {'a', (byte) 0x80},
            {(byte) 0xf0, (byte) 0x9f, (byte) 0x98},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xc0, (byte) 0x80}
        };
        for (byte[] input : inputs) {
            String text = new String(input, StandardCharsets.UTF_8);
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                line.append((int) text.charAt(i)).append(' ');
            }
            System.out.println(line);
        }
        System.out.println(Arrays.toString("x\ud800y".getBytes(StandardCharsets.UTF_8)));
    }

    static void codePoints() {
        String text = "a\ud83d\ude00b\ud800";
        System.out.println(text.codePointAt(1) + " " + text.codePointAt(2) + " " + text.codePointBefore(3) + " "
                + text.codePointCount(0, text.length()) + " " + text.offsetByCodePoints(0, 2) + " "
                + text.codePointAt(4) + " " + new String(new int[] {97, 0x1f600}, 0, 2).length());
    }

    static void hashCodes() {
        String[] texts = {"", "a", "abc", "Hello, World", "\u03b1", "polygenelubricants", "\u00e4\u00f6\u00fc"};
        for (String text : texts) {
            System.out.println(text.hashCode() + " " + new String(text.toCharArray()).hashCode());
        }
    }

    static void valueOf() {
        System.out.println(String.valueOf(true)
                + String.valueOf('c')
                + String.valueOf(1)
                + String.valueOf(2L)
                + String.valueOf((Object) null)
                + String.valueOf(new char[] {'x'})
                + String.valueOf(1.5)
                + String.valueOf(0.25f));
    }

    static void intern() {
        String built = new StringBuilder("inter").append("ned").toString();
        System.out.println((built == "interned") + " " + (built.intern() == "interned") + " "
                + (new String("fresh text").intern()
                        == new StringBuilder("fresh ").append("text").toString().intern()));
    }

    static void regionMatches() {
        System.out.println(LATIN.regionMatches(7, "World", 0, 5) + " " + LATIN.regionMatches(7, "WORLD", 0, 5) + " "
                + LATIN.regionMatches(true, 7, "WORLD", 0, 5) + " " + LATIN.regionMatches(-1, "x", 0, 1) + " "
                + LATIN.regionMatches(0, "Hello", 0, 50) + " " + WIDE.regionMatches(true, 5, "\u0391", 0, 1));
    }

    static void contentEquals() {
        System.out.println(
                "abc".contentEquals(new StringBuilder("abc")) + " " + "abc".contentEquals(new StringBuffer("abd")) + " "
                        + "abc".contentEquals("abc") + " " + "\u03b1".contentEquals(new StringBuilder("\u03b1")));
    }

    static void linesAndIndent() {
        System.out.println(
                "a\nb\r\nc\rd".lines().count() + " " + "x\ny".indent(2).length() + " " + "  a\n b".stripIndent());
    }

    static void charSequence() {
        CharSequence sequence = LATIN;
        System.out.println(sequence.length() + " " + sequence.charAt(1) + " " + sequence.subSequence(0, 4) + " "
                + CharSequence.compare("a", new StringBuilder("b")) + " "
                + sequence.chars().sum());
    }

    static void failures() {
        Cases.thrown("charAt negative", () -> LATIN.charAt(-1));
        Cases.thrown("charAt end", () -> LATIN.charAt(12));
        Cases.thrown("charAt wide", () -> WIDE.charAt(100));
        Cases.thrown("substring begin", () -> LATIN.substring(13));
        Cases.thrown("substring order", () -> LATIN.substring(5, 2));
        Cases.thrown("substring negative", () -> LATIN.substring(-1, 2));
        Cases.thrown("compare null", () -> LATIN.compareTo(null));
        Cases.thrown("concat null", () -> LATIN.concat(null));
        Cases.thrown("contains null", () -> LATIN.contains(null));
        Cases.thrown("chars", () -> new String(new char[2], 1, 2));
        Cases.thrown("code point", () -> LATIN.codePointAt(99));
        Cases.thrown("bytes", () -> new String(new byte[2], -1, 1, StandardCharsets.UTF_8));
    }

    static void escapes() {
        System.out.println(
                "a\\tb\\u".length() + " " + "x\\ny\\101".translateEscapes().length());
        Cases.thrown("invalid", () -> "\\q".translateEscapes());
    }
}
