package blogos.aot.cases.library;

import blogos.aot.cases.Cases;

/** String.format and PrintStream.printf. */
public final class LangFormat {
    private LangFormat() {}

    public static void main(String[] arguments) {
        Cases.run("strings", LangFormat::strings);
        Cases.run("integers", LangFormat::integers);
        Cases.run("hexAndOctal", LangFormat::hexAndOctal);
        Cases.run("flags", LangFormat::flags);
        Cases.run("characters", LangFormat::characters);
        Cases.run("booleansAndHashes", LangFormat::booleansAndHashes);
        Cases.run("fixedPoint", LangFormat::fixedPoint);
        Cases.run("scientific", LangFormat::scientific);
        Cases.run("argumentIndices", LangFormat::argumentIndices);
        Cases.run("percentAndNewline", LangFormat::percentAndNewline);
        Cases.run("formatted", LangFormat::formatted);
        Cases.run("printf", LangFormat::printf);
        Cases.run("failures", LangFormat::failures);
    }

    private static void show(String format, Object... arguments) {
        System.out.println("[" + String.format(format, arguments) + "]");
    }

    static void strings() {
        show("%s %s %s", "a", null, 5);
        show("%10s|%-10s|%.2s|%5.1s", "right", "left", "cut", "xyz");
        show("%S", "upper");
    }

    static void integers() {
        show("%d %d %d %d", 1, -2L, (byte) 3, (short) -4);
        show("%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42);
        show("%,d %,d %(d", 1234567, -987654321L, -5);
        show("%d %d", Integer.MIN_VALUE, Long.MAX_VALUE);
    }

    static void hexAndOctal() {
        show("%x %X %o %x %x", 255, 255, 8, -1, -1L);
        show("%08x %#x %#o %4x", 0xbeef, 255, 8, 10);
        show("%x %x", (byte) -1, (short) -2);
    }

    static void flags() {
        show("%-8d| %08d |%+08d|%+,d", -12, -12, 12, 1000);
    }

    static void characters() {
        show("%c%c%c %5c|%-3c|%C", 'a', 66, (byte) 67, 'r', 'l', 'u');
        show("%c", (Object) null);
    }

    static void booleansAndHashes() {
        show("%b %b %b %B", true, null, "x", false);
        show("%h %h", "hash", null);
    }

    static void fixedPoint() {
        show("%f %.2f %.0f %10.3f|%-10.1f|%08.2f", 1.5, 2.345, 2.5, 3.14159, 9.99, -1.5);
        show("%.3f %.1f %f %.2f", 0.0005, 0.05, 1e10, 123456789.125);
        show("%f %f %.1f %5.1f", Double.NaN, Double.POSITIVE_INFINITY, -0.0, Float.NEGATIVE_INFINITY);
        show("%,.2f %+.1f", 1234567.891, 2.0);
    }

    static void scientific() {
        show("%e %.2e %E", 12345.678, 0.00012, 1.0);
        show("%g %.3g", 0.0001, 123456.0);
    }

    static void argumentIndices() {
        show("%2$s %1$s %2$s", "a", "b");
        show("%s %<s %s", "x", "y");
    }

    static void percentAndNewline() {
        show("100%% %n done");
    }

    static void formatted() {
        System.out.println("%s has %d".formatted("list", 3));
    }

    static void printf() {
        System.out.printf("%s-%03d%n", "printed", 7);
        System.out.format("%d%n", 5);
    }

    static void failures() {
        Cases.thrown("missing", () -> String.format("%s %s", "one"));
        Cases.thrown("conversion", () -> String.format("%d", "text"));
        Cases.thrown("unknown", () -> String.format("%q", 1));
        Cases.thrown("dangling", () -> String.format("%", 1));
    }
}
