package plug;

import host.api.Host;
import host.api.Service;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parts of the library that the host does not have, or not all of. */
final class Library implements Service {
    static final class Countdown implements Iterable<Integer> {
        private final int from;

        Countdown(int from) {
            this.from = from;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next = from;

                @Override
                public boolean hasNext() {
                    return next > 0;
                }

                @Override
                public Integer next() {
                    if (next == 0) {
                        throw new NoSuchElementException();
                    }
                    return next--;
                }
            };
        }
    }

    @Override
    public String name() {
        return "library";
    }

    @Override
    public void work(Host host) {
        Map<String, Integer> lengths = new TreeMap<>(Comparator.reverseOrder());
        for (String word : "the quick brown fox".split(" ")) {
            lengths.merge(word, word.length(), Integer::sum);
        }
        host.say(lengths.toString());
        host.say(Stream.of("c", "a", "b").sorted().map(String::toUpperCase).collect(Collectors.joining("+")));
        host.say(IntStream.rangeClosed(1, 5).boxed().collect(Collectors.groupingBy(x -> x % 2, LinkedHashMap::new, Collectors.toList())).toString());
        host.say(BigInteger.TWO.pow(100).toString() + " " + Long.toHexString(-1) + " " + Integer.parseInt("-12"));
        host.say(String.format("%5d|%-4s|%.2f|%x", 42, "ab", 1.5, 255));
        int sum = 0;
        for (int each : new Countdown(4)) {
            sum += each;
        }
        StringBuilder text = new StringBuilder();
        new Countdown(3).forEach(text::append);
        host.say(sum + " " + text.reverse() + " " + Optional.of(text).map(Object::toString).orElse("none"));
        ArrayDeque<Object> queue = new ArrayDeque<>(host.kept);
        queue.removeFirst();
        host.say(queue.size() + " " + Collections.frequency(List.of(1, 2, 1), 1) + " " + Objects.hash(1, "x"));
        List<String> sorted = new java.util.ArrayList<>(List.of("pear", "fig", "apple"));
        sorted.sort(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        sorted.removeIf(word -> word.startsWith("p"));
        host.say(sorted + " " + sorted.indexOf("apple") + " " + String.join("/", sorted) + " " + "x".repeat(3) + " " + " y ".strip());
    }
}
