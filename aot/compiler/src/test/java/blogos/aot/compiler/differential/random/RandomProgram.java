package blogos.aot.compiler.differential.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A random, well-typed, terminating Java program made from a seed. It does arithmetic on every primitive type, uses
 * arrays, strings, objects with virtual methods, loops, switches, lambdas, monitors and exceptions; what it computes
 * goes into a checksum, and every method is one case of {@link blogos.aot.cases.Cases} shape, so that a difference is
 * narrowed to a method.
 */
public final class RandomProgram {
    private static final int METHODS = 3;
    private static final int CALLS = 3;
    private static final int BLOCKS = 3;
    private static final String FRAME = """
            /** Random program of seed %SEED%. */
            @SuppressWarnings("all")
            public final class %NAME% {
                static int fuel;
                static int state;
                static long checksum;
                static final Object LOCK = new Object();

                static final class Failure extends RuntimeException {
                    final int code;
                    Failure(int code) { super("code " + code); this.code = code; }
                }

                static abstract class Shape {
                    int sides;
                    Shape(int sides) { this.sides = sides; }
                    abstract int area();
                    String name() { return "shape" + sides; }
                    int grow(int by) { sides += by; return area() ^ sides; }
                }

                static final class Circle extends Shape implements Comparable<Circle> {
                    Circle(int radius) { super(radius); }
                    int area() { return 3 * sides * sides; }
                    public int compareTo(Circle other) { return Integer.compare(sides, other.sides); }
                }

                static final class Square extends Shape {
                    final char mark;
                    Square(int side, char mark) { super(side); this.mark = mark; }
                    int area() { return sides * mark; }
                    String name() { return mark + super.name(); }
                    int grow(int by) { if (by == 3) { throw new Failure(by); } return super.grow(-by); }
                }

                static final Shape LAST = new Circle(2);

                static String from(String s, int i) { return s.isEmpty() ? s : s.substring((i & 0x7fffffff) % s.length()); }
                static String cut(String s) { return s.length() > 24 ? s.substring(s.length() - 24) : s; }
                static void mix(long value) { checksum = checksum * 1000003 + value; }
                static void mix(double value) { mix(Double.doubleToLongBits(value)); }
                static void mix(float value) { mix(Float.floatToIntBits(value)); }
                static void mix(String value) { mix(value == null ? 17 : value.hashCode()); }
                static void mix(Shape value) { mix(value == null ? 19 : value.sides * 31 + value.area()); }
                static void mix(boolean value) { mix(value ? 1231 : 1237); }
                static void mix(int[] value) { mix(value == null ? 23 : java.util.Arrays.hashCode(value)); }
                static void mix(byte[] value) { mix(value == null ? 29 : java.util.Arrays.hashCode(value)); }
                static void mix(double[] value) { mix(value == null ? 31 : java.util.Arrays.hashCode(value)); }
                static void mix(String[] value) { mix(value == null ? 37 : java.util.Arrays.hashCode(value)); }

            """;

    private final long seed;

    /** The program of a seed; equal seeds make equal programs. */
    public RandomProgram(long seed) {
        this.seed = seed;
    }

    /** The name of its only class, which is in no package. */
    public String name() {
        return "Random" + Long.toUnsignedString(seed, 36);
    }

    /** The text of its only file. */
    public String source() {
        Dice dice = new Dice(seed);
        StringBuilder out =
                new StringBuilder(FRAME.replace("%SEED%", Long.toString(seed)).replace("%NAME%", name()));
        StringBuilder main = new StringBuilder("    public static void main(String[] arguments) {\n");
        List<Scope.Method> methods = new ArrayList<>();
        for (int i = 0; i < METHODS; i++) {
            Scope.Method method = method(dice, i, methods, out);
            for (int call = 0; call < CALLS; call++) {
                String expression = new Expressions(dice, new Scope(List.of(), null)).call(method, 3);
                main.append("        start(\"")
                        .append(method.name())
                        .append(' ')
                        .append(call)
                        .append("\"); try { mix(")
                        .append(expression)
                        .append("); } catch (RuntimeException e) { end(e); }\n")
                        .append("        System.out.println(checksum + \" \" + state + \" \" + (fuel > 0));\n");
            }
            methods.add(method);
        }
        main.append("    }\n\n");
        main.append("    static void start(String name) {\n        System.out.println(\"## \" + name);\n")
                .append("        fuel = 20000;\n        state = 1;\n        checksum = 0;\n    }\n\n")
                .append("    static void end(RuntimeException e) {\n        System.out.println(e instanceof ")
                .append("ClassCastException ? \"ClassCastException\" : e.toString());\n")
                .append("        for (StackTraceElement frame : e.getStackTrace()) {\n")
                .append("            if (frame.getClassName().startsWith(\"Random\")) {\n")
                .append("                System.out.println(frame);\n            }\n        }\n    }\n");
        return out.append(main).append("}\n").toString();
    }

    private static Scope.Method method(Dice dice, int number, List<Scope.Method> earlier, StringBuilder out) {
        Type result = dice.percent(40) ? Type.INT : dice.pick(Type.values());
        List<Type> parameters = new ArrayList<>();
        for (int i = dice.below(6); i > 0; i--) {
            parameters.add(dice.pick(Type.values()));
        }
        Scope scope = new Scope(earlier, result);
        out.append("    static ").append(result).append(" m").append(number).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            boolean isFixed = dice.percent(25);
            String name = scope.fresh("a");
            out.append(i > 0 ? ", " : "")
                    .append(isFixed ? "final " : "")
                    .append(parameters.get(i))
                    .append(' ')
                    .append(name);
            scope.declare(name, parameters.get(i), isFixed ? Scope.Use.CAPTURE : Scope.Use.ANY);
        }
        out.append(") {\n        if (--fuel < 0) { throw new Failure(-1); }\n");
        Statements statements = new Statements(dice, scope, out);
        statements.declare(Type.INT);
        statements.declare(dice.pick(Type.values()));
        for (int i = 0; i < BLOCKS; i++) {
            statements.safeBlock(2);
        }
        out.append("        return ")
                .append(new Expressions(dice, scope).of(result, 3))
                .append(";\n    }\n\n");
        return new Scope.Method("m" + number, result, parameters);
    }
}
