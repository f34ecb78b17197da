package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 15.18.1, 15.29, 3.10: string concatenation of every type, constants and their identity. */
public final class Ch15Strings {
    private static final String CONSTANT = "con" + "stant";
    private static final int NUMBER = 7;
    private static String accumulated = "";

    private Ch15Strings() {}

    public static void main(String[] arguments) {
        Cases.run("everyType", Ch15Strings::everyType);
        Cases.run("leftAssociative", Ch15Strings::leftAssociative);
        Cases.run("nullOperands", Ch15Strings::nullOperands);
        Cases.run("objectsUseToString", Ch15Strings::objectsUseToString);
        Cases.run("toStringReturnsNull", Ch15Strings::toStringReturnsNull);
        Cases.run("compoundAssignment", Ch15Strings::compoundAssignment);
        Cases.run("compoundOnArrayElement", Ch15Strings::compoundOnArrayElement);
        Cases.run("compoundOnFields", Ch15Strings::compoundOnFields);
        Cases.run("manyOperands", Ch15Strings::manyOperands);
        Cases.run("constantsAreIdentical", Ch15Strings::constantsAreIdentical);
        Cases.run("constantNames", Ch15Strings::constantNames);
        Cases.run("specialCharactersInTemplate", Ch15Strings::specialCharactersInTemplate);
        Cases.run("nonLatin", Ch15Strings::nonLatin);
        Cases.run("charArithmetic", Ch15Strings::charArithmetic);
        Cases.run("emptyStrings", Ch15Strings::emptyStrings);
        Cases.run("integerExtremes", Ch15Strings::integerExtremes);
    }

    static void everyType() {
        boolean z = true;
        byte b = -1;
        short s = -300;
        char c = 'q';
        int i = 123456789;
        long l = -9876543210L;
        Object o = "object";
        String t = "text";
        System.out.println("z" + z + "b" + b + "s" + s + "c" + c + "i" + i + "l" + l + "o" + o + "t" + t);
        Integer boxed = 5;
        Character letter = '!';
        StringBuilder builder = new StringBuilder("built");
        System.out.println(boxed + "" + letter + builder);
    }

    static void leftAssociative() {
        int one = 1;
        char c = 'a';
        System.out.println(one + one + "x" + one + one);
        System.out.println("x" + one * 2 + (one + one) + c + 1 + (c + 1));
        System.out.println(c + c + "" + c + c);
    }

    static void nullOperands() {
        String text = null;
        Object object = null;
        int[] array = null;
        System.out.println("a" + text + object + (array == null) + null);
        System.out.println(text + text);
        text += "b";
        System.out.println(text);
    }

    private static final class Named {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static void objectsUseToString() {
        Object named = new Named("Ada");
        Named other = new Named("Grace");
        System.out.println(named + " and " + other);
    }

    static void toStringReturnsNull() {
        System.out.println("[" + new Named(null) + "]");
    }

    static void compoundAssignment() {
        String text = "a";
        text += 1;
        text += 'c';
        text += 2L;
        text += true;
        text += null;
        text += 1 + 1;
        text += text;
        System.out.println(text);
        Object object = "o";
        object += "p";
        CharSequence sequence = "s";
        sequence += "t";
        System.out.println(object + " " + sequence);
    }

    private static int index;

    private static int next() {
        return index++;
    }

    static void compoundOnArrayElement() {
        String[] words = {"a", "b", null};
        words[next()] += "x";
        words[next()] += words[next()];
        System.out.println(words[0] + " " + words[1] + " " + words[2] + " " + index);
    }

    private String field = "f";

    static void compoundOnFields() {
        Ch15Strings object = new Ch15Strings();
        object.field += object.field + 1;
        for (int i = 0; i < 5; i++) {
            accumulated += i;
        }
        System.out.println(object.field + " " + accumulated);
    }

    static void manyOperands() {
        int a = 1;
        String b = "b";
        System.out.println(a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b
                + a + b + a + b + a + b);
    }

    static void constantsAreIdentical() {
        String literal = "constant";
        String computed = "con";
        computed += "stant";
        String prefix = "con";
        final String finalPrefix = "con";
        System.out.println((literal == CONSTANT) + " " + (literal == computed) + " " + literal.equals(computed) + " "
                + (literal == prefix + "stant") + " " + (literal == finalPrefix + "stant") + " "
                + (literal == computed.intern()) + " " + ("7" == "" + NUMBER) + " " + (Other.CONSTANT == CONSTANT));
    }

    private static final class Other {
        static final String CONSTANT = "constant";
    }

    static void constantNames() {
        System.out.println("n" + NUMBER + CONSTANT + 'c' + 1L + true + (char) 66 + (byte) 200 + (1 > 2 ? "x" : "y"));
    }

    static void specialCharactersInTemplate() {
        int a = 1;
        System.out.println("\u0001" + a + "\u0002" + a + "%s\\n$1");
        System.out.println(("\u0001" + a + "\u0002").length());
    }

    static void nonLatin() {
        String greek = "\u03b1\u03b2";
        char euro = '\u20ac';
        char umlaut = '\u00fc';
        String mixed = "a" + umlaut + greek + euro + 1;
        System.out.println(mixed + " " + mixed.length() + " " + mixed.hashCode());
        String astral = "\ud83d\ude00";
        System.out.println(astral + astral.length() + " " + astral.codePointAt(0) + ("x" + astral).hashCode());
    }

    static void charArithmetic() {
        char c = 'a';
        c++;
        System.out.println("" + c + (char) (c + 1) + (c + 1) + (int) c + (c > 'a'));
    }

    static void emptyStrings() {
        String empty = "";
        String result = empty + empty;
        System.out.println("[" + result + "]" + result.length() + (empty + 'x') + (empty + null));
    }

    static void integerExtremes() {
        int[] ints = {0, -1, 9, 10, 99, 100, 12345, -99999, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int value : ints) {
            System.out.println("<" + value + ">");
        }
        long[] longs = {0, -10, 4294967296L, 999999999999L, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long value : longs) {
            System.out.println("<" + value + ">");
        }
    }
}
