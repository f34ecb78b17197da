package blogos.aot.cases.library;

import blogos.aot.cases.Cases;

/** java.lang.StringBuilder and StringBuffer. */
public final class LangStringBuilder {
    private LangStringBuilder() {}

    public static void main(String[] arguments) {
        Cases.run("appendEveryType", LangStringBuilder::appendEveryType);
        Cases.run("insert", LangStringBuilder::insert);
        Cases.run("deleteAndReplace", LangStringBuilder::deleteAndReplace);
        Cases.run("reverse", LangStringBuilder::reverse);
        Cases.run("setAndGet", LangStringBuilder::setAndGet);
        Cases.run("setLength", LangStringBuilder::setLength);
        Cases.run("capacity", LangStringBuilder::capacity);
        Cases.run("growth", LangStringBuilder::growth);
        Cases.run("widening", LangStringBuilder::widening);
        Cases.run("search", LangStringBuilder::search);
        Cases.run("appendParts", LangStringBuilder::appendParts);
        Cases.run("codePoints", LangStringBuilder::codePoints);
        Cases.run("compare", LangStringBuilder::compare);
        Cases.run("failures", LangStringBuilder::failures);
        Cases.run("stringBuffer", LangStringBuilder::stringBuffer);
        Cases.run("chained", LangStringBuilder::chained);
    }

    static void appendEveryType() {
        StringBuilder b = new StringBuilder();
        b.append(true)
                .append('c')
                .append(-1)
                .append(1L << 40)
                .append("text")
                .append((String) null)
                .append((Object) null)
                .append(new char[] {'x', 'y'})
                .append(new StringBuilder("sb"))
                .append((Object) 5)
                .append(Integer.MIN_VALUE)
                .append(Long.MIN_VALUE)
                .append(false)
                .append((CharSequence) "cs");
        System.out.println(b + " " + b.length());
    }

    static void insert() {
        StringBuilder b = new StringBuilder("ac");
        b.insert(1, "b")
                .insert(0, 1)
                .insert(b.length(), true)
                .insert(2, 'X')
                .insert(0, 2L)
                .insert(1, new char[] {'p', 'q'})
                .insert(0, (String) null)
                .insert(3, (Object) "obj")
                .insert(1, "wxyz", 1, 3);
        System.out.println(b);
    }

    static void deleteAndReplace() {
        StringBuilder b = new StringBuilder("0123456789");
        System.out.println(b.delete(2, 5) + " " + b.deleteCharAt(0) + " " + b.delete(5, 100) + " "
                + b.replace(1, 3, "abcdef") + " " + b.replace(0, 100, "") + "|" + b.isEmpty());
    }

    static void reverse() {
        System.out.println(new StringBuilder("hello").reverse() + " " + new StringBuilder().reverse() + " "
                + new StringBuilder("a\ud83d\ude00b").reverse() + " " + new StringBuilder("\u03b1\u03b2").reverse()
                + " "
                + new StringBuilder("ab").reverse());
    }

    static void setAndGet() {
        StringBuilder b = new StringBuilder("abc");
        b.setCharAt(1, 'X');
        System.out.println(b.charAt(1) + " " + b);
        b.setCharAt(0, '\u03b1');
        System.out.println(b + " " + b.charAt(0) + b.substring(1) + b.substring(0, 2) + b.subSequence(1, 2));
        char[] target = new char[4];
        b.getChars(0, 3, target, 1);
        System.out.println(target[1] + "" + target[3]);
    }

    static void setLength() {
        StringBuilder b = new StringBuilder("abcdef");
        b.setLength(3);
        System.out.println(b);
        b.setLength(5);
        System.out.println(b.length() + " " + (int) b.charAt(4));
        b.setLength(0);
        System.out.println("[" + b + "]");
    }

    static void capacity() {
        StringBuilder b = new StringBuilder();
        System.out.println(
                b.capacity() + " " + new StringBuilder(5).capacity() + " " + new StringBuilder("abc").capacity());
        b.ensureCapacity(100);
        System.out.println(b.capacity() >= 100);
        b.trimToSize();
        System.out.println(b.capacity());
    }

    static void growth() {
        StringBuilder b = new StringBuilder(0);
        for (int i = 0; i < 5000; i++) {
            b.append(i % 10);
        }
        System.out.println(b.length() + " " + b.toString().hashCode());
    }

    static void widening() {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            b.append((char) ('a' + i % 26));
        }
        b.append('\u20ac');
        for (int i = 0; i < 40; i++) {
            b.append(i);
        }
        System.out.println(b + " " + b.length());
        b.deleteCharAt(40);
        System.out.println(b.toString().equals(new StringBuilder(b).toString()) + " "
                + b.toString().hashCode());
    }

    static void search() {
        StringBuilder b = new StringBuilder("abracadabra");
        System.out.println(b.indexOf("bra") + " " + b.indexOf("bra", 3) + " " + b.lastIndexOf("bra") + " "
                + b.lastIndexOf("bra", 7) + " " + b.indexOf("zz") + " " + b.indexOf(""));
    }

    static void appendParts() {
        StringBuilder b = new StringBuilder();
        b.append("012345", 2, 4)
                .append(new char[] {'a', 'b', 'c', 'd'}, 1, 2)
                .append(new StringBuilder("xyz"), 0, 1)
                .append((CharSequence) null, 0, 2);
        System.out.println(b);
    }

    static void codePoints() {
        StringBuilder b = new StringBuilder();
        b.appendCodePoint(65).appendCodePoint(0x1f600).appendCodePoint(0x20ac);
        System.out.println(b.length() + " " + b + " " + b.codePointAt(1) + " " + b.codePointCount(0, b.length()));
        Cases.thrown("invalid", () -> b.appendCodePoint(0x110000));
    }

    static void compare() {
        StringBuilder a = new StringBuilder("abc");
        StringBuilder b = new StringBuilder("abd");
        System.out.println(a.compareTo(b) + " " + a.equals(b) + " " + a.compareTo(new StringBuilder("abc")) + " "
                + a.chars().sum());
    }

    static void failures() {
        StringBuilder b = new StringBuilder("abc");
        Cases.thrown("charAt", () -> b.charAt(3));
        Cases.thrown("setCharAt", () -> b.setCharAt(-1, 'x'));
        Cases.thrown("deleteCharAt", () -> b.deleteCharAt(3));
        Cases.thrown("delete", () -> b.delete(2, 1));
        Cases.thrown("insert", () -> b.insert(4, "x"));
        Cases.thrown("replace", () -> b.replace(4, 5, "x"));
        Cases.thrown("setLength", () -> b.setLength(-1));
        Cases.thrown("substring", () -> b.substring(2, 5));
        Cases.thrown("capacity", () -> new StringBuilder(-1));
        Cases.thrown("null", () -> new StringBuilder((String) null));
        System.out.println(b);
    }

    static void stringBuffer() {
        StringBuffer b = new StringBuffer("x");
        b.append(1).append('c').insert(0, "y").reverse();
        System.out.println(b + " " + b.length() + " " + b.indexOf("c"));
    }

    static void chained() {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                b.append(i * j).append(j < 2 ? "," : ";");
            }
        }
        System.out.println(b);
    }
}
