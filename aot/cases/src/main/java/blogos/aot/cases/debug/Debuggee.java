package blogos.aot.cases.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** What {@code GdbTest} stops in: a comment "stop NAME" marks a line that it knows. */
public final class Debuggee {
    private static int calls = 7;

    private Debuggee() {}

    enum Color {
        RED,
        GREEN
    }

    record Point(int x, String label) {}

    interface Named {
        String name();
    }

    static class Base implements Named {
        final int id = 5;
        String text = "base";

        @Override
        public String name() {
            return text; // stop name
        }
    }

    static final class Derived extends Base {
        long big = 1L << 40;
        boolean flag = true;
        char letter = 'Z';
        byte small = -3;
        double ratio = 0.5;
        Base other;
        int[] numbers = {1, 2, 3};
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        primitives((byte) -3, 'x', (short) 1234);
        objects();
        collections();
        System.out.println(loops(3) + lambda(5) + deep(4));
        System.out.println(twice(21) + " " + twice(1L << 40));
    }

    private static void primitives(byte small, char letter, short medium) {
        boolean yes = small < 0;
        int number = medium * 2;
        long big = (1L << 40) + number;
        float single = medium / 8f;
        double ratio = medium / 3.0;
        char umlaut = (char) (letter + 132);
        System.out.println(yes + " " + number + big + single + ratio + umlaut); // stop primitives
    }

    private static void objects() {
        String text = "Gr\u00fc\u00dfe \"x\"\n";
        String wide = "\u03c0 is 3";
        Derived derived = new Derived();
        derived.other = derived;
        Named named = derived;
        Object[] mixed = {"a", null, 7, derived};
        int[][] table = {{1}, {2, 3}};
        Exception problem = new IllegalStateException("broken");
        Color color = Color.GREEN;
        Point point = new Point(3, "p");
        String nothing = null;
        System.out.println(text + wide + named.name() + mixed.length + table.length + problem + color + point + nothing); // stop objects
    }

    private static void collections() {
        List<Object> list = new ArrayList<>(List.of("one", 2, Color.RED));
        Map<String, Integer> map = new HashMap<>();
        map.put("key", 1);
        List<String> fixed = List.of("only");
        Optional<String> maybe = Optional.of("there");
        StringBuilder builder = new StringBuilder("ab").append('c');
        Boolean box = list.isEmpty();
        list.add(list);
        System.out.println(map + "" + fixed + maybe + builder + box); // stop collections
    }

    private static int loops(int limit) {
        int sum = 0;
        for (int i = 0; i < limit; i++) {
            int square = i * i;
            sum += square; // stop first loop
        }
        for (int i = limit; i > 0; i--) {
            sum += i; // stop second loop
        }
        return sum;
    }

    private static int lambda(int start) {
        IntUnaryOperator operator = x -> {
            int y = x + calls;
            return y * start; // stop lambda
        };
        return operator.applyAsInt(start);
    }

    private static int deep(int depth) {
        if (depth == 0) {
            return middle(1); // stop deep
        }
        return deep(depth - 1) + 1;
    }

    private static int middle(int value) {
        return inner(value + 1) * 3; // stop middle
    }

    private static int inner(int value) {
        int result = value * calls;
        System.out.println(result); // stop inner
        return result;
    }

    private static int twice(int n) {
        return n * 2; // stop int
    }

    private static long twice(long n) {
        return n * 2; // stop long
    }
}
