package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 3: literals, escapes, text blocks. */
public final class Ch03Literals {
    private Ch03Literals() {}

    public static void main(String[] arguments) {
        Cases.run("integerLiterals", Ch03Literals::integerLiterals);
        Cases.run("floatingLiterals", Ch03Literals::floatingLiterals);
        Cases.run("characterLiterals", Ch03Literals::characterLiterals);
        Cases.run("stringEscapes", Ch03Literals::stringEscapes);
        Cases.run("textBlocks", Ch03Literals::textBlocks);
        Cases.run("unicode", Ch03Literals::unicode);
        Cases.run("unpairedSurrogates", Ch03Literals::unpairedSurrogates);
        Cases.run("longString", Ch03Literals::longString);
        Cases.run("identifiers", Ch03Literals::identifiers);
        Cases.run("classLiterals", Ch03Literals::classLiterals);
    }

    static void integerLiterals() {
        System.out.println(0x7fff_ffff + " " + 0xffffffff + " " + 0b1010_1010 + " " + 0777 + " " + 1_000_000 + " "
                + 0x8000_0000_0000_0000L + " " + 01777777777777777777777L + " " + 0B11L + " " + -2147483648);
    }

    static void floatingLiterals() {
        double[] doubles = {1., .5, 1e10, 1e-10, 0x1p3, 0x1.8p1, 0x.8p0, 1_0.0_1, 1d, 0x1.fffffffffffffp1023, 4.9e-324};
        for (double value : doubles) {
            System.out.println(Long.toHexString(Double.doubleToLongBits(value)));
        }
        float[] floats = {1f, .5f, 1e10f, 0x1p-149f, 3.4028235e38f, 0x1.8p1f};
        for (float value : floats) {
            System.out.println(Integer.toHexString(Float.floatToIntBits(value)));
        }
    }

    static void characterLiterals() {
        char[] chars = {
            'a', '\'', '"', '\\', '\n', '\t', '\b', '\r', '\f', '\0', '\7', '\177', '\377', '\u0041', '\uuu0042', '\s'
        };
        for (char c : chars) {
            System.out.print((int) c + " ");
        }
        System.out.println();
    }

    static void stringEscapes() {
        String text = "tab\tquote\"back\\slash\0nul\123octal\1234\s.";
        System.out.println(text.length() + " " + text.hashCode() + " " + text);
    }

    static void textBlocks() {
        String block = """
                Hello,
                  "quoted" and \"""escaped\"""
                joined \
                line
                trailing   \s
                tab\there
                """;
        System.out.print(block);
        System.out.println(block.length());
        String noNewline = """
            one
              two""";
        System.out.println("[" + noNewline + "]");
        System.out.println("""
            {"key": %d}
            """.length());
    }

    static void unicode() {
        String text = "\u00e4\u20ac\u4e2d\ud83d\ude00";
        System.out.println(text + " " + text.length());
        for (int i = 0; i < text.length(); i++) {
            System.out.print((int) text.charAt(i) + " ");
        }
        System.out.println();
    }

    static void unpairedSurrogates() {
        String text = "a\ud800b\udc00";
        System.out.println(
                text.length() + " " + (int) text.charAt(1) + " " + (int) text.charAt(3) + " " + text.hashCode());
        String nul = "\u0000x";
        System.out.println(nul.length() + " " + (int) nul.charAt(0));
    }

    static void longString() {
        String text =
                "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnop"
                        + "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnop"
                        + "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnop";
        System.out.println(text.length() + " " + text.hashCode() + " " + text.charAt(299));
    }

    static void identifiers() {
        int $dollar = 1;
        int _under = 2;
        int record = 4;
        int yield1 = 5;
        System.out.println($dollar + _under + record + yield1);
        System.out.println($Odd_Name.value$());
    }

    private static final class $Odd_Name {
        static int value$() {
            return 6;
        }
    }

    static void classLiterals() {
        Class<?>[] classes = {
            int.class,
            void.class,
            String.class,
            int[][].class,
            Runnable.class,
            Cases.Body.class,
            Object[].class,
            boolean.class,
            char[].class
        };
        for (Class<?> type : classes) {
            System.out.println(type.getName() + " " + type + " " + type.isPrimitive() + " " + type.isInterface() + " "
                    + type.isArray());
        }
        System.out.println((Integer.class == (Object) int.class) + " " + (Integer.TYPE == int.class) + " "
                + ("".getClass() == String.class));
    }
}
