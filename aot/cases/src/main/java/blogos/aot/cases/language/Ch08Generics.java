package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** JLS 4.4-4.8, 8.1.2, 18: generic classes and methods, their erasure and the casts it implies. */
public final class Ch08Generics {
    private Ch08Generics() {}

    public static void main(String[] arguments) {
        Cases.run("genericClass", Ch08Generics::genericClass);
        Cases.run("genericMethods", Ch08Generics::genericMethods);
        Cases.run("boundedTypes", Ch08Generics::boundedTypes);
        Cases.run("multipleBounds", Ch08Generics::multipleBounds);
        Cases.run("wildcards", Ch08Generics::wildcards);
        Cases.run("heapPollution", Ch08Generics::heapPollution);
        Cases.run("rawTypes", Ch08Generics::rawTypes);
        Cases.run("recursiveBound", Ch08Generics::recursiveBound);
        Cases.run("genericInner", Ch08Generics::genericInner);
        Cases.run("genericIterable", Ch08Generics::genericIterable);
        Cases.run("genericArrays", Ch08Generics::genericArrays);
        Cases.run("genericExceptions", Ch08Generics::genericExceptions);
        Cases.run("visitor", Ch08Generics::visitor);
        Cases.run("fluentBuilder", Ch08Generics::fluentBuilder);
        Cases.run("functionComposition", Ch08Generics::functionComposition);
        Cases.run("staticStateIsShared", Ch08Generics::staticStateIsShared);
        Cases.run("bridgesWithTwoParameters", Ch08Generics::bridgesWithTwoParameters);
    }

    private static final class Box<T> {
        private T content;

        Box(T content) {
            this.content = content;
        }

        T get() {
            return content;
        }

        void set(T content) {
            this.content = content;
        }

        <R> Box<R> map(Function<? super T, ? extends R> function) {
            return new Box<>(function.apply(content));
        }
    }

    static void genericClass() {
        Box<String> text = new Box<>("text");
        Box<Integer> number = text.map(String::length);
        number.set(number.get() + 1);
        int sum = number.get() + text.get().length();
        System.out.println(sum + " " + number.map(n -> n * 2L).get());
    }

    private static <T> T pick(boolean first, T a, T b) {
        return first ? a : b;
    }

    private static <K, V> V lookup(K[] keys, V[] values, K key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return values[i];
            }
        }
        return null;
    }

    static void genericMethods() {
        System.out.println(pick(true, "a", "b") + pick(false, 1, 2) + Ch08Generics.<Object>pick(true, 'c', "d"));
        System.out.println(lookup(new String[] {"x", "y"}, new Integer[] {1, 2}, "y") + 1);
    }

    private static <T extends Comparable<? super T>> T max(List<? extends T> list) {
        T best = null;
        for (T element : list) {
            if (best == null || element.compareTo(best) > 0) {
                best = element;
            }
        }
        return best;
    }

    static void boundedTypes() {
        System.out.println(max(List.of(3, 9, 4)) + " " + max(List.of("pear", "zebra", "apple")));
    }

    private interface Named {
        String name();
    }

    private static final class Both implements Named, Comparable<Both> {
        private final String name;

        Both(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int compareTo(Both other) {
            return name.compareTo(other.name);
        }
    }

    private static <T extends Named & Comparable<T>> String larger(T a, T b) {
        return a.compareTo(b) > 0 ? a.name() : b.name();
    }

    static void multipleBounds() {
        System.out.println(larger(new Both("x"), new Both("m")));
    }

    private static double sum(List<? extends Number> numbers) {
        double sum = 0;
        for (Number number : numbers) {
            sum += number.doubleValue();
        }
        return sum;
    }

    private static void fill(List<? super Integer> list) {
        for (int i = 0; i < 3; i++) {
            list.add(i);
        }
    }

    static void wildcards() {
        List<Object> objects = new ArrayList<>();
        objects.add("first");
        fill(objects);
        List<Number> numbers = new ArrayList<>();
        numbers.add(4L);
        fill(numbers);
        System.out.println(objects.size() + " " + (int) sum(numbers));
        List<?> unknown = objects;
        Object first = unknown.get(0);
        System.out.println(first);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static void heapPollution() {
        List<String> strings = new ArrayList<>();
        List raw = strings;
        raw.add(5);
        System.out.println(strings.size());
        Object fine = strings.get(0);
        System.out.println(fine);
        Cases.thrown("cast at use", () -> System.out.println(strings.get(0).length()));
        Cases.thrown("cast at assignment", () -> {
            String s = strings.get(0);
            System.out.println(s);
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static void rawTypes() {
        Box raw = new Box("raw");
        raw.set(3);
        Box<String> text = raw;
        Object content = text.get();
        System.out.println(content);
        Cases.thrown("polluted", () -> text.get().length());
    }

    private abstract static class Shape<S extends Shape<S>> {
        int size;

        abstract S self();

        S grow(int by) {
            size += by;
            return self();
        }
    }

    private static final class Circle extends Shape<Circle> {
        String colour = "none";

        @Override
        Circle self() {
            return this;
        }

        Circle paint(String colour) {
            this.colour = colour;
            return this;
        }
    }

    static void recursiveBound() {
        Circle circle = new Circle().grow(2).paint("red").grow(3);
        System.out.println(circle.size + circle.colour);
    }

    private static final class Chain<T> {
        private final class Node {
            final T value;
            final Node next;

            Node(T value, Node next) {
                this.value = value;
                this.next = next;
            }
        }

        private Node head;

        void push(T value) {
            head = new Node(value, head);
        }

        T pop() {
            if (head == null) {
                throw new NoSuchElementException("empty");
            }
            T value = head.value;
            head = head.next;
            return value;
        }
    }

    static void genericInner() {
        Chain<String> chain = new Chain<>();
        chain.push("a");
        chain.push("b");
        System.out.println(chain.pop() + chain.pop());
        Cases.thrown("empty", chain::pop);
    }

    private static final class Repeat<T> implements Iterable<T> {
        private final T value;
        private final int count;

        Repeat(T value, int count) {
            this.value = value;
            this.count = count;
        }

        @Override
        public Iterator<T> iterator() {
            return new Iterator<T>() {
                private int left = count;

                @Override
                public boolean hasNext() {
                    return left > 0;
                }

                @Override
                public T next() {
                    left--;
                    return value;
                }
            };
        }
    }

    static void genericIterable() {
        int sum = 0;
        for (int value : new Repeat<>(7, 3)) {
            sum += value;
        }
        for (String s : new Repeat<>("ab", 2)) {
            sum += s.length();
        }
        System.out.println(sum);
    }

    @SuppressWarnings("unchecked")
    private static final class Stack<T> {
        private T[] elements = (T[]) new Object[1];
        private int size;

        void push(T element) {
            if (size == elements.length) {
                T[] larger = (T[]) new Object[size * 2];
                System.arraycopy(elements, 0, larger, 0, size);
                elements = larger;
            }
            elements[size++] = element;
        }

        T pop() {
            T top = elements[--size];
            elements[size] = null;
            return top;
        }
    }

    static void genericArrays() {
        Stack<Integer> stack = new Stack<>();
        for (int i = 0; i < 10; i++) {
            stack.push(i * i);
        }
        System.out.println(stack.pop() + stack.pop());
        Cases.thrown("array escapes", () -> System.out.println(stack.elements.length));
    }

    private interface Task<X extends Exception> {
        void run() throws X;
    }

    private static <X extends Exception> void attempt(Task<X> task) throws X {
        task.run();
    }

    static void genericExceptions() throws Exception {
        attempt(() -> System.out.println("fine"));
        try {
            attempt(() -> {
                throw new java.io.IOException("io");
            });
        } catch (java.io.IOException e) {
            System.out.println(e.getMessage());
        }
    }

    private interface Visitor<R> {
        R number(int value);

        R sum(Node left, Node right);
    }

    private interface Node {
        <R> R accept(Visitor<R> visitor);
    }

    private static Node number(int value) {
        return new Node() {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.number(value);
            }
        };
    }

    private static Node sum(Node left, Node right) {
        return new Node() {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.sum(left, right);
            }
        };
    }

    static void visitor() {
        Node tree = sum(number(1), sum(number(2), number(3)));
        int value = tree.accept(new Visitor<Integer>() {
            @Override
            public Integer number(int value) {
                return value;
            }

            @Override
            public Integer sum(Node left, Node right) {
                return left.accept(this) + right.accept(this);
            }
        });
        String text = tree.accept(new Visitor<String>() {
            @Override
            public String number(int value) {
                return "" + value;
            }

            @Override
            public String sum(Node left, Node right) {
                return "(" + left.accept(this) + "+" + right.accept(this) + ")";
            }
        });
        System.out.println(text + "=" + value);
    }

    private static final class Builder<T extends List<String>> {
        private final T list;

        Builder(T list) {
            this.list = list;
        }

        Builder<T> add(String text) {
            list.add(text);
            return this;
        }

        T build() {
            return list;
        }
    }

    static void fluentBuilder() {
        ArrayList<String> list =
                new Builder<>(new ArrayList<>()).add("a").add("b").build();
        System.out.println(list.size() + list.get(1));
    }

    private static <A, B, C> Function<A, C> compose(Function<A, B> first, Function<B, C> second) {
        return a -> second.apply(first.apply(a));
    }

    static void functionComposition() {
        Function<String, Integer> f = compose(String::length, n -> n * n);
        System.out.println(compose(f, n -> "<" + n + ">").apply("four"));
        Comparator<String> byLength = Comparator.comparing(String::length);
        System.out.println(byLength.compare("aa", "b") + " "
                + byLength.thenComparing(Comparator.naturalOrder()).compare("ab", "aa") + " "
                + byLength.reversed().compare("aa", "b"));
    }

    private static final class Counted<T> {
        static int created;

        Counted(T ignored) {
            created++;
        }
    }

    static void staticStateIsShared() {
        new Counted<>("a");
        new Counted<>(1);
        System.out.println(Counted.created + " " + (new Box<>("").getClass() == (Object) new Box<>(1).getClass()));
    }

    private interface Merger<A, B> {
        Object merge(A a, B b);
    }

    private abstract static class HalfMerger<B> implements Merger<String, B> {
        @Override
        public abstract String merge(String a, B b);
    }

    private static final class FullMerger extends HalfMerger<Integer> {
        @Override
        public String merge(String a, Integer b) {
            return a + b;
        }
    }

    static void bridgesWithTwoParameters() {
        Merger<String, Integer> merger = new FullMerger();
        HalfMerger<Integer> half = new FullMerger();
        System.out.println(merger.merge("x", 1) + half.merge("y", 2));
    }
}
