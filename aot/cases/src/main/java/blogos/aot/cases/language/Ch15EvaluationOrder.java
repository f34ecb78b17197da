package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 15.7, 15.26: operands are evaluated left to right, each once, and exceptions come at their place. */
public final class Ch15EvaluationOrder {
    private static final StringBuilder LOG = new StringBuilder();
    private static int counter;
    private int field = 10;

    private Ch15EvaluationOrder() {}

    public static void main(String[] arguments) {
        Cases.run("binaryOperands", Ch15EvaluationOrder::binaryOperands);
        Cases.run("leftOperandIsSaved", Ch15EvaluationOrder::leftOperandIsSaved);
        Cases.run("compoundSavesLeft", Ch15EvaluationOrder::compoundSavesLeft);
        Cases.run("arrayElementCompound", Ch15EvaluationOrder::arrayElementCompound);
        Cases.run("arrayAssignmentOrder", Ch15EvaluationOrder::arrayAssignmentOrder);
        Cases.run("arrayAssignmentFailures", Ch15EvaluationOrder::arrayAssignmentFailures);
        Cases.run("fieldAssignmentFailures", Ch15EvaluationOrder::fieldAssignmentFailures);
        Cases.run("argumentsLeftToRight", Ch15EvaluationOrder::argumentsLeftToRight);
        Cases.run("argumentThrows", Ch15EvaluationOrder::argumentThrows);
        Cases.run("receiverBeforeArguments", Ch15EvaluationOrder::receiverBeforeArguments);
        Cases.run("shortCircuit", Ch15EvaluationOrder::shortCircuit);
        Cases.run("conditionalEvaluatesOne", Ch15EvaluationOrder::conditionalEvaluatesOne);
        Cases.run("incrementInExpression", Ch15EvaluationOrder::incrementInExpression);
        Cases.run("chainedAssignment", Ch15EvaluationOrder::chainedAssignment);
        Cases.run("divisionAfterOperands", Ch15EvaluationOrder::divisionAfterOperands);
        Cases.run("arrayCreationOrder", Ch15EvaluationOrder::arrayCreationOrder);
        Cases.run("concatenationOrder", Ch15EvaluationOrder::concatenationOrder);
        Cases.run("staticThroughNull", Ch15EvaluationOrder::staticThroughNull);
        Cases.run("instanceCreationOrder", Ch15EvaluationOrder::instanceCreationOrder);
    }

    private static int log(int value) {
        LOG.append(value).append(' ');
        return value;
    }

    private static int fail(String name) {
        LOG.append(name).append(' ');
        throw new IllegalStateException(name);
    }

    private static boolean truth(boolean value, String name) {
        LOG.append(name).append(' ');
        return value;
    }

    private static void flush() {
        System.out.println(LOG);
        LOG.setLength(0);
    }

    static void binaryOperands() {
        System.out.println(log(1) + log(2) * log(3) - log(4) / log(2));
        System.out.println((log(1) < log(2)) == (log(4) > log(3)));
        flush();
    }

    static void leftOperandIsSaved() {
        int i = 2;
        int j = (i = 3) * i;
        int k = i + (i = 10) + i++ + i;
        System.out.println(j + " " + k + " " + i);
    }

    static void compoundSavesLeft() {
        int a = 9;
        a += (a = 3);
        int b = 5;
        b = b + (b = 4) * b;
        int c = 5;
        c -= c++ + ++c;
        System.out.println(a + " " + b + " " + c);
        int[] cell = {1};
        cell[0] += cell[0] = 7;
        System.out.println(cell[0]);
    }

    private static int next() {
        return counter++;
    }

    static void arrayElementCompound() {
        counter = 0;
        int[] values = {10, 20, 30, 40};
        values[next()] += 5;
        values[next()]++;
        values[next()] <<= next();
        System.out.println(values[0] + " " + values[1] + " " + values[2] + " " + values[3] + " " + counter);
        int i = 0;
        values[i++] = values[i++] + values[i++];
        System.out.println(values[0] + " " + i);
        int[] self = {1, 2, 3};
        int index = 0;
        self[index] = index = 2;
        System.out.println(self[0] + " " + self[2] + " " + index);
    }

    static void arrayAssignmentOrder() {
        int[][] grid = {{0, 0}, {0, 0}};
        grid[log(0)][log(1)] = log(7);
        grid[log(1)][log(0)] += log(8);
        flush();
        int[] a = {4, 4};
        int b = 1;
        a[b] = b = 0;
        System.out.println(a[0] + " " + a[1] + " " + b);
    }

    static void arrayAssignmentFailures() {
        int[] none = null;
        int[] one = {0};
        Cases.thrown("index first", () -> none[fail("index")] = fail("value"));
        flush();
        Cases.thrown("value before null", () -> none[log(0)] = fail("value"));
        flush();
        Cases.thrown("null last", () -> none[log(0)] = log(1));
        flush();
        Cases.thrown("value before bounds", () -> one[log(9)] = fail("value"));
        flush();
        Cases.thrown("bounds last", () -> one[log(9)] = log(1));
        flush();
        Cases.thrown("compound null first", () -> none[log(0)] += fail("value"));
        flush();
        Cases.thrown("compound bounds first", () -> one[log(5)] += fail("value"));
        flush();
        Object[] strings = new String[1];
        Cases.thrown("bounds before store", () -> strings[log(1)] = log(3));
        Cases.thrown("store", () -> strings[log(0)] = log(3));
        flush();
    }

    private static Ch15EvaluationOrder nothing() {
        LOG.append("nothing ");
        return null;
    }

    static void fieldAssignmentFailures() {
        Cases.thrown("value first", () -> nothing().field = fail("value"));
        flush();
        Cases.thrown("null after value", () -> nothing().field = log(1));
        flush();
        Cases.thrown("compound null first", () -> nothing().field += fail("value"));
        flush();
        Ch15EvaluationOrder some = new Ch15EvaluationOrder();
        some.field += some.field++ + ++some.field;
        System.out.println(some.field);
    }

    private static int three(int a, int b, int c) {
        return a * 100 + b * 10 + c;
    }

    static void argumentsLeftToRight() {
        int i = 1;
        System.out.println(three(i, i = 2, i + i++));
        System.out.println(three(log(3), log(2), log(1)));
        flush();
    }

    static void argumentThrows() {
        Cases.thrown("second argument", () -> three(log(1), fail("two"), log(3)));
        flush();
    }

    private int instance(int value) {
        LOG.append("called ");
        return value + field;
    }

    static void receiverBeforeArguments() {
        Cases.thrown("argument before null receiver", () -> nothing().instance(fail("argument")));
        flush();
        Cases.thrown("null receiver", () -> nothing().instance(log(1)));
        flush();
        System.out.println(new Ch15EvaluationOrder().instance(log(5)));
        flush();
    }

    static void shortCircuit() {
        System.out.println(truth(false, "a") && truth(true, "b") || truth(true, "c"));
        System.out.println(truth(true, "d") || truth(true, "e") && truth(false, "f"));
        System.out.println(truth(false, "g") & truth(true, "h") | truth(true, "i"));
        boolean value = true;
        value |= truth(false, "j");
        value &= truth(true, "k");
        System.out.println(value);
        flush();
    }

    static void conditionalEvaluatesOne() {
        System.out.println(truth(true, "t") ? log(1) : log(2));
        System.out.println(truth(false, "f") ? log(1) : truth(true, "n") ? log(3) : log(4));
        flush();
    }

    static void incrementInExpression() {
        int i = 5;
        int j = i++ + ++i * i-- - --i;
        int k = i++ + i++;
        System.out.println(i + " " + j + " " + k);
        i = i++;
        System.out.println(i);
        i = i++ + i;
        System.out.println(i);
    }

    static void chainedAssignment() {
        int a;
        int b;
        long c;
        a = b = 3;
        c = a = b += 4;
        byte d;
        int e = d = (byte) 300;
        System.out.println(a + " " + b + " " + c + " " + d + " " + e);
    }

    static void divisionAfterOperands() {
        int zero = counter - counter;
        Cases.thrown("operand throws before division", () -> System.out.println(log(1) / zero + fail("right")));
        Cases.thrown("divisor evaluated", () -> System.out.println(fail("left") / (log(1) / zero)));
        flush();
    }

    static void arrayCreationOrder() {
        Cases.thrown("all dimensions evaluated", () -> System.out.println(new int[log(-1)][fail("second")].length));
        flush();
        Cases.thrown("negative after all", () -> System.out.println(new int[log(2)][log(-3)].length));
        flush();
        int i = 4;
        int[][] grid = new int[i][i = 3];
        System.out.println(grid.length + " " + grid[0].length);
        int[] values = {log(1), log(2), log(3)};
        System.out.println(values[2]);
        flush();
    }

    static void concatenationOrder() {
        int i = 1;
        System.out.println("" + i + i++ + i + (i = 9) + i);
        StringBuilder shared = new StringBuilder("x");
        System.out.println("" + shared + shared.append('y') + shared);
    }

    private static int shared = 42;

    @SuppressWarnings("static")
    static void staticThroughNull() {
        System.out.println(nothing().shared);
        flush();
    }

    private static final class Pair {
        final int left;
        final int right;

        Pair(int left, int right) {
            LOG.append("constructor ");
            this.left = left;
            this.right = right;
        }
    }

    static void instanceCreationOrder() {
        Pair pair = new Pair(log(1), new Pair(log(2), log(3)).left);
        System.out.println(pair.left + " " + pair.right);
        flush();
    }
}
