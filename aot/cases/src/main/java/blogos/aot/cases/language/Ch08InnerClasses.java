package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.Iterator;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** JLS 8.1.3, 14.3, 15.9.5: inner, local and anonymous classes, their captures and outer instances. */
public final class Ch08InnerClasses {
    private int value = 10;
    private static int serial;

    private Ch08InnerClasses() {}

    private Ch08InnerClasses(int value) {
        this.value = value;
    }

    public static void main(String[] arguments) {
        Ch08InnerClasses outer = new Ch08InnerClasses();
        Cases.run("innerReadsOuter", outer::innerReadsOuter);
        Cases.run("innerWritesOuter", outer::innerWritesOuter);
        Cases.run("qualifiedNew", Ch08InnerClasses::qualifiedNew);
        Cases.run("qualifiedNewOfNull", Ch08InnerClasses::qualifiedNewOfNull);
        Cases.run("threeLevels", outer::threeLevels);
        Cases.run("shadowing", outer::shadowing);
        Cases.run("innerSubclass", outer::innerSubclass);
        Cases.run("subclassWithOtherOuter", Ch08InnerClasses::subclassWithOtherOuter);
        Cases.run("localCapture", outer::localCapture);
        Cases.run("localInStatic", Ch08InnerClasses::localInStatic);
        Cases.run("localRecursive", Ch08InnerClasses::localRecursive);
        Cases.run("localCapturesLocal", Ch08InnerClasses::localCapturesLocal);
        Cases.run("anonymousWithArguments", outer::anonymousWithArguments);
        Cases.run("anonymousInitialiser", Ch08InnerClasses::anonymousInitialiser);
        Cases.run("anonymousInLoop", Ch08InnerClasses::anonymousInLoop);
        Cases.run("captureBeforeSuper", Ch08InnerClasses::captureBeforeSuper);
        Cases.run("privateAccessBothWays", Ch08InnerClasses::privateAccessBothWays);
        Cases.run("iteratorAsInner", Ch08InnerClasses::iteratorAsInner);
        Cases.run("lambdaInAnonymous", outer::lambdaInAnonymous);
        Cases.run("anonymousInLambda", outer::anonymousInLambda);
        Cases.run("localRecordEnumInterface", Ch08InnerClasses::localRecordEnumInterface);
        Cases.run("staticNested", Ch08InnerClasses::staticNested);
        Cases.run("names", Ch08InnerClasses::names);
    }

    private class Inner {
        int read() {
            return value;
        }

        void write(int v) {
            value = v;
            serial++;
        }
    }

    void innerReadsOuter() {
        Inner inner = new Inner();
        System.out.println(inner.read());
        value = 11;
        System.out.println(inner.read());
        value = 10;
    }

    void innerWritesOuter() {
        new Inner().write(77);
        System.out.println(value + " " + serial);
        value = 10;
    }

    static void qualifiedNew() {
        Ch08InnerClasses first = new Ch08InnerClasses(1);
        Ch08InnerClasses second = new Ch08InnerClasses(2);
        Inner a = first.new Inner();
        Inner b = second.new Inner();
        b.write(20);
        System.out.println(a.read() + " " + b.read() + " " + first.value + " " + second.value);
    }

    private static Ch08InnerClasses none() {
        return null;
    }

    static void qualifiedNewOfNull() {
        Cases.thrown("null outer", () -> none().new Inner());
    }

    private final class One {
        final int depth = 1;

        final class Two {
            final int depth = 2;

            final class Three {
                final int depth = 3;

                String all() {
                    return depth + " " + Two.this.depth + " " + One.this.depth + " " + Ch08InnerClasses.this.value + " "
                            + value;
                }
            }
        }
    }

    void threeLevels() {
        One one = new One();
        One.Two two = one.new Two();
        System.out.println(two.new Three().all());
    }

    private final class Shadow {
        private final int value = 99;

        String show(int value) {
            return value + " " + this.value + " " + Ch08InnerClasses.this.value;
        }
    }

    void shadowing() {
        System.out.println(new Shadow().show(5));
    }

    private final class Sub extends Inner {
        @Override
        int read() {
            return super.read() * 2;
        }
    }

    void innerSubclass() {
        Inner inner = new Sub();
        System.out.println(inner.read());
    }

    private static final class Foreign extends Inner {
        Foreign(Ch08InnerClasses outer) {
            outer.super();
        }
    }

    static void subclassWithOtherOuter() {
        System.out.println(new Foreign(new Ch08InnerClasses(55)).read());
    }

    void localCapture() {
        int base = 5;
        String text = "t";
        class Local {
            private final int own;

            Local(int own) {
                this.own = own;
            }

            String all() {
                return own + " " + base + " " + text + " " + value;
            }
        }
        System.out.println(new Local(1).all() + ", " + new Local(2).all());
    }

    static void localInStatic() {
        long captured = 1L << 40;
        class Local {
            long get() {
                return captured + serial;
            }
        }
        serial = 3;
        System.out.println(new Local().get());
    }

    static void localRecursive() {
        int limit = 4;
        class Node {
            final Node next;
            final int depth;

            Node(int depth) {
                this.depth = depth;
                next = depth < limit ? new Node(depth + 1) : null;
            }

            int sum() {
                return depth + (next == null ? 0 : next.sum());
            }
        }
        System.out.println(new Node(1).sum());
    }

    static void localCapturesLocal() {
        int a = 1;
        class First {
            int get() {
                return a;
            }
        }
        int b = 2;
        class Second extends First {
            @Override
            int get() {
                return super.get() * 10 + b;
            }

            First other() {
                return new First();
            }
        }
        System.out.println(new Second().get() + " " + new Second().other().get());
    }

    private abstract class Shape {
        final String name;
        final int sides;

        Shape(String name, int sides) {
            this.name = name;
            this.sides = sides;
        }

        abstract int area();
    }

    void anonymousWithArguments() {
        int side = 4;
        Shape shape = new Shape("square", 4) {
            @Override
            int area() {
                return side * side + value;
            }
        };
        System.out.println(shape.name + " " + shape.sides + " " + shape.area());
    }

    static void anonymousInitialiser() {
        int captured = 3;
        StringBuilder log = new StringBuilder();
        Object object = new Object() {
            private int count = captured;

            {
                count += 10;
                log.append("init ").append(count).append(' ');
            }

            @Override
            public String toString() {
                return log + "count " + count;
            }
        };
        System.out.println(object);
        var counter = new Object() {
            int hits;

            void hit() {
                hits++;
            }
        };
        counter.hit();
        counter.hit();
        System.out.println(counter.hits);
    }

    static void anonymousInLoop() {
        IntSupplier[] suppliers = new IntSupplier[3];
        for (int i = 0; i < suppliers.length; i++) {
            int square = i * i;
            suppliers[i] = new IntSupplier() {
                private int calls;

                @Override
                public int getAsInt() {
                    return square * 10 + ++calls;
                }
            };
        }
        for (IntSupplier supplier : suppliers) {
            System.out.println(supplier.getAsInt() + " " + supplier.getAsInt());
        }
    }

    private static class Announcer {
        Announcer() {
            System.out.println(text());
        }

        String text() {
            return "none";
        }
    }

    static void captureBeforeSuper() {
        String captured = "captured";
        int[] array = {1, 2};
        new Announcer() {
            private final String own = "own";
            private String late = "late";

            @Override
            String text() {
                return captured + " " + own + " " + late + " " + array.length;
            }
        };
    }

    private static final class Vault {
        private int secret = 5;

        private int open() {
            return secret + new Key().secret;
        }

        private static final class Key {
            private final int secret = 100;

            private int peek(Vault vault) {
                return vault.secret++;
            }
        }
    }

    static void privateAccessBothWays() {
        Vault vault = new Vault();
        System.out.println(vault.open() + " " + new Vault.Key().peek(vault) + " " + vault.secret);
        vault.secret += 7;
        System.out.println(vault.secret--);
    }

    private static final class Range implements Iterable<Integer> {
        private final int end;

        Range(int end) {
            this.end = end;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < end;
                }

                @Override
                public Integer next() {
                    return next++;
                }
            };
        }
    }

    static void iteratorAsInner() {
        int sum = 0;
        for (int a : new Range(4)) {
            for (Integer b : new Range(3)) {
                sum = sum * 2 + a * b;
            }
        }
        System.out.println(sum);
    }

    void lambdaInAnonymous() {
        int local = 2;
        Supplier<Supplier<String>> s = new Supplier<>() {
            private final int own = 3;

            @Override
            public Supplier<String> get() {
                return () -> value + " " + local + " " + own;
            }
        };
        System.out.println(s.get().get());
    }

    void anonymousInLambda() {
        int local = 2;
        Supplier<IntSupplier> s = () -> new IntSupplier() {
            @Override
            public int getAsInt() {
                return value * local;
            }
        };
        System.out.println(s.get().getAsInt());
    }

    static void localRecordEnumInterface() {
        record Pair(int left, String right) {}
        enum Size {
            SMALL,
            LARGE
        }
        interface Sizer {
            Size size(int value);
        }
        Sizer sizer = v -> v > 10 ? Size.LARGE : Size.SMALL;
        System.out.println(new Pair(1, "x") + " " + sizer.size(5) + " " + sizer.size(50) + " " + Size.values().length);
    }

    private static class Nested {
        static int created;
        final int id = ++created;

        static class Deeper extends Nested {
            int both() {
                return id * 100 + created;
            }
        }
    }

    static void staticNested() {
        new Nested();
        System.out.println(new Nested.Deeper().both());
    }

    static void names() {
        class Local {}
        Object anonymous = new Object() {};
        Class<?>[] classes = {
            Inner.class,
            One.Two.Three.class,
            Local.class,
            anonymous.getClass(),
            Nested.Deeper.class,
            int[].class,
            Inner[][].class,
            long.class,
            Ch08InnerClasses.class
        };
        for (Class<?> type : classes) {
            System.out.println(type.getName() + " [" + type.getSimpleName() + "]");
        }
    }
}
