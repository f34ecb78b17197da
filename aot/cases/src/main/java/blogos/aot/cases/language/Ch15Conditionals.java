package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 15.20.2, 15.25, 15.28: instanceof with patterns, conditional expressions and their types, switch expressions. */
public final class Ch15Conditionals {
    private Ch15Conditionals() {}

    public static void main(String[] arguments) {
        Cases.run("conditionalPromotes", Ch15Conditionals::conditionalPromotes);
        Cases.run("conditionalUnboxes", Ch15Conditionals::conditionalUnboxes);
        Cases.run("conditionalOfReferences", Ch15Conditionals::conditionalOfReferences);
        Cases.run("conditionalAsBoolean", Ch15Conditionals::conditionalAsBoolean);
        Cases.run("instanceofClasses", Ch15Conditionals::instanceofClasses);
        Cases.run("instanceofArrays", Ch15Conditionals::instanceofArrays);
        Cases.run("patternVariables", Ch15Conditionals::patternVariables);
        Cases.run("patternScopeAfterReturn", Ch15Conditionals::patternScopeAfterReturn);
        Cases.run("patternInLoop", Ch15Conditionals::patternInLoop);
        Cases.run("sealedHierarchy", Ch15Conditionals::sealedHierarchy);
        Cases.run("switchArrow", Ch15Conditionals::switchArrow);
        Cases.run("switchYield", Ch15Conditionals::switchYield);
        Cases.run("switchOnString", Ch15Conditionals::switchOnString);
        Cases.run("switchOnEnum", Ch15Conditionals::switchOnEnum);
        Cases.run("switchOnBoxed", Ch15Conditionals::switchOnBoxed);
        Cases.run("switchNested", Ch15Conditionals::switchNested);
        Cases.run("switchThrows", Ch15Conditionals::switchThrows);
        Cases.run("switchWithOperandsOnStack", Ch15Conditionals::switchWithOperandsOnStack);
        Cases.run("switchOnNull", Ch15Conditionals::switchOnNull);
        Cases.run("switchPromotes", Ch15Conditionals::switchPromotes);
    }

    static void conditionalPromotes() {
        boolean[] both = {true, false};
        for (boolean flag : both) {
            char c = 'x';
            int i = 70;
            System.out.println(flag ? c : 0);
            System.out.println(flag ? c : i);
            System.out.println(flag ? (byte) 1 : 'b');
            System.out.println(flag ? (short) 1 : (byte) 2);
            System.out.println(flag ? 1 : 2L);
            System.out.println(flag ? (Object) 'y' : (Object) 1);
            Object mixed = flag ? 1 : "s";
            System.out.println(mixed);
            Object promoted = flag ? 1 : 2L;
            System.out.println(promoted.getClass().getName());
        }
    }

    static void conditionalUnboxes() {
        Integer none = null;
        Integer some = 4;
        boolean yes = some == 4;
        Cases.thrown("unboxes null", () -> System.out.println(yes ? none : 0));
        Integer kept = yes ? none : some;
        System.out.println(kept);
        Long wide = 5L;
        long result = yes ? some : wide;
        System.out.println(result);
        Object object = yes ? some : wide;
        System.out.println(object.getClass().getName());
    }

    static void conditionalOfReferences() {
        for (int i = 0; i < 3; i++) {
            CharSequence sequence = i == 0 ? "string" : i == 1 ? new StringBuilder("builder") : null;
            System.out.println(sequence);
            Comparable<?> comparable = i > 0 ? "text" : Integer.valueOf(3);
            System.out.println(comparable);
        }
    }

    static void conditionalAsBoolean() {
        for (int i = 0; i < 4; i++) {
            boolean value = i % 2 == 0 ? i > 1 : i > 2;
            if (i == 0 ? value : !value) {
                System.out.println(i + " then " + value);
            } else {
                System.out.println(i + " else " + value);
            }
        }
    }

    private interface Animal {}

    private interface Pet extends Animal {}

    private static class Dog implements Pet {}

    private static final class Puppy extends Dog implements Comparable<Puppy> {
        @Override
        public int compareTo(Puppy other) {
            return 0;
        }
    }

    static void instanceofClasses() {
        Object[] objects = {new Dog(), new Puppy(), "s", 1, null};
        for (Object o : objects) {
            System.out.println((o instanceof Animal) + " " + (o instanceof Pet) + " " + (o instanceof Dog) + " "
                    + (o instanceof Puppy) + " " + (o instanceof Comparable) + " " + (o instanceof Number) + " "
                    + (o instanceof Object));
        }
    }

    static void instanceofArrays() {
        Object[] objects = {
            new int[0],
            new long[0],
            new String[0],
            new Object[0],
            new Puppy[0],
            new int[0][],
            new String[0][0],
            new Pet[0],
            new boolean[0],
            new byte[0]
        };
        for (Object o : objects) {
            System.out.println(o.getClass().getName() + " " + (o instanceof int[]) + (o instanceof Object[])
                    + (o instanceof String[]) + (o instanceof Animal[]) + (o instanceof Dog[]) + (o instanceof int[][])
                    + (o instanceof Object[][]) + (o instanceof Cloneable) + (o instanceof java.io.Serializable)
                    + (o instanceof Comparable[]) + (o instanceof Cloneable[]) + (o instanceof byte[]));
        }
    }

    static void patternVariables() {
        Object[] objects = {"text", 5, 6L, new int[] {1, 2}, null};
        for (Object o : objects) {
            if (o instanceof String s && s.length() > 2) {
                System.out.println("string " + s.toUpperCase());
            } else if (o instanceof Integer i) {
                System.out.println("integer " + (i + 1));
            } else if (o instanceof int[] a) {
                System.out.println("array " + a.length);
            } else if (!(o instanceof Long l)) {
                System.out.println("other " + o);
            } else {
                System.out.println("long " + (l + 1));
            }
        }
    }

    private static String describe(Object o) {
        if (!(o instanceof String s)) {
            return "no string";
        }
        return s + s.length();
    }

    static void patternScopeAfterReturn() {
        System.out.println(describe("abc") + " " + describe(1) + " " + describe(null));
    }

    static void patternInLoop() {
        Object current = 5;
        while (current instanceof Integer i && i > 0) {
            System.out.println(i);
            current = i > 1 ? (Object) (i - 2) : "end";
        }
        System.out.println(current);
    }

    private sealed interface Shape permits Circle, Square, Group {}

    private record Circle(int radius) implements Shape {}

    private record Square(int side) implements Shape {}

    private record Group(Shape left, Shape right) implements Shape {}

    private static int area(Shape shape) {
        if (shape instanceof Circle c) {
            return 3 * c.radius() * c.radius();
        } else if (shape instanceof Square s) {
            return s.side() * s.side();
        } else if (shape instanceof Group g) {
            return area(g.left()) + area(g.right());
        }
        throw new AssertionError();
    }

    static void sealedHierarchy() {
        Shape shape = new Group(new Circle(2), new Group(new Square(3), new Circle(1)));
        System.out.println(area(shape) + " " + shape);
    }

    static void switchArrow() {
        for (int i = -1; i < 6; i++) {
            String text = switch (i) {
                case 0 -> "zero";
                case 1, 2, 3 -> "few";
                case 4 -> {
                    String inner = "fo";
                    yield inner + "ur";
                }
                default -> "other " + i;
            };
            System.out.println(text);
        }
    }

    static void switchYield() {
        for (char c = 'a'; c < 'f'; c++) {
            int value = switch (c) {
                case 'a':
                    yield 1;
                case 'b':
                    System.out.println("falls");
                case 'c':
                    yield 23;
                default:
                    if (c == 'd') {
                        yield 4;
                    }
                    yield -1;
            };
            System.out.println(c + " " + value);
        }
    }

    static void switchOnString() {
        String[] words = {"Aa", "BB", "AaAa", "BBBB", "AaBB", "", "x"};
        for (String word : words) {
            System.out.println(
                    switch (word) {
                        case "Aa" -> 1;
                        case "BB" -> 2;
                        case "AaAa" -> 3;
                        case "BBBB" -> 4;
                        case "AaBB" -> 5;
                        case "" -> 6;
                        default -> 0;
                    });
        }
    }

    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    static void switchOnEnum() {
        for (Colour colour : Colour.values()) {
            String text = switch (colour) {
                case RED -> "r";
                case BLUE -> "b";
                case GREEN -> "g";
            };
            System.out.println(colour + " " + text);
        }
    }

    static void switchOnBoxed() {
        Integer[] values = {1, 2, 300};
        for (Integer value : values) {
            System.out.println(
                    switch (value) {
                        case 1 -> "one";
                        case 300 -> "three hundred";
                        default -> "many";
                    });
        }
        Character letter = 'q';
        Byte small = -1;
        System.out.println(
                switch (letter) {
                    case 'q' -> true;
                    default -> false;
                });
        System.out.println(
                switch (small) {
                    case -1 -> "minus one";
                    default -> "other";
                });
    }

    static void switchNested() {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int k = j;
                int value = switch (i) {
                    case 0 ->
                        switch (k) {
                            case 0 -> 0;
                            default -> 1;
                        };
                    case 1 ->
                        10
                                + switch (k) {
                                    case 2 -> 5;
                                    default -> 6;
                                };
                    default -> 100;
                };
                System.out.println(value);
            }
        }
    }

    private static int checked(int i) {
        return switch (i) {
            case 0 -> 1;
            case 1 -> throw new IllegalArgumentException("one");
            default -> throw new IllegalStateException("default " + i);
        };
    }

    static void switchThrows() {
        for (int i = 0; i < 3; i++) {
            int value = i;
            Cases.thrown("case " + i, () -> System.out.println(checked(value)));
        }
    }

    private static int sum(int a, int b, int c) {
        return a + b + c;
    }

    static void switchWithOperandsOnStack() {
        for (int i = 0; i < 3; i++) {
            int value = i;
            int total = sum(
                    100,
                    switch (value) {
                        case 0 -> {
                            try {
                                yield Integer.parseInt("1x");
                            } catch (NumberFormatException e) {
                                yield 7;
                            }
                        }
                        case 1 -> 8;
                        default -> 9;
                    },
                    value);
            System.out.println(total);
        }
    }

    static void switchOnNull() {
        String text = null;
        Colour colour = null;
        Integer boxed = null;
        Cases.thrown(
                "string",
                () -> System.out.println(
                        switch (text) {
                            case "a" -> 1;
                            default -> 2;
                        }));
        Cases.thrown(
                "enum",
                () -> System.out.println(
                        switch (colour) {
                            case RED -> 1;
                            default -> 2;
                        }));
        Cases.thrown(
                "boxed",
                () -> System.out.println(
                        switch (boxed) {
                            case 1 -> 1;
                            default -> 2;
                        }));
    }

    static void switchPromotes() {
        for (int i = 0; i < 3; i++) {
            Object result = switch (i) {
                case 0 -> 1;
                case 1 -> "text";
                default -> 'c';
            };
            long wide = switch (i) {
                case 0 -> 1;
                case 1 -> 2L;
                default -> 'c';
            };
            System.out.println(result + " " + result.getClass().getName() + " " + wide);
        }
    }
}
