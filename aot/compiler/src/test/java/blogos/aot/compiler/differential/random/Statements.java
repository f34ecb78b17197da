package blogos.aot.compiler.differential.random;

import java.util.List;

/** Writes random statements. Loops end: each round takes from the program's fuel. */
final class Statements {
    private static final int EXPRESSION_DEPTH = 3;

    private final Dice dice;
    private final Scope scope;
    private final Expressions expressions;
    private final StringBuilder out;

    Statements(Dice dice, Scope scope, StringBuilder out) {
        this.dice = dice;
        this.scope = scope;
        this.expressions = new Expressions(dice, scope);
        this.out = out;
    }

    private Type anyType() {
        return dice.percent(35) ? Type.INT : dice.pick(Type.values());
    }

    private String expression(Type type) {
        return expressions.of(type, 1 + dice.below(EXPRESSION_DEPTH));
    }

    private void line(String text) {
        out.append("        ").append(text).append('\n');
    }

    /** Writes a block's inside; what it declares is forgotten after it. */
    void block(int depth) {
        int mark = scope.open();
        for (int i = 1 + dice.below(4); i > 0; i--) {
            statement(depth);
        }
        scope.close(mark);
    }

    private void statement(int depth) {
        if (depth <= 0 || dice.percent(50)) {
            simple();
            return;
        }
        switch (dice.below(11)) {
            case 0, 1 -> conditional(depth);
            case 2, 3, 4 -> loop(depth);
            case 5, 6 -> attempt(depth);
            case 7 -> choice(depth);
            case 8 -> forEach(depth);
            case 9 -> lambda(depth);
            default -> guarded(depth);
        }
    }

    private void simple() {
        switch (dice.below(9)) {
            case 0, 1, 2 -> declare(anyType());
            case 3, 4 -> assign();
            case 5 ->
                line("mix("
                        + expression(dice.pick(Type.INT, Type.LONG, Type.DOUBLE, Type.FLOAT, Type.STRING, Type.SHAPE))
                        + ");");
            case 6 -> store();
            case 7 -> jump();
            default -> callSomething();
        }
    }

    /** Writes a block whose exceptions only end the block. */
    void safeBlock(int depth) {
        String name = scope.fresh("x");
        line("try {");
        block(depth);
        line("} catch (RuntimeException " + name + ") { mix(" + name + ".getClass().getName()); }");
    }

    /** Declares a variable; captured ones stay fixed. */
    void declare(Type type) {
        String value = expression(type);
        String name = scope.fresh("v");
        boolean isFixed = dice.percent(20);
        line((isFixed ? "final " : "") + type + " " + name + " = " + value + ";");
        scope.declare(name, type, isFixed ? Scope.Use.CAPTURE : Scope.Use.ANY);
    }

    private void assign() {
        Type type = anyType();
        List<Scope.Variable> variables = scope.variables(type, true);
        if (variables.isEmpty()) {
            declare(type);
            return;
        }
        String name = dice.pick(variables).name();
        if (type.isNumeric() && dice.percent(50)) {
            boolean whole = type != Type.FLOAT && type != Type.DOUBLE;
            String operator = whole
                    ? dice.pick("+=", "-=", "*=", "/=", "%=", "<<=", ">>=", ">>>=", "&=", "|=", "^=")
                    : dice.pick("+=", "-=", "*=", "/=", "%=");
            Type operand = whole ? dice.pick(Type.INT, Type.LONG, Type.BYTE) : dice.pick(Type.INT, Type.DOUBLE);
            boolean divides = whole && operator.length() == 2 && "/%".indexOf(operator.charAt(0)) >= 0;
            line(name + " " + operator + " " + (divides ? "1 | " : "") + expression(operand) + ";");
        } else {
            line(name + " = " + expression(type) + ";");
        }
    }

    private void store() {
        Type type = dice.pick(Type.INTS, Type.BYTES, Type.DOUBLES, Type.TEXTS);
        List<Scope.Variable> arrays = scope.variables(type, false);
        if (arrays.isEmpty()) {
            declare(type);
            return;
        }
        String target = dice.pick(arrays).name() + "[" + expressions.index(1) + "]";
        Type element = type.element();
        boolean compound = element.isNumeric() && dice.percent(40);
        line(target + (compound ? dice.pick(" += ", " -= ", " *= ") : " = ") + expression(element) + ";");
    }

    private void jump() {
        String condition = "if (" + expression(Type.BOOLEAN) + ") ";
        switch (dice.below(4)) {
            case 0 -> {
                if (scope.result() != null) {
                    line(condition + "{ return " + expression(scope.result()) + "; }");
                }
            }
            case 1 -> {
                if (dice.percent(30)) {
                    line(condition + "{ throw new Failure(" + expression(Type.INT) + "); }");
                }
            }
            default -> {
                if (!scope.labels().isEmpty()) {
                    line(condition + "{ " + dice.pick("break ", "continue ") + dice.pick(scope.labels()) + "; }");
                }
            }
        }
    }

    private void callSomething() {
        if (scope.methods().isEmpty()) {
            line("state += " + expression(Type.INT) + ";");
        } else {
            line(expressions.call(dice.pick(scope.methods()), EXPRESSION_DEPTH) + ";");
        }
    }

    private void conditional(int depth) {
        line("if (" + expression(Type.BOOLEAN) + ") {");
        block(depth - 1);
        if (dice.percent(60)) {
            line("} else {");
            block(depth - 1);
        }
        line("}");
    }

    private void loop(int depth) {
        String label = scope.fresh("loop");
        String index = scope.fresh("i");
        int mark = scope.open();
        boolean testsLast = dice.percent(30);
        String rounds = "++" + index + " < " + (2 + dice.below(12)) + " && --fuel > 0 && ";
        if (dice.percent(50)) {
            line(label + ": for (int " + index + " = " + dice.below(4) + "; " + index + " < " + dice.below(12)
                    + " && --fuel > 0; " + index + " += " + (1 + dice.below(3)) + ") {");
            testsLast = false;
            scope.declare(index, Type.INT, Scope.Use.READ);
        } else {
            line("int " + index + " = 0;");
            line(label + ": " + (testsLast ? "do {" : "while (" + rounds + expression(Type.BOOLEAN) + ") {"));
        }
        scope.labels().add(label);
        block(depth - 1);
        scope.labels().remove(label);
        scope.close(mark);
        line(testsLast ? "} while (" + rounds + expression(Type.BOOLEAN) + ");" : "}");
    }

    private void forEach(int depth) {
        Type type = dice.pick(Type.INTS, Type.BYTES, Type.DOUBLES, Type.TEXTS);
        String label = scope.fresh("loop");
        String name = scope.fresh("e");
        int mark = scope.open();
        line(label + ": for (" + type.element() + " " + name + " : " + expression(type) + ") {");
        line("if (--fuel < 0) { break; }");
        scope.declare(name, type.element(), Scope.Use.ANY);
        scope.labels().add(label);
        block(depth - 1);
        scope.labels().remove(label);
        scope.close(mark);
        line("}");
    }

    private void attempt(int depth) {
        line("try {");
        block(depth - 1);
        boolean caught = dice.percent(80);
        if (caught) {
            String name = scope.fresh("x");
            String types = dice.pick(
                    "Failure",
                    "ArithmeticException",
                    "RuntimeException",
                    "Failure | ArithmeticException",
                    "IndexOutOfBoundsException | NullPointerException");
            line("} catch (" + types + " " + name + ") {");
            line("mix(" + name + ".getClass().getName());");
            block(depth - 1);
        }
        if (!caught || dice.percent(40)) {
            line("} finally {");
            line("state = state * 31 + 7;");
            block(depth - 1);
        }
        line("}");
    }

    private void choice(int depth) {
        boolean onText = dice.percent(30);
        line("switch ("
                + (onText ? expression(Type.STRING) : "0 + " + expression(Type.INT) + dice.pick(" & 7", " % 5", ""))
                + ") {");
        List<String> labels = onText
                ? List.of("\"Aa\"", "\"BB\"", "\"text\"", "\"\"")
                : dice.pick(List.of("0", "1", "2", "3", "5"), List.of("-1", "0", "1000", "-2147483648", "65536"));
        for (String label : labels) {
            line("case " + label + ": {");
            block(depth - 1);
            line("}");
            if (dice.percent(65)) {
                line("break;");
            }
        }
        line("default: {");
        block(depth - 1);
        line("} }");
    }

    private void lambda(int depth) {
        Scope inner = scope.forLambda();
        String parameter = inner.fresh("p");
        String body = scope.fresh("f");
        String call = body + ".applyAs" + dice.pick("Int", "Int", "Int") + "(" + expression(Type.INT) + ")";
        inner.declare(parameter, Type.INT, Scope.Use.CAPTURE);
        line("java.util.function.IntUnaryOperator " + body + " = " + parameter + " -> {");
        Statements statements = new Statements(dice, inner, out);
        if (depth > 1) {
            statements.block(depth - 2);
        }
        line("return " + new Expressions(dice, inner).of(Type.INT, 2) + "; };");
        line("mix(" + call + " + " + call + ");");
    }

    private void guarded(int depth) {
        line("synchronized (" + dice.pick("LOCK", "\"lock\"", "Shape.class") + ") {");
        block(depth - 1);
        line("}");
    }
}
