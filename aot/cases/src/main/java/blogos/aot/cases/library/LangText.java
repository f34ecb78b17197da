package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** java.lang.String and StringBuilder: newer methods, Unicode, formatting of text. */
public final class LangText {
    private LangText() {}

    public static void main(String[] arguments) {
        Cases.run("stripForms", LangText::stripForms);
        Cases.run("linesAndChars", LangText::linesAndChars);
        Cases.run("indentAndStripIndent", LangText::indentAndStripIndent);
        Cases.run("translateEscapes", LangText::translateEscapes);
        Cases.run("transformAndRepeat", LangText::transformAndRepeat);
        Cases.run("compareIgnoringCase", LangText::compareIgnoringCase);
        Cases.run("caseMapping", LangText::caseMapping);
        Cases.run("splitting", LangText::splitting);
        Cases.run("joining", LangText::joining);
        Cases.run("searching", LangText::searching);
        Cases.run("regions", LangText::regions);
        Cases.run("replacing", LangText::replacing);
        Cases.run("surrogates", LangText::surrogates);
        Cases.run("builders", LangText::builders);
        Cases.run("formattedText", LangText::formattedText);
        Cases.run("hashAndIdentity", LangText::hashAndIdentity);
        Cases.run("bytes", LangText::bytes);
        Cases.run("charArrays", LangText::charArrays);
        Cases.run("comparators", LangText::comparators);
        Cases.run("emptyAndBounds", LangText::emptyAndBounds);
    }

    static void stripForms() {
        String text = "\u2003 \t x y \u00a0\n";
        System.out.println("<" + text.strip() + "><" + text.stripLeading() + "><" + text.stripTrailing() + "><" + text.trim() + ">" + " \t".isBlank() + "\u00a0".isBlank());
    }

    static void linesAndChars() {
        System.out.println("a\r\nb\n\nc\rd".lines().collect(Collectors.toList()) + " " + "h\u20ac".chars().boxed().collect(Collectors.toList()) + " "
                + "a\ud83d\ude00b".codePoints().boxed().collect(Collectors.toList()) + " " + "".lines().count());
    }

    static void indentAndStripIndent() {
        System.out.println("a\n b".indent(2) + "|" + "   a\n  b".indent(-2) + "|" + "  x\n    y\n  ".stripIndent() + "|");
    }

    static void translateEscapes() {
        System.out.println("a\\tb\\n\\\"\\101\\s|".translateEscapes());
        Cases.thrown("bad", () -> "\\q".translateEscapes());
    }

    static void transformAndRepeat() {
        System.out.println("abc".transform(s -> s + s.length()) + " " + "ab".repeat(3) + " " + "x".repeat(0).isEmpty());
        Cases.thrown("negative", () -> "x".repeat(-1));
        Cases.thrown("too large", () -> "xx".repeat(Integer.MAX_VALUE));
    }

    static void compareIgnoringCase() {
        System.out.println("Stra\u00dfe".equalsIgnoreCase("STRASSE") + " " + "\u00c4".equalsIgnoreCase("\u00e4") + " " + "a".compareToIgnoreCase("B") + " "
                + Stream.of("b", "A", "c").sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.toList()) + " " + "abc".compareTo("abd") + "abc".compareTo("ab"));
    }

    static void caseMapping() {
        System.out.println("stra\u00dfe \ufb01 \u0149".toUpperCase(Locale.ROOT) + " " + "\u0130I\u03a3 \u039f\u03a3".toLowerCase(Locale.ROOT) + " " + "\u01c5".toUpperCase() + Character.toTitleCase('\u01c6')
                + " " + "\ud801\udc00".toLowerCase().codePointAt(0));
    }

    static void splitting() {
        for (String s : new String[] {"a:b:c", ":a::b:", "", ":", "abc"}) {
            System.out.println(Arrays.toString(s.split(":")) + Arrays.toString(s.split(":", -1)) + Arrays.toString(s.split(":", 2)) + Arrays.toString(s.split("")));
        }
        System.out.println(Arrays.toString("a|b.c$d".split("[|.$]")) + Arrays.toString("1  2 3".split(" +")) + Arrays.toString("x\\y".split("\\\\")));
    }

    static void joining() {
        System.out.println(String.join("-", "a", "b", null) + " " + String.join(",", List.of()) + " " + String.join("", List.of("x", "y")));
    }

    static void searching() {
        String s = "abcabcabc";
        System.out.println(s.indexOf("ca") + " " + s.indexOf("ca", 3) + " " + s.lastIndexOf("ab") + " " + s.lastIndexOf("ab", 5) + " " + s.indexOf("") + " " + s.lastIndexOf("")
                + " " + s.indexOf('c', -5) + " " + s.indexOf("x") + " " + s.indexOf("abc", 99) + " " + "\ud83d\ude00a".indexOf(0x1f600) + s.contains("") + s.matches("(abc)+"));
    }

    static void regions() {
        System.out.println("Hello".regionMatches(true, 1, "ELL", 0, 3) + " " + "Hello".regionMatches(1, "ELL", 0, 3) + " " + "ab".regionMatches(-1, "b", 0, 1) + " "
                + "abc".startsWith("bc", 1) + "abc".startsWith("a", 9) + " " + "abc".endsWith("") + " " + "abc".subSequence(1, 2));
    }

    static void replacing() {
        System.out.println("aaa".replace("aa", "b") + " " + "abc".replace("", "-") + " " + "a.b.c".replace('.', '/') + " " + "x1y22".replaceAll("[0-9]+", "#") + " "
                + "\u00e9a".replace('\u00e9', 'e') + " " + "aa".replace('a', '\u20ac') + " " + "none".replace("x", "y"));
    }

    static void surrogates() {
        String s = "a\ud83d\ude00b\ud83d";
        System.out.println(s.length() + " " + s.codePointCount(0, 5) + " " + s.codePointAt(1) + " " + s.codePointBefore(3) + " " + s.offsetByCodePoints(0, 2) + " "
                + new StringBuilder(s).reverse().codePointAt(2) + " " + Character.charCount(0x1f600));
    }

    static void builders() {
        StringBuilder b = new StringBuilder("0123456789");
        b.delete(2, 4).insert(2, "ab").replace(0, 2, "zzz").deleteCharAt(0).setCharAt(0, '\u20ac');
        b.appendCodePoint(0x1f600).append(new char[] {'x', 'y'}, 1, 1).append("qrs", 1, 2).insert(0, 1.5).insert(3, true);
        System.out.println(b + " " + b.length() + " " + b.indexOf("a") + b.lastIndexOf("9") + " " + b.charAt(4) + " " + b.compareTo(new StringBuilder("1")) + b.chars().sum());
        b.setLength(3);
        b.trimToSize();
        System.out.println(b + " " + b.reverse() + b.isEmpty());
    }

    static void formattedText() {
        System.out.println("%-5s|%5s|%.2s".formatted("ab", "cd", "efg") + " " + String.format("%2$s %1$s %<s", "a", "b") + " " + String.format("%08.3f|%+d|%,d|%x|%o|%e", 3.14159, 5, 1234567, 255, 8, 12345.678));
    }

    static void hashAndIdentity() {
        String a = "con" + "stant";
        String b = new String("constant");
        System.out.println((a == "constant") + " " + (b == "constant") + " " + (b.intern() == a) + " " + a.hashCode() + " " + "".hashCode() + " " + "\u20ac\ud83d\ude00".hashCode());
    }

    static void bytes() throws Exception {
        String s = "a\u00e9\u20ac\ud83d\ude00";
        System.out.println(Arrays.toString(s.getBytes("UTF-8")) + Arrays.toString(s.getBytes("ISO-8859-1")) + Arrays.toString(s.getBytes("US-ASCII")) + " "
                + new String(new byte[] {'h', 'i', (byte) 0xc3, (byte) 0xa9}, "UTF-8") + new String(new byte[] {(byte) 0xe9}, "ISO-8859-1") + new String(new byte[] {'a', 'b', 'c'}, 1, 2));
        Cases.thrown("unknown", () -> s.getBytes("no-such"));
    }

    static void charArrays() {
        char[] target = new char[5];
        "hello world".getChars(3, 8, target, 0);
        System.out.println(new String(target) + " " + String.valueOf(target, 1, 2) + String.copyValueOf(target) + " " + new String(new int[] {0x1f600, 'a'}, 0, 2).length() + " " + Arrays.toString("ab".toCharArray()));
        Cases.thrown("bounds", () -> "abc".getChars(1, 9, target, 0));
        Cases.thrown("bounds", () -> new String(target, 3, 9));
    }

    static void comparators() {
        List<String> words = Arrays.asList("pear", "fig", "apple", "date", null);
        words.sort(Comparator.nullsFirst(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder())));
        System.out.println(words);
    }

    static void emptyAndBounds() {
        Cases.thrown("charAt", () -> "".charAt(0));
        Cases.thrown("substring", () -> "abc".substring(2, 1));
        Cases.thrown("substring", () -> "abc".substring(4));
        Cases.thrown("codePointAt", () -> "a".codePointAt(1));
        Cases.thrown("insert", () -> new StringBuilder("a").insert(2, "x"));
        Cases.thrown("deleteCharAt", () -> new StringBuilder().deleteCharAt(0));
        System.out.println("abc".substring(3).isEmpty() + " " + new StringBuilder("abc").substring(1));
    }
}
