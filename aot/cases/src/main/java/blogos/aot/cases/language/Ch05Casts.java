package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** Chapter 5: casts between classes, interfaces and arrays, boxing caches, conversions in every context. */
public final class Ch05Casts {
    private Ch05Casts() {}

    public static void main(String[] arguments) {
        Cases.run("classesDown", Ch05Casts::classesDown);
        Cases.run("acrossInterfaces", Ch05Casts::acrossInterfaces);
        Cases.run("arraysOfReferences", Ch05Casts::arraysOfReferences);
        Cases.run("arraysOfPrimitives", Ch05Casts::arraysOfPrimitives);
        Cases.run("intersectionCast", Ch05Casts::intersectionCast);
        Cases.run("uncheckedCastFailsLater", Ch05Casts::uncheckedCastFailsLater);
        Cases.run("boxedCasts", Ch05Casts::boxedCasts);
        Cases.run("boxingCaches", Ch05Casts::boxingCaches);
        Cases.run("mixedEquality", Ch05Casts::mixedEquality);
        Cases.run("conditionalUnboxing", Ch05Casts::conditionalUnboxing);
        Cases.run("charArithmetic", Ch05Casts::charArithmetic);
        Cases.run("longToIntAndBack", Ch05Casts::longToIntAndBack);
        Cases.run("floatingToIntegral", Ch05Casts::floatingToIntegral);
        Cases.run("stringConversion", Ch05Casts::stringConversion);
        Cases.run("invocationContexts", Ch05Casts::invocationContexts);
        Cases.run("ternaryChains", Ch05Casts::ternaryChains);
    }

    interface Flies {}

    interface Swims {}

    static class Animal {}

    static class Bird extends Animal implements Flies {}

    static final class Duck extends Bird implements Swims {}

    private static void cast(String label, Cases.Body body) {
        try {
            body.run();
            System.out.println(label + " ok");
        } catch (Throwable e) {
            System.out.println(label + " " + Cases.describe(e));
        }
    }

    static void classesDown() {
        Animal animal = new Bird();
        cast("Bird", () -> ((Bird) animal).hashCode());
        cast("Duck", () -> ((Duck) animal).hashCode());
        cast("null", () -> System.out.println((Duck) (Animal) null));
    }

    static void acrossInterfaces() {
        Flies flies = new Bird();
        cast("Swims", () -> System.out.println((Swims) flies == null));
        Flies duck = new Duck();
        cast("Swims", () -> System.out.println((Swims) duck != null));
        cast("Animal", () -> System.out.println((Animal) duck != null));
    }

    static void arraysOfReferences() {
        Object[] objects = new String[] {"a"};
        cast("String[]", () -> System.out.println(((String[]) objects)[0]));
        cast("Integer[]", () -> System.out.println(((Integer[]) objects)[0]));
        cast("CharSequence[]", () -> System.out.println(((CharSequence[]) objects)[0]));
        Object nested = new Duck[][] {{new Duck()}};
        cast("Animal[][]", () -> System.out.println(((Animal[][]) nested).length));
        cast("Object[]", () -> System.out.println(((Object[]) nested).length));
        cast("Swims[][]", () -> System.out.println(((Swims[][]) nested).length));
        cast("Object[][][]", () -> System.out.println(((Object[][][]) nested).length));
    }

    static void arraysOfPrimitives() {
        Object ints = new int[] {1};
        cast("int[]", () -> System.out.println(((int[]) ints)[0]));
        cast("long[]", () -> System.out.println(((long[]) ints)[0]));
        cast("Object[]", () -> System.out.println(((Object[]) ints)[0]));
        cast("Cloneable", () -> System.out.println((Cloneable) ints != null));
        cast("Serializable", () -> System.out.println((Serializable) ints != null));
        cast("Comparable", () -> System.out.println((Comparable<?>) ints));
    }

    static void intersectionCast() {
        Runnable task = (Runnable & Serializable) () -> System.out.println("ran");
        task.run();
        System.out.println(task instanceof Serializable);
        List<String> list = new ArrayList<>();
        cast("both", () -> System.out.println(((List<String> & RandomAccess) list).size()));
    }

    @SuppressWarnings("unchecked")
    static void uncheckedCastFailsLater() {
        List<Integer> numbers = new ArrayList<>();
        ((List<Object>) (List<?>) numbers).add("text");
        cast("get", () -> System.out.println((Object) numbers.get(0)));
        cast("use", () -> System.out.println(numbers.get(0) + 1));
        cast("loop", () -> {
            for (Integer n : numbers) {
                System.out.println(n);
            }
        });
    }

    static void boxedCasts() {
        Object one = 1;
        cast("int", () -> System.out.println((int) one + 1));
        cast("long", () -> System.out.println((long) one));
        cast("Long", () -> System.out.println((Long) one));
        cast("Number", () -> System.out.println(((Number) one).doubleValue()));
        Object c = 'c';
        cast("char", () -> System.out.println((char) c));
        cast("int of char", () -> System.out.println((int) c));
    }

    static void boxingCaches() {
        Integer a = 127;
        Integer b = 127;
        Integer c = 128;
        Integer d = 128;
        Long e = -128L;
        Long f = -128L;
        Long g = -129L;
        Long h = -129L;
        Character i = '\u007f';
        Character j = '\u007f';
        Short k = 127;
        Short l = 127;
        Byte m = -128;
        Byte n = -128;
        Boolean o = true;
        Boolean p = Boolean.valueOf("TRUE");
        System.out.println((a == b) + " " + (c == d) + " " + c.equals(d) + " " + (e == f) + " " + (g == h) + " " + (i == j) + " " + (k == l) + " "
                + (m == n) + " " + (o == p));
    }

    static void mixedEquality() {
        Integer boxed = 1000;
        Long wide = 1000L;
        System.out.println((boxed == 1000) + " " + wide.equals(boxed) + " " + wide.equals(1000L) + " " + (boxed.longValue() == wide) + " "
                + new ArrayList<>(List.of(1000L)).contains(1000));
    }

    static void conditionalUnboxing() {
        Integer none = null;
        boolean yes = none == null;
        Object o = yes ? 1 : "text";
        Object p = yes ? 1 : 2.0;
        Object q = yes ? (Object) 1 : (Object) 2.0;
        System.out.println(o + " " + p + " " + q);
        cast("null", () -> {
            int n = yes ? none : 0;
        });
    }

    static void charArithmetic() {
        char c = 'a';
        int sum = c + 1;
        char next = (char) (c + 1);
        c += 1;
        final int constant = 'b' - 'a';
        byte small = constant;
        char fromInt = 98;
        System.out.println(sum + " " + next + c + small + fromInt + (char) 0x20ac + (int) '\u20ac' + (short) '\uffff' + (byte) 'é');
    }

    static void longToIntAndBack() {
        long[] all = {0, -1, 1L << 31, -(1L << 31), (1L << 32) + 5, Long.MIN_VALUE};
        for (long l : all) {
            System.out.print((int) l + " " + (short) l + " " + (byte) l + " " + (char) l + (int) (char) l + " " + (float) l + "; ");
        }
        System.out.println();
    }

    static void floatingToIntegral() {
        double[] all = {0.9, -0.9, 1e10, -1e10, 1e19, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 65536.7, -0.0};
        for (double d : all) {
            System.out.print((int) d + " " + (long) d + " " + (short) d + " " + (int) (char) d + " " + (byte) (float) d + "; ");
        }
        System.out.println();
    }

    static void stringConversion() {
        char[] chars = {'x'};
        System.out.println("" + chars.length + null + 'c' + 1L + 1f + 1d + true + (Object) null + new StringBuilder("b") + (byte) -1);
    }

    private static String which(double d) {
        return "double";
    }

    private static String which(Object o) {
        return "Object";
    }

    private static String pair(long a, int b) {
        return "long,int";
    }

    private static String pair(Integer a, Object b) {
        return "Integer,Object";
    }

    static void invocationContexts() {
        Integer boxed = 1;
        System.out.println(which(1) + " " + which(boxed) + " " + which('c') + " " + which("s") + " " + pair(1, 2) + " " + pair(boxed, "x"));
    }

    static void ternaryChains() {
        for (int i = 0; i < 4; i++) {
            long value = i == 0 ? 1 : i == 1 ? 2L : i == 2 ? 'c' : (byte) -1;
            Comparable<?> mixed = i == 0 ? "s" : i == 1 ? 1 : i == 2 ? 1.5 : 'c';
            System.out.print(value + " " + mixed + "; ");
        }
        System.out.println();
    }
}
