package blogos.aot.compiler.differential.random;

import java.util.ArrayList;
import java.util.List;

/** What a piece of a random program may name: variables, methods to call, loops to leave. */
final class Scope {
    /** What may be done with a variable. */
    enum Use {
        /** Read and written. */
        ANY,
        /** Only read: a loop depends on it. */
        READ,
        /** Read, and captured by lambdas: it is effectively final. */
        CAPTURE
    }

    /** A variable. */
    record Variable(String name, Type type, Use use) {}

    /** A method that may be called; calls only go to methods declared earlier, so that there is no recursion. */
    record Method(String name, Type result, List<Type> parameters) {}

    private final List<Variable> variables = new ArrayList<>();
    private final List<Method> methods;
    private final List<String> labels = new ArrayList<>();
    private final Type result;
    private int names;

    Scope(List<Method> methods, Type result) {
        this.methods = List.copyOf(methods);
        this.result = result;
    }

    /** What the method around it returns; null inside lambdas and finally blocks, where nothing returns. */
    Type result() {
        return result;
    }

    List<Method> methods() {
        return methods;
    }

    /** The labels of the loops around, the innermost last. */
    List<String> labels() {
        return labels;
    }

    /** A name that nothing in the method has yet. */
    String fresh(String prefix) {
        return prefix + names++;
    }

    void declare(String name, Type type, Use use) {
        variables.add(new Variable(name, type, use));
    }

    /** The end of the variables declared so far, for {@link #close}. */
    int open() {
        return variables.size();
    }

    /** Forgets the variables declared since {@code mark}. */
    void close(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** The variables of a type; only those that can be assigned, if asked for. */
    List<Variable> variables(Type type, boolean assignable) {
        return variables.stream()
                .filter(v -> v.type() == type && (!assignable || v.use() == Use.ANY))
                .toList();
    }

    /** A scope for the body of a lambda: it sees what it can capture, jumps nowhere and returns nothing. */
    Scope forLambda() {
        Scope inner = new Scope(methods, null);
        variables.stream().filter(v -> v.use() == Use.CAPTURE).forEach(inner.variables::add);
        inner.names = names + 1000;
        return inner;
    }
}
