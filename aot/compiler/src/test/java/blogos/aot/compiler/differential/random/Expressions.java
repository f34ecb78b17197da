package blogos.aot.compiler.differential.random;

import java.util.List;
import java.util.stream.Collectors;

/** Writes random expressions of a wanted type. They may throw what Java's operators throw. */
final class Expressions {
    private static final String[] INTS = {
        "0", "1", "-1", "2", "7", "31", "32", "255", "65536", "Integer.MAX_VALUE", "Integer.MIN_VALUE", "0x55555555"
    };
    private static final String[] LONGS = {
        "0L", "1L", "-1L", "63L", "4294967296L", "Long.MAX_VALUE", "Long.MIN_VALUE", "-2147483649L"
    };
    private static final String[] DOUBLES = {
        "0.0", "-0.0", "1.0", "0.1", "-2.5", "1e300", "1e-310", "Double.NaN", "Double.POSITIVE_INFINITY", "4294967297.5"
    };
    private static final String[] FLOATS = {
        "0f", "-0f", "1f", "0.1f", "-2.5f", "1e38f", "Float.MIN_VALUE", "Float.NaN", "16777217f"
    };
    private static final String[] STRINGS = {"\"\"", "\"a\"", "\"text\"", "\"Aa\"", "\"BB\"", "\"\\u00e4\\u20ac\""};

    private final Dice dice;
    private final Scope scope;

    Expressions(Dice dice, Scope scope) {
        this.dice = dice;
        this.scope = scope;
    }

    /** An expression that can be assigned to a variable of the type; {@code depth} bounds its nesting. */
    String of(Type type, int depth) {
        List<Scope.Variable> variables = scope.variables(type, false);
        if (!variables.isEmpty() && dice.percent(depth <= 0 ? 75 : 20)) {
            return dice.pick(variables).name();
        }
        if (depth <= 0) {
            return leaf(type);
        }
        if (dice.percent(10)) {
            return "(" + of(Type.BOOLEAN, depth - 1) + " ? " + of(type, depth - 1) + " : " + of(type, depth - 1) + ")";
        }
        if (dice.percent(12)) {
            List<Scope.Method> callable =
                    scope.methods().stream().filter(m -> m.result() == type).toList();
            if (!callable.isEmpty()) {
                return call(dice.pick(callable), depth);
            }
        }
        return switch (type) {
            case INT -> integer(depth);
            case LONG -> longInteger(depth);
            case BYTE, SHORT, CHAR -> narrow(type, depth);
            case BOOLEAN -> truth(depth);
            case FLOAT, DOUBLE -> floating(type, depth);
            case STRING -> text(depth);
            case SHAPE -> shape(depth);
            default -> array(type, depth);
        };
    }

    private String leaf(Type type) {
        return switch (type) {
            case INT -> dice.percent(60) ? dice.pick(INTS) : Integer.toString(dice.anyInt());
            case LONG -> dice.percent(60) ? dice.pick(LONGS) : dice.anyLong() + "L";
            case BYTE -> "(byte) " + dice.below(256);
            case SHORT -> "(short) " + dice.below(65536);
            case CHAR -> dice.pick("'a'", "'\\uffff'", "'0'", "(char) 8364");
            case BOOLEAN -> dice.pick("true", "false", "(state > 0)");
            case FLOAT -> dice.pick(FLOATS);
            case DOUBLE -> dice.pick(DOUBLES);
            case STRING -> dice.pick(STRINGS);
            case SHAPE ->
                dice.pick(
                        "new Circle(" + dice.below(9) + ")",
                        "new Square(" + dice.below(9) + ", 'q')",
                        dice.percent(15) ? "((Shape) null)" : "LAST");
            default -> array(type, 0);
        };
    }

    String call(Scope.Method method, int depth) {
        return method.name()
                + method.parameters().stream()
                        .map(parameter -> of(parameter, depth - 2))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String binary(String left, String operator, String right) {
        return "(" + left + " " + operator + " " + right + ")";
    }

    private Type anyNumber() {
        return dice.pick(Type.INT, Type.INT, Type.LONG, Type.BYTE, Type.SHORT, Type.CHAR, Type.FLOAT, Type.DOUBLE);
    }

    private Type smallNumber() {
        return dice.pick(Type.INT, Type.INT, Type.INT, Type.BYTE, Type.SHORT, Type.CHAR);
    }

    private String integer(int depth) {
        int next = depth - 1;
        switch (dice.below(16)) {
            case 0, 1, 2, 3:
                return binary(
                        of(smallNumber(), next), dice.pick("+", "-", "*", "&", "|", "^"), of(smallNumber(), next));
            case 4:
                return binary(of(Type.INT, next), dice.pick("/", "%"), divisor(Type.INT, next));
            case 5:
                return binary(
                        of(smallNumber(), next), dice.pick("/", "%"), dice.pick("2", "-3", "7", "10", "16", "-1"));
            case 6, 7:
                Type distance = dice.pick(Type.INT, Type.LONG, Type.BYTE);
                return binary(of(smallNumber(), next), dice.pick("<<", ">>", ">>>"), of(distance, next));
            case 8:
                return "(int) " + of(dice.pick(Type.LONG, Type.FLOAT, Type.DOUBLE), next);
            case 9:
                return dice.pick("-", "~", "+") + "(" + of(smallNumber(), next) + ")";
            case 10:
                return element(Type.INTS, next);
            case 11:
                return of(dice.pick(Type.INTS, Type.BYTES, Type.DOUBLES, Type.TEXTS), next) + ".length";
            case 12:
                return "(" + of(Type.STRING, next) + ")"
                        + dice.pick(".length()", ".hashCode()", ".indexOf(" + of(Type.CHAR, 0) + ")");
            case 13:
                return assignment(Type.INT, next);
            case 14:
                return "(" + of(Type.SHAPE, next) + ")"
                        + dice.pick(".area()", ".sides", ".grow(" + of(Type.INT, next - 1) + ")");
            default:
                return choice(Type.INT, next);
        }
    }

    private String longInteger(int depth) {
        int next = depth - 1;
        return switch (dice.below(8)) {
            case 0, 1, 2 -> binary(of(Type.LONG, next), dice.pick("+", "-", "*", "&", "|", "^"), of(Type.LONG, next));
            case 3 -> binary(of(Type.LONG, next), dice.pick("/", "%"), divisor(Type.LONG, next));
            case 4 ->
                binary(of(Type.LONG, next), dice.pick("<<", ">>", ">>>"), of(dice.pick(Type.INT, Type.LONG), next));
            case 5 -> "(long) " + of(anyNumber(), next);
            case 6 -> assignment(Type.LONG, next);
            default -> choice(Type.LONG, next);
        };
    }

    private String narrow(Type type, int depth) {
        if (type == Type.BYTE && dice.percent(30)) {
            return element(Type.BYTES, depth - 1);
        }
        return dice.percent(15) ? assignment(type, depth - 1) : "(" + type + ") (" + of(anyNumber(), depth - 1) + ")";
    }

    private String floating(Type type, int depth) {
        int next = depth - 1;
        return switch (dice.below(7)) {
            case 0, 1, 2 -> binary(of(type, next), dice.pick("+", "-", "*", "/", "%"), of(type, next));
            case 3 -> "(" + type + ") " + of(anyNumber(), next);
            case 4 -> "-(" + of(type, next) + ")";
            case 5 -> assignment(type, next);
            default ->
                type == Type.DOUBLE
                        ? dice.percent(50) ? element(Type.DOUBLES, next) : "Math.sqrt(" + of(Type.DOUBLE, next) + ")"
                        : "Math." + dice.pick("abs(", "signum(") + of(Type.FLOAT, next) + ")";
        };
    }

    private String truth(int depth) {
        int next = depth - 1;
        switch (dice.below(10)) {
            case 0, 1, 2:
                Type type = anyNumber();
                return binary(of(type, next), dice.pick("<", "<=", ">", ">=", "==", "!="), of(type, next));
            case 3, 4:
                return binary(
                        of(Type.BOOLEAN, next), dice.pick("&&", "||", "&", "|", "^", "=="), of(Type.BOOLEAN, next));
            case 5:
                return "!(" + of(Type.BOOLEAN, next) + ")";
            case 6:
                return "((Object) " + of(dice.pick(Type.SHAPE, Type.STRING, Type.INTS), next) + " instanceof "
                        + dice.pick("Circle", "Shape", "String", "int[]", "Comparable<?>") + ")";
            case 7:
                return "(" + of(Type.STRING, next) + ").equals(" + of(Type.STRING, next) + ")";
            case 8:
                return binary(of(Type.SHAPE, next), dice.pick("==", "!="), "null");
            default:
                return binary(of(Type.INT, next), dice.pick("<", ">="), of(Type.INT, next));
        }
    }

    private String text(int depth) {
        int next = depth - 1;
        return switch (dice.below(6)) {
            case 0, 1, 2 ->
                "cut(" + of(Type.STRING, next) + " + "
                        + of(dice.pick(Type.INT, Type.LONG, Type.CHAR, Type.BOOLEAN, Type.STRING, Type.BYTE), next)
                        + (dice.percent(40) ? " + " + of(dice.pick(Type.STRING, Type.DOUBLE, Type.FLOAT), next) : "")
                        + ")";
            case 3 -> "(\"\" + " + element(Type.TEXTS, next) + ")";
            case 4 -> "from(" + of(Type.STRING, next) + ", " + of(Type.INT, 0) + ")";
            default -> "(" + of(Type.SHAPE, next) + ").name()";
        };
    }

    private String shape(int depth) {
        int next = depth - 1;
        return switch (dice.below(5)) {
            case 0, 1 -> "new Circle(" + of(Type.INT, next) + ")";
            case 2 -> "new Square(" + of(Type.INT, next) + ", " + of(Type.CHAR, next) + ")";
            case 3 ->
                "((" + dice.pick("Circle", "Square", "Shape", "Shape", "Shape", "Shape") + ") (Shape) "
                        + of(Type.SHAPE, next) + ")";
            default -> leaf(Type.SHAPE);
        };
    }

    private String array(Type type, int depth) {
        if (depth > 0 && dice.percent(20)) {
            return "(" + of(type, depth - 1) + ").clone()";
        }
        String element = type.element().toString();
        if (dice.percent(40)) {
            return "new " + element + "[" + (dice.percent(96) ? 4 + dice.below(5) : "(" + of(Type.INT, 0) + ") % 50")
                    + "]";
        }
        StringBuilder text = new StringBuilder("new ").append(element).append("[] {");
        for (int i = dice.percent(90) ? 3 + dice.below(4) : dice.below(3); i >= 0; i--) {
            text.append(of(type.element(), depth - 2)).append(i > 0 ? ", " : "");
        }
        return text.append("}").toString();
    }

    /** An element; the index is usually inside the array. */
    private String element(Type type, int depth) {
        String array = of(type, depth);
        return "(" + array + ")[" + index(depth) + "]";
    }

    String index(int depth) {
        return dice.percent(96) ? "(" + of(Type.INT, depth) + ") & " + dice.pick(1, 3) : of(Type.INT, depth);
    }

    /** What is divided by: usually odd. */
    private String divisor(Type type, int depth) {
        return dice.percent(93) ? "(" + of(type, depth) + " | 1)" : of(type, depth);
    }

    /** An assignment as an expression, where the scope has something to assign. */
    private String assignment(Type type, int depth) {
        List<Scope.Variable> variables = scope.variables(type, true);
        if (variables.isEmpty()) {
            return leaf(type);
        }
        String name = dice.pick(variables).name();
        return switch (dice.below(4)) {
            case 0 -> "(" + name + " = " + of(type, depth) + ")";
            case 1 -> "(" + name + dice.pick("++", "--") + ")";
            case 2 -> "(" + dice.pick("++", "--") + name + ")";
            default -> "(" + name + " " + dice.pick("+=", "-=", "*=") + " " + of(anyNumber(), depth) + ")";
        };
    }

    private String choice(Type type, int depth) {
        String value = scope.fresh("y");
        return "(switch (" + of(Type.INT, depth - 1) + " & 3) { case 0 -> " + of(type, depth - 1) + "; case 1, 2 -> { "
                + type + " " + value + " = " + of(type, depth - 1) + "; state++; yield " + value + "; } default -> "
                + of(type, depth - 1) + "; })";
    }
}
