package plug;

import host.api.Host;
import host.api.Level;
import host.api.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/** Lambdas, records, enums, strings, fields. */
final class Values implements Service {
    record Point(int x, String label) implements Comparable<Point> {
        Point {
            if (x < 0) {
                throw new IllegalArgumentException("negative");
            }
        }

        @Override
        public int compareTo(Point other) {
            return x - other.x;
        }
    }

    enum Colour {
        RED {
            @Override
            String mix() {
                return "pink";
            }
        },
        GREEN;

        String mix() {
            return "grey";
        }
    }

    sealed interface Expression permits Number, Sum {}

    record Number(int value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    private static final Map<Object, Object> MAP = new HashMap<>();
    private static final String[] WORDS = {"alpha", "a constant of the host", null};

    @Override
    public String name() {
        return "values";
    }

    @Override
    public void work(Host host) {
        lambdas(host);
        host.say(new Point(1, "p") + " " + new Point(1, "p").equals(new Point(1, "p")) + " " + new Point(2, "q").hashCode());
        host.say(host.largest(List.of(new Point(3, "c"), new Point(9, "i")), Point::compareTo).label());
        host.say(Arrays.toString(Colour.values()) + " " + Colour.valueOf("RED").mix() + " " + Colour.GREEN.mix() + " "
                + Colour.RED.getClass().isEnum() + " " + Colour.RED.getDeclaringClass().getSimpleName());
        for (Level level : Level.values()) {
            host.say(level + " " + describe(level) + " " + level.next().compareTo(level));
        }
        Map<Level, Colour> map = new EnumMap<>(Level.class);
        map.put(Level.HIGH, Colour.RED);
        map.put(Level.LOW, Colour.GREEN);
        host.say(map.toString());
        strings(host);
        fields(host);
        host.say("sum " + value(new Sum(new Number(3), new Sum(new Number(4), new Number(5)))));
    }

    private static String describe(Level level) {
        return switch (level) {
            case LOW -> "low";
            case MIDDLE -> "middle";
            case HIGH -> "high";
        };
    }

    private static int value(Expression e) {
        if (e instanceof Sum sum) {
            return value(sum.left()) + value(sum.right());
        }
        return e instanceof Number number ? number.value() : 0;
    }

    private static void lambdas(Host host) {
        int[] cell = new int[1];
        Runnable counter = Host.counter(cell);
        counter.run();
        host.run(counter);
        host.run(() -> cell[0] += 10);
        Supplier<List<String>> maker = ArrayList::new;
        Function<Integer, Integer> twice = x -> x * 2;
        IntBinaryOperator product = (a, b) -> a * b;
        host.say(cell[0] + " " + maker.get() + " " + twice.andThen(twice).apply(5) + " " + product.applyAsInt(6, 7));
    }

    private static void strings(Host host) {
        String made = new StringBuilder("a constant").append(" of the host").toString();
        host.say((WORDS[1] == CONSTANT) + " " + (made == CONSTANT) + " " + (made.intern() == WORDS[1]) + " "
                + ("host's text" == Host.text) + " " + (new String("plug-in's own literal").intern() == "plug-in's own literal") + " "
                + ("al" + "pha" == WORDS[0]) + " " + WORDS[2] + " \u00e4\u20ac" + "\u00e4\u20ac".length());
    }

    private static void fields(Host host) {
        Host.wide += 2;
        Host.text = Host.text + "!";
        host.ratio /= 4;
        Host.TABLE[1] = 7;
        host.say(Host.wide + " " + Host.text + " " + host.ratio + " " + Arrays.toString(Host.TABLE) + " " + (Host.SHARED != null));
        MAP.put("k", Host.SHARED);
        host.say(String.valueOf(MAP.get("k") == Host.SHARED));
    }
}
