package blogos.aot.compiler.initialize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Classes with initialisers for {@link InitializersTest}. They are read as class files, and never run. */
final class Subjects {
    private Subjects() {}

    enum Shape {
        POINT,
        LINE {
            @Override
            int dimensions() {
                return 1;
            }
        };

        int dimensions() {
            return 0;
        }
    }

    static final class Switch {
        static int code(Shape shape) {
            return switch (shape) {
                case POINT -> 10;
                case LINE -> 20;
            };
        }
    }

    static final class Table {
        static final int[] SQUARES = new int[8];
        static final byte SMALL;
        static final long[][] NESTED = new long[2][3];
        static double half = 1.0 / 2;

        static {
            for (int i = 0; i < SQUARES.length; i++) {
                SQUARES[i] = i * i;
            }
            NESTED[1][2] = (long) SQUARES[7] << 40;
            int wide = 300;
            SMALL = (byte) wide;
        }
    }

    static final class Node {
        final Node next;
        final String name;

        Node(Node next, String name) {
            this.next = next == null ? this : next;
            this.name = name;
        }
    }

    static final class Cyclic {
        static final Node FIRST = new Node(null, "first");
        static final Node SECOND = new Node(FIRST, "second");
    }

    static final class Lambdas {
        static final IntUnaryOperator NEXT = x -> x + 1;
        static final int THREE = NEXT.applyAsInt(2);
    }

    static final class Maps {
        static final Map<String, String> CAPITALS = new HashMap<>();

        static {
            CAPITALS.put("France", "Paris");
            CAPITALS.put("Japan", "Tokyo");
        }
    }

    static final class UsesOthers {
        static final int SECOND_LENGTH = Cyclic.SECOND.name.length();
        static final int SHAPES = Shape.values().length;
    }

    static final class Prints {
        static {
            System.out.println("side effect");
        }
    }

    static final class Clock {
        static final long START = System.nanoTime();
    }

    static final class Ping {
        static int value = Pong.value + 1;
    }

    static final class Pong {
        static int value = Ping.value + 1;
    }

    static final class Shared {
        static final List<String> LIST = new ArrayList<>();
        static final int[] ARRAY = {1, 2, 3};
        static int counter;
    }

    static final class ReadsList {
        static final int SIZE = Shared.LIST.size();
    }

    static final class ReadsArray {
        static final int FIRST = Shared.ARRAY[0];
    }

    static final class ReadsVariable {
        static final int COUNT = Shared.counter;
    }

    static final class WritesVariable {
        static {
            Shared.counter = 1;
        }
    }

    static final class WritesArray {
        static {
            Shared.ARRAY[0] = 2;
        }
    }

    static final class Throws {
        static final int VALUE = compute();

        static int compute() {
            throw new IllegalStateException("no value");
        }
    }

    static final class Endless {
        static int value;

        static {
            while (value >= 0) {
                value = value + 1 & 0xff;
            }
        }
    }

    static final class Huge {
        static final byte[] BUFFER = new byte[100_000];
    }

    static final class Identity {
        static final int HASH = new Object().hashCode();
    }

    static class LazyParent {
        static final long START = System.nanoTime();
    }

    static final class Child extends LazyParent {
        static final int OWN = 6 * SquareOf.two();
    }

    static final class UsesChild {
        static final int COPY = Child.OWN;
    }

    static final class SquareOf {
        static int two() {
            return 4;
        }
    }
}
