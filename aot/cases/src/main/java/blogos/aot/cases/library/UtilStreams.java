package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** java.util.stream, sequential. */
public final class UtilStreams {
    private static final List<String> WORDS = List.of("pear", "fig", "apple", "kiwi", "fig", "date", "banana");

    private UtilStreams() {}

    public static void main(String[] arguments) {
        Cases.run("mapFilterCollect", UtilStreams::mapFilterCollect);
        Cases.run("reduce", UtilStreams::reduce);
        Cases.run("matches", UtilStreams::matches);
        Cases.run("distinctSorted", UtilStreams::distinctSorted);
        Cases.run("limitSkip", UtilStreams::limitSkip);
        Cases.run("takeDropWhile", UtilStreams::takeDropWhile);
        Cases.run("flatMap", UtilStreams::flatMap);
        Cases.run("laziness", UtilStreams::laziness);
        Cases.run("intStreams", UtilStreams::intStreams);
        Cases.run("longStreams", UtilStreams::longStreams);
        Cases.run("doubleStreams", UtilStreams::doubleStreams);
        Cases.run("statistics", UtilStreams::statistics);
        Cases.run("joining", UtilStreams::joining);
        Cases.run("grouping", UtilStreams::grouping);
        Cases.run("partitioning", UtilStreams::partitioning);
        Cases.run("toMap", UtilStreams::toMap);
        Cases.run("collectorsOfNumbers", UtilStreams::collectorsOfNumbers);
        Cases.run("teeing", UtilStreams::teeing);
        Cases.run("iterateAndGenerate", UtilStreams::iterateAndGenerate);
        Cases.run("builderAndConcat", UtilStreams::builderAndConcat);
        Cases.run("arrays", UtilStreams::arrays);
        Cases.run("minMaxFind", UtilStreams::minMaxFind);
        Cases.run("forEachOrder", UtilStreams::forEachOrder);
        Cases.run("iterators", UtilStreams::iterators);
        Cases.run("failures", UtilStreams::failures);
        Cases.run("onClose", UtilStreams::onClose);
        Cases.run("mapMulti", UtilStreams::mapMulti);
        Cases.run("chars", UtilStreams::chars);
        Cases.run("primes", UtilStreams::primes);
    }

    static void mapFilterCollect() {
        System.out.println(WORDS.stream()
                .filter(w -> w.length() > 3)
                .map(String::toUpperCase)
                .collect(Collectors.toList()));
        System.out.println(WORDS.stream().mapToInt(String::length).boxed().toList() + " "
                + WORDS.stream().count());
        System.out.println("" + WORDS.stream().collect(Collectors.toCollection(java.util.TreeSet::new)));
    }

    static void reduce() {
        System.out.println(Stream.of(1, 2, 3, 4).reduce(0, Integer::sum) + " "
                + Stream.of(5, 6).reduce((a, b) -> a * b) + " "
                + Stream.<Integer>empty().reduce(Integer::sum) + " "
                + WORDS.stream().reduce(0, (n, w) -> n + w.length(), Integer::sum));
    }

    static void matches() {
        System.out.println(
                WORDS.stream().anyMatch("fig"::equals) + " " + WORDS.stream().allMatch(w -> w.length() > 3) + " "
                        + WORDS.stream().noneMatch(String::isEmpty) + " "
                        + Stream.empty().allMatch(x -> false));
    }

    static void distinctSorted() {
        System.out.println(WORDS.stream().distinct().sorted().toList());
        System.out.println(WORDS.stream()
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()))
                .toList());
        System.out.println(IntStream.of(3, 1, 2, 3).distinct().sorted().boxed().toList());
    }

    static void limitSkip() {
        System.out.println(IntStream.range(0, 20).skip(3).limit(5).boxed().toList() + " "
                + WORDS.stream().skip(100).toList() + " "
                + WORDS.stream().limit(0).count());
        Cases.thrown("negative", () -> WORDS.stream().limit(-1));
    }

    static void takeDropWhile() {
        System.out.println(Stream.of(1, 2, 5, 1, 2).takeWhile(n -> n < 3).toList() + " "
                + Stream.of(1, 2, 5, 1, 2).dropWhile(n -> n < 3).toList());
    }

    static void flatMap() {
        System.out.println(Stream.of(List.of(1, 2), List.<Integer>of(), List.of(3))
                        .flatMap(List::stream)
                        .toList() + " "
                + IntStream.range(1, 4)
                        .flatMap(n -> IntStream.range(0, n))
                        .boxed()
                        .toList());
    }

    static void laziness() {
        List<String> log = new ArrayList<>();
        Stream<Integer> stream = Stream.of(1, 2, 3, 4, 5)
                .peek(n -> log.add("p" + n))
                .filter(n -> n % 2 == 0)
                .peek(n -> log.add("f" + n));
        System.out.println(log);
        System.out.println(stream.findFirst() + " " + log);
    }

    static void intStreams() {
        System.out.println(
                IntStream.rangeClosed(1, 10).sum() + " " + IntStream.range(5, 5).sum() + " "
                        + IntStream.of(3, 9, 4).max() + " "
                        + IntStream.range(0, 5).map(n -> n * n).boxed().toList() + " "
                        + IntStream.range(0, 4).mapToObj(n -> "n" + n).toList() + " "
                        + IntStream.range(0, 5).average() + " "
                        + IntStream.iterate(1, n -> n < 100, n -> n * 3).boxed().toList() + " "
                        + IntStream.rangeClosed(1, 5).reduce(1, (a, b) -> a * b) + " "
                        + IntStream.empty().min());
    }

    static void longStreams() {
        System.out.println(LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b) + " "
                + LongStream.of(1L << 40, 5).mapToInt(n -> (int) n).sum() + " "
                + IntStream.range(0, 3).asLongStream().sum());
    }

    static void doubleStreams() {
        System.out.println(
                DoubleStream.of(0.5, 1.5, 2).sum() + " " + DoubleStream.of(1, 2).average() + " "
                        + IntStream.range(0, 3).asDoubleStream().boxed().toList() + " "
                        + DoubleStream.of(2.5, -1).map(Math::abs).max().getAsDouble());
    }

    static void statistics() {
        System.out.println(IntStream.of(4, 8, 1).summaryStatistics().getMax() + " "
                + LongStream.of(4, 8).summaryStatistics().getSum() + " "
                + DoubleStream.of(1, 2, 4).summaryStatistics().getAverage());
    }

    static void joining() {
        System.out.println(WORDS.stream().collect(Collectors.joining()) + " "
                + WORDS.stream().limit(3).collect(Collectors.joining(", ", "<", ">")) + " "
                + Stream.<String>empty().collect(Collectors.joining("-", "[", "]")));
    }

    static void grouping() {
        Map<Integer, List<String>> byLength = WORDS.stream().collect(Collectors.groupingBy(String::length));
        Map<Character, Long> counts =
                WORDS.stream().collect(Collectors.groupingBy(w -> w.charAt(0), TreeMap::new, Collectors.counting()));
        Map<Integer, String> joined = WORDS.stream()
                .collect(Collectors.groupingBy(
                        String::length,
                        TreeMap::new,
                        Collectors.mapping(w -> w.substring(0, 1), Collectors.joining("/"))));
        System.out.println(byLength + " " + counts + " " + joined);
    }

    static void partitioning() {
        System.out.println(WORDS.stream().collect(Collectors.partitioningBy(w -> w.length() > 4)) + " "
                + IntStream.range(0, 10)
                        .boxed()
                        .collect(Collectors.partitioningBy(n -> n % 3 == 0, Collectors.summingInt(n -> n))));
    }

    static void toMap() {
        System.out.println(new TreeMap<>(WORDS.stream().distinct().collect(Collectors.toMap(w -> w, String::length))));
        System.out.println("" + WORDS.stream().collect(Collectors.toMap(w -> w, w -> 1, Integer::sum, TreeMap::new)));
        Cases.thrown("duplicate", () -> WORDS.stream().collect(Collectors.toMap(w -> w, String::length)));
    }

    static void collectorsOfNumbers() {
        System.out.println(WORDS.stream().collect(Collectors.averagingInt(String::length)) + " "
                + WORDS.stream().collect(Collectors.summingLong(String::length)) + " "
                + WORDS.stream().collect(Collectors.minBy(Comparator.naturalOrder())) + " "
                + WORDS.stream().collect(Collectors.collectingAndThen(Collectors.toList(), List::size)) + " "
                + WORDS.stream().collect(Collectors.reducing(0, String::length, Integer::sum)) + " "
                + WORDS.stream().collect(Collectors.filtering(w -> w.length() == 3, Collectors.toUnmodifiableList())));
    }

    static void teeing() {
        String both = Stream.of(1, 2, 3, 4)
                .collect(Collectors.teeing(
                        Collectors.counting(), Collectors.summingInt(n -> n), (count, sum) -> count + ":" + sum));
        System.out.println(both);
    }

    static void iterateAndGenerate() {
        int[] next = {0};
        System.out.println(Stream.iterate(1, n -> n * 2).limit(8).toList() + " "
                + Stream.generate(() -> next[0]++).limit(4).toList() + " "
                + Stream.iterate("a", s -> s.length() < 4, s -> s + "b").toList());
    }

    static void builderAndConcat() {
        System.out.println(Stream.concat(Stream.of(1), Stream.of(2, 3)).toList() + " "
                + Stream.<String>builder().add("x").add("y").build().toList() + " "
                + Stream.ofNullable(null).count());
    }

    static void arrays() {
        System.out.println(Arrays.stream(new int[] {1, 2, 3}).sum() + " "
                + Arrays.stream(new String[] {"a", "b"}, 1, 2).toList()
                + " " + Arrays.toString(WORDS.stream().limit(2).toArray(String[]::new)) + " "
                + Arrays.toString(IntStream.range(0, 4).toArray()) + " "
                + WORDS.stream().toArray().length);
    }

    static void minMaxFind() {
        System.out.println(WORDS.stream().min(Comparator.naturalOrder()) + " "
                + WORDS.stream().max(Comparator.comparing(String::length)) + " "
                + WORDS.stream().findFirst() + " "
                + Stream.empty().findAny());
    }

    static void forEachOrder() {
        StringBuilder text = new StringBuilder();
        WORDS.stream().forEachOrdered(w -> text.append(w.charAt(0)));
        WORDS.stream().sorted().forEach(w -> text.append(w.charAt(1)));
        System.out.println(text);
    }

    static void iterators() {
        var iterator = WORDS.stream().map(String::length).iterator();
        int sum = 0;
        while (iterator.hasNext()) {
            sum = sum * 10 + iterator.next();
        }
        System.out.println(sum);
    }

    static void failures() {
        Stream<String> used = WORDS.stream();
        used.count();
        Cases.thrown("twice", used::count);
        Cases.thrown("function", () -> Stream.of("x").map(Integer::parseInt).toList());
        Cases.thrown("immutable", () -> WORDS.stream().toList().add("x"));
    }

    static void onClose() {
        StringBuilder log = new StringBuilder();
        try (Stream<Integer> stream =
                Stream.of(1).onClose(() -> log.append("first ")).onClose(() -> log.append("second"))) {
            log.append(stream.count()).append(' ');
        }
        System.out.println(log);
    }

    static void mapMulti() {
        System.out.println(Stream.of(1, 2, 3)
                .<String>mapMulti((n, sink) -> {
                    for (int i = 0; i < n; i++) {
                        sink.accept(n + "." + i);
                    }
                })
                .toList());
    }

    static void chars() {
        System.out.println(
                "hello".chars().filter(c -> c != 'l').mapToObj(c -> (char) c).toList() + " "
                        + "a\ud83d\ude00".codePoints().count());
    }

    static void primes() {
        System.out.println(IntStream.rangeClosed(2, 60)
                .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d != 0))
                .boxed()
                .toList());
    }
}
