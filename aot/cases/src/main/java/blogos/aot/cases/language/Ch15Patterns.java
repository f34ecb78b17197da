package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Chapters 14.30, 15.20 and 15.28: patterns, sealed types, switch expressions. */
public final class Ch15Patterns {
    private Ch15Patterns() {}

    public static void main(String[] arguments) {
        Cases.run("sealedRecords", Ch15Patterns::sealedRecords);
        Cases.run("guards", Ch15Patterns::guards);
        Cases.run("negatedPatternInLoop", Ch15Patterns::negatedPatternInLoop);
        Cases.run("patternInConditional", Ch15Patterns::patternInConditional);
        Cases.run("patternOfArray", Ch15Patterns::patternOfArray);
        Cases.run("patternVariableIsAssignable", Ch15Patterns::patternVariableIsAssignable);
        Cases.run("exhaustiveEnumSwitch", Ch15Patterns::exhaustiveEnumSwitch);
        Cases.run("switchOnStringsWithSameHash", Ch15Patterns::switchOnStringsWithSameHash);
        Cases.run("switchAsArgument", Ch15Patterns::switchAsArgument);
        Cases.run("yieldInOldStyle", Ch15Patterns::yieldInOldStyle);
        Cases.run("switchOfSwitch", Ch15Patterns::switchOfSwitch);
        Cases.run("switchTypesPromote", Ch15Patterns::switchTypesPromote);
        Cases.run("switchWithPolyLambda", Ch15Patterns::switchWithPolyLambda);
        Cases.run("switchOnBytesAndChars", Ch15Patterns::switchOnBytesAndChars);
        Cases.run("switchExtremes", Ch15Patterns::switchExtremes);
        Cases.run("localRecordPattern", Ch15Patterns::localRecordPattern);
    }

    sealed interface Expr permits Num, Add, Mul, Neg {}

    record Num(int value) implements Expr {}

    record Add(Expr left, Expr right) implements Expr {}

    record Mul(Expr left, Expr right) implements Expr {}

    record Neg(Expr inner) implements Expr {}

    enum Day { MON, TUE, WED, THU, FRI, SAT, SUN }

    private static int eval(Expr expr) {
        if (expr instanceof Num num) {
            return num.value();
        } else if (expr instanceof Add add) {
            return eval(add.left()) + eval(add.right());
        } else if (expr instanceof Mul mul) {
            return eval(mul.left()) * eval(mul.right());
        } else if (expr instanceof Neg neg) {
            return -eval(neg.inner());
        }
        throw new AssertionError();
    }

    static void sealedRecords() {
        Expr expr = new Add(new Num(2), new Mul(new Neg(new Num(3)), new Num(4)));
        System.out.println(eval(expr) + " " + expr + " " + expr.equals(new Add(new Num(2), new Mul(new Neg(new Num(3)), new Num(4)))));
    }

    private static String kind(Object o) {
        if (o instanceof Integer i && i > 10) {
            return "big " + i;
        }
        if (o instanceof Integer i) {
            return "int " + (i + 1);
        }
        if (o instanceof String s && !s.isEmpty() && s.charAt(0) == 'x') {
            return "x-string " + s.length();
        }
        if (!(o instanceof CharSequence c)) {
            return "other";
        }
        return "chars " + c.length();
    }

    static void guards() {
        for (Object o : new Object[] {5, 50, "xyz", "abc", new StringBuilder("b"), 1.5, null}) {
            System.out.println(kind(o));
        }
    }

    static void negatedPatternInLoop() {
        Object[] all = {1, "two", 3};
        int i = 0;
        while (!(all[i] instanceof String text)) {
            i++;
        }
        System.out.println(i + text);
    }

    static void patternInConditional() {
        Object o = List.of(1, 2);
        System.out.println(o instanceof List<?> list ? list.size() : -1);
        System.out.println(o instanceof Map<?, ?> map ? map.size() : o instanceof List<?> l && l.contains(2) ? 20 : 0);
    }

    static void patternOfArray() {
        Object o = new int[] {4, 5};
        System.out.println(o instanceof int[] ints && ints.length == 2 ? ints[1] : 0);
        Object p = new String[][] {{"a"}};
        System.out.println(p instanceof Object[] objects && objects[0] instanceof String[] inner ? inner[0] : "none");
    }

    static void patternVariableIsAssignable() {
        Object o = "text";
        if (o instanceof String s) {
            s = s + "!";
            System.out.println(s + o);
        }
    }

    private static int workload(Day day) {
        return switch (day) {
            case MON, TUE, WED, THU -> 8;
            case FRI -> {
                int hours = 0;
                for (int i = 0; i < 3; i++) {
                    hours += i;
                }
                yield hours;
            }
            case SAT, SUN -> 0;
        };
    }

    static void exhaustiveEnumSwitch() {
        Map<Day, Integer> hours = new TreeMap<>();
        for (Day day : Day.values()) {
            hours.put(day, workload(day));
        }
        System.out.println(hours);
        Cases.thrown("null", () -> workload(null));
    }

    static void switchOnStringsWithSameHash() {
        for (String s : new String[] {"Aa", "BB", "AaAa", "BBBB", "AaBB", "C#", ""}) {
            System.out.print(switch (s) {
                case "Aa" -> 1;
                case "BB" -> 2;
                case "AaAa", "BBBB" -> 3;
                case "AaBB" -> 4;
                case "" -> 5;
                default -> 0;
            } + " ");
        }
        System.out.println();
    }

    static void switchAsArgument() {
        for (int i = 0; i < 4; i++) {
            System.out.println(Math.max(i, switch (i) {
                case 0 -> 10;
                case 1 -> 0;
                default -> throw (i == 3) ? new IllegalStateException("three") : new IllegalArgumentException("two");
            }));
            if (i == 1) {
                break;
            }
        }
        Cases.thrown("three", () -> System.out.println(switch (3) {
            case 1 -> "one";
            default -> throw new IllegalStateException("three");
        }));
    }

    static void yieldInOldStyle() {
        for (char c = 'a'; c < 'f'; c++) {
            int points = switch (c) {
                case 'a':
                case 'e':
                    yield 1;
                case 'b':
                    if (c > 0) {
                        yield 3;
                    }
                default:
                    yield 2;
            };
            System.out.print(points);
        }
        System.out.println();
    }

    static void switchOfSwitch() {
        for (int i = 0; i < 6; i++) {
            String text = switch (i % 3) {
                case 0 -> switch (i) {
                    case 0 -> "zero";
                    default -> "three";
                };
                case 1 -> "one" + (i > 2 ? "+" : "");
                default -> "two";
            };
            System.out.print(text + " ");
        }
        System.out.println();
    }

    static void switchTypesPromote() {
        for (int i = 0; i < 3; i++) {
            var number = switch (i) {
                case 0 -> 1;
                case 1 -> 2L;
                default -> 'c';
            };
            System.out.println(number);
            Object boxed = switch (i) {
                case 0 -> 1;
                case 1 -> 2.5;
                default -> 3f;
            };
            System.out.println(boxed + " " + boxed.getClass().getName());
        }
    }

    static void switchWithPolyLambda() {
        for (int i = 0; i < 3; i++) {
            Function<Integer, Integer> f = switch (i) {
                case 0 -> x -> x + 1;
                case 1 -> x -> x * 10;
                default -> Function.identity();
            };
            System.out.print(f.apply(5) + " ");
        }
        System.out.println();
    }

    static void switchOnBytesAndChars() {
        for (byte b : new byte[] {-128, -1, 0, 127}) {
            switch (b) {
                case -128 -> System.out.print("min ");
                case 127 -> System.out.print("max ");
                case -1 -> System.out.print("minus ");
                default -> System.out.print("? ");
            }
        }
        Character boxed = '\uffff';
        switch (boxed) {
            case '\uffff' -> System.out.println("last");
            default -> System.out.println("no");
        }
    }

    static void switchExtremes() {
        for (int i : new int[] {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE}) {
            switch (i) {
                case Integer.MIN_VALUE:
                    System.out.print("min ");
                    break;
                case Integer.MAX_VALUE:
                    System.out.print("max ");
                case 0:
                    System.out.print("zero ");
                    break;
                default:
                    System.out.print("default ");
            }
        }
        System.out.println();
    }

    static void localRecordPattern() {
        record Pair(Object first, Object second) {}
        Object o = new Pair("a", new Pair(1, 2));
        if (o instanceof Pair p && p.second() instanceof Pair q && q.first() instanceof Integer n) {
            System.out.println(p.first() + " " + n);
        }
    }
}
