package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.function.IntBinaryOperator;

/** JLS 8.9: enums. */
public final class Ch08Enums {
    private Ch08Enums() {}

    public static void main(String[] arguments) {
        Cases.run("valuesAndOrdinals", Ch08Enums::valuesAndOrdinals);
        Cases.run("valueOf", Ch08Enums::valueOf);
        Cases.run("constantBodies", Ch08Enums::constantBodies);
        Cases.run("fieldsAndConstructors", Ch08Enums::fieldsAndConstructors);
        Cases.run("staticStateInEnum", Ch08Enums::staticStateInEnum);
        Cases.run("implementsInterface", Ch08Enums::implementsInterface);
        Cases.run("switchStatement", Ch08Enums::switchStatement);
        Cases.run("valuesIsACopy", Ch08Enums::valuesIsACopy);
        Cases.run("comparison", Ch08Enums::comparison);
        Cases.run("toStringOverridden", Ch08Enums::toStringOverridden);
        Cases.run("declaringClass", Ch08Enums::declaringClass);
        Cases.run("singleton", Ch08Enums::singleton);
        Cases.run("lambdasInConstants", Ch08Enums::lambdasInConstants);
        Cases.run("enumConstants", Ch08Enums::enumConstants);
        Cases.run("emptyEnum", Ch08Enums::emptyEnum);
    }

    private enum Day {
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY
    }

    static void valuesAndOrdinals() {
        for (Day day : Day.values()) {
            System.out.println(day + " " + day.name() + " " + day.ordinal());
        }
    }

    static void valueOf() {
        System.out.println(Day.valueOf("FRIDAY") == Day.FRIDAY);
        System.out.println(Enum.valueOf(Day.class, "SUNDAY").ordinal());
        Cases.thrown("unknown", () -> Day.valueOf("Friday"));
        Cases.thrown("null", () -> Day.valueOf(null));
    }

    private enum Operation {
        PLUS("+") {
            @Override
            int apply(int a, int b) {
                return a + b;
            }
        },
        MINUS("-") {
            @Override
            int apply(int a, int b) {
                return a - b;
            }
        },
        TIMES("*") {
            private final int zero = 0;

            @Override
            int apply(int a, int b) {
                int result = zero;
                for (int i = 0; i < b; i++) {
                    result += a;
                }
                return result;
            }
        };

        final String symbol;

        Operation(String symbol) {
            this.symbol = symbol;
        }

        abstract int apply(int a, int b);
    }

    static void constantBodies() {
        for (Operation operation : Operation.values()) {
            System.out.println("6 " + operation.symbol + " 3 = " + operation.apply(6, 3));
        }
    }

    private enum Planet {
        MERCURY(33, 24),
        EARTH(597, 63),
        JUPITER;

        private final int mass;
        private final int radius;

        Planet() {
            this(1, 1);
        }

        Planet(int mass, int radius) {
            this.mass = mass;
            this.radius = radius;
        }

        int density() {
            return mass * 1000 / (radius * radius);
        }
    }

    static void fieldsAndConstructors() {
        for (Planet planet : Planet.values()) {
            System.out.println(planet + " " + planet.density());
        }
    }

    private enum Level {
        LOW(1),
        MIDDLE(5),
        HIGH(10);

        private static final Level[] BY_WEIGHT = new Level[11];
        private static int lookups;

        static {
            for (Level level : values()) {
                BY_WEIGHT[level.weight] = level;
            }
        }

        private final int weight;

        Level(int weight) {
            this.weight = weight;
        }

        static Level of(int weight) {
            lookups++;
            return BY_WEIGHT[weight];
        }
    }

    static void staticStateInEnum() {
        System.out.println(Level.of(5) + " " + Level.of(10) + " " + Level.of(2) + " " + Level.lookups);
    }

    private interface Priced {
        int price();

        default String label() {
            return this + " costs " + price();
        }
    }

    private enum Fruit implements Priced {
        APPLE {
            @Override
            public int price() {
                return 3;
            }
        },
        PEAR;

        @Override
        public int price() {
            return 4;
        }
    }

    static void implementsInterface() {
        Priced[] all = Fruit.values();
        for (Priced priced : all) {
            System.out.println(priced.label());
        }
    }

    @SuppressWarnings("fallthrough")
    static void switchStatement() {
        for (Day day : Day.values()) {
            switch (day) {
                case SATURDAY:
                case SUNDAY:
                    System.out.println(day + " weekend");
                    break;
                case FRIDAY:
                    System.out.println("nearly");
                default:
                    System.out.println(day + " work");
            }
        }
    }

    static void valuesIsACopy() {
        Day[] days = Day.values();
        days[0] = null;
        System.out.println(Day.values()[0] + " " + (Day.values() == Day.values()));
    }

    static void comparison() {
        System.out.println(Day.MONDAY.compareTo(Day.FRIDAY) + " " + Day.SUNDAY.compareTo(Day.MONDAY) + " "
                + Day.MONDAY.equals(Day.MONDAY) + " "
                + (Day.MONDAY.hashCode() == Day.valueOf("MONDAY").hashCode()));
    }

    private enum Quiet {
        A,
        B {
            @Override
            public String toString() {
                return "bee";
            }
        };

        @Override
        public String toString() {
            return name().toLowerCase();
        }
    }

    static void toStringOverridden() {
        System.out.println(Quiet.A + " " + Quiet.B + " " + Quiet.B.name());
    }

    static void declaringClass() {
        System.out.println((Operation.PLUS.getDeclaringClass() == Operation.class) + " "
                + (Operation.PLUS.getClass() == Operation.class) + " " + (Day.MONDAY.getClass() == Day.class));
        System.out.println(Operation.TIMES.getClass().getName() + " "
                + Day.MONDAY.getDeclaringClass().getSimpleName());
    }

    private enum Registry {
        INSTANCE;

        private int count;

        int register() {
            return ++count;
        }
    }

    static void singleton() {
        Registry.INSTANCE.register();
        Registry.INSTANCE.register();
        System.out.println(Registry.valueOf("INSTANCE").register());
    }

    private enum Function {
        ADD((a, b) -> a + b),
        MAX(Math::max),
        FIRST((a, b) -> a);

        private final IntBinaryOperator operator;

        Function(IntBinaryOperator operator) {
            this.operator = operator;
        }
    }

    static void lambdasInConstants() {
        for (Function function : Function.values()) {
            System.out.println(function + " " + function.operator.applyAsInt(4, 9));
        }
    }

    static void enumConstants() {
        System.out.println(Day.class.getEnumConstants().length + " " + Day.class.isEnum() + " "
                + (String.class.getEnumConstants() == null) + " "
                + Operation.class.getEnumConstants()[1]);
    }

    private enum Nothing {}

    static void emptyEnum() {
        System.out.println(Nothing.values().length);
        Cases.thrown("valueOf", () -> Nothing.valueOf("X"));
    }
}
