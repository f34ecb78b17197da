package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** java.util.stream: collectors, primitive streams, parallel streams with equal results. */
public final class UtilStreamsMore {
    private UtilStreamsMore() {}

    public static void main(String[] arguments) {
        Cases.run("groupingIntoSortedMap", UtilStreamsMore::groupingIntoSortedMap);
        Cases.run("groupingAndCounting", UtilStreamsMore::groupingAndCounting);
        Cases.run("groupingAndMapping", UtilStreamsMore::groupingAndMapping);
        Cases.run("filteringAndFlatMappingCollectors", UtilStreamsMore::filteringAndFlatMappingCollectors);
        Cases.run("partitioningWithDownstream", UtilStreamsMore::partitioningWithDownstream);
        Cases.run("toMapWithMerge", UtilStreamsMore::toMapWithMerge);
        Cases.run("unmodifiableCollectors", UtilStreamsMore::unmodifiableCollectors);
        Cases.run("joiningForms", UtilStreamsMore::joiningForms);
        Cases.run("averagingAndSumming", UtilStreamsMore::averagingAndSumming);
        Cases.run("summarizing", UtilStreamsMore::summarizing);
        Cases.run("minByMaxByReducing", UtilStreamsMore::minByMaxByReducing);
        Cases.run("collectingAndThen", UtilStreamsMore::collectingAndThen);
        Cases.run("ownCollector", UtilStreamsMore::ownCollector);
        Cases.run("collectWithThreeFunctions", UtilStreamsMore::collectWithThreeFunctions);
        Cases.run("reduceForms", UtilStreamsMore::reduceForms);
        Cases.run("flatMapToPrimitives", UtilStreamsMore::flatMapToPrimitives);
        Cases.run("primitiveConversions", UtilStreamsMore::primitiveConversions);
        Cases.run("primitiveAverages", UtilStreamsMore::primitiveAverages);
        Cases.run("ranges", UtilStreamsMore::ranges);
        Cases.run("iterateWithPredicate", UtilStreamsMore::iterateWithPredicate);
        Cases.run("peekShowsOrder", UtilStreamsMore::peekShowsOrder);
        Cases.run("ofNullableAndEmpty", UtilStreamsMore::ofNullableAndEmpty);
        Cases.run("sortedWithComparators", UtilStreamsMore::sortedWithComparators);
        Cases.run("toArrayForms", UtilStreamsMore::toArrayForms);
        Cases.run("skipAndLimitCombined", UtilStreamsMore::skipAndLimitCombined);
        Cases.run("usedTwice", UtilStreamsMore::usedTwice);
        Cases.run("parallelGivesTheSame", UtilStreamsMore::parallelGivesTheSame);
        Cases.run("parallelOrdered", UtilStreamsMore::parallelOrdered);
        Cases.run("parallelReduction", UtilStreamsMore::parallelReduction);
        Cases.run("spliterators", UtilStreamsMore::spliterators);
        Cases.run("streamOfMapEntries", UtilStreamsMore::streamOfMapEntries);
        Cases.run("summaryOfEmpty", UtilStreamsMore::summaryOfEmpty);
        Cases.run("exceptionsLeaveTheStream", UtilStreamsMore::exceptionsLeaveTheStream);
        Cases.run("setOperations", UtilStreamsMore::setOperations);
    }

    private static final List<String> WORDS =
            List.of("delta", "alpha", "echo", "bravo", "charlie", "foxtrot", "golf", "alpha");

    static void groupingIntoSortedMap() {
        Map<Integer, Set<String>> sorted = WORDS.stream()
                .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toCollection(TreeSet::new)));
        System.out.println(sorted);
    }

    static void groupingAndCounting() {
        System.out.println(new TreeMap<>(
                WORDS.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))));
    }

    static void groupingAndMapping() {
        System.out.println(new TreeMap<>(WORDS.stream()
                .collect(Collectors.groupingBy(
                        w -> w.charAt(0), Collectors.mapping(String::length, Collectors.summingInt(n -> n))))));
    }

    static void filteringAndFlatMappingCollectors() {
        System.out.println(new TreeMap<>(WORDS.stream()
                .collect(Collectors.groupingBy(
                        String::length, Collectors.filtering(w -> w.contains("a"), Collectors.toList())))));
        System.out.println(Stream.of(List.of(1, 2), List.of(3), List.<Integer>of())
                .collect(Collectors.flatMapping(List::stream, Collectors.toList())));
    }

    static void partitioningWithDownstream() {
        System.out.println(WORDS.stream().collect(Collectors.partitioningBy(w -> w.length() > 4, Collectors.counting())));
    }

    static void toMapWithMerge() {
        Map<Integer, String> merged = WORDS.stream()
                .collect(Collectors.toMap(String::length, w -> w, (a, b) -> a + "+" + b, LinkedHashMap::new));
        System.out.println(merged);
        Cases.thrown("duplicate", () -> WORDS.stream().collect(Collectors.toMap(w -> w, String::length)));
    }

    static void unmodifiableCollectors() {
        List<Integer> list = Stream.of(3, 1, 2).collect(Collectors.toUnmodifiableList());
        Cases.thrown("add", () -> list.add(1));
        System.out.println(list + " " + Stream.of(1, 1).collect(Collectors.toUnmodifiableSet())
                + Stream.of(1).collect(Collectors.toUnmodifiableMap(n -> n, n -> n * n)));
        Cases.thrown("toList", () -> Stream.of(1).toList().add(2));
    }

    static void joiningForms() {
        System.out.println(WORDS.stream().collect(Collectors.joining()) + " "
                + Stream.of("a", "b").collect(Collectors.joining("-")) + " "
                + Stream.<String>empty().collect(Collectors.joining(",", "<", ">")));
    }

    static void averagingAndSumming() {
        System.out.println(WORDS.stream().collect(Collectors.averagingInt(String::length)) + " "
                + WORDS.stream().collect(Collectors.averagingDouble(w -> w.length() / 3.0)) + " "
                + WORDS.stream().collect(Collectors.summingLong(String::length)) + " "
                + WORDS.stream().collect(Collectors.summingDouble(w -> 0.1)));
    }

    static void summarizing() {
        System.out.println(WORDS.stream().collect(Collectors.summarizingInt(String::length)));
        DoubleSummaryStatistics all = WORDS.stream().collect(Collectors.summarizingDouble(String::length));
        System.out.println(all.getAverage() + " " + all.getMax() + " " + all.getSum() + " " + all.getCount());
        System.out.println(WORDS.stream().collect(Collectors.summarizingLong(String::length)));
    }

    static void minByMaxByReducing() {
        System.out.println(WORDS.stream().collect(Collectors.minBy(Comparator.naturalOrder())) + " "
                + WORDS.stream().collect(Collectors.maxBy(Comparator.comparing(String::length))) + " "
                + WORDS.stream().collect(Collectors.reducing(0, String::length, Integer::sum)) + " "
                + Stream.of(1, 2, 3).collect(Collectors.reducing(Integer::max)));
    }

    static void collectingAndThen() {
        List<Integer> fixed =
                Stream.of(3, 1, 2).collect(Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList));
        System.out.println(fixed);
        Cases.thrown("sort", () -> fixed.sort(null));
    }

    static void ownCollector() {
        Collector<String, StringBuilder, String> initials = Collector.of(
                StringBuilder::new, (b, w) -> b.append(w.charAt(0)), StringBuilder::append, StringBuilder::toString);
        System.out.println(WORDS.stream().collect(initials) + " " + initials.characteristics());
    }

    static void collectWithThreeFunctions() {
        List<Integer> list = Stream.of(1, 2, 3).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        StringBuilder text =
                IntStream.range(0, 5).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append);
        System.out.println(list + " " + text);
    }

    static void reduceForms() {
        System.out.println(Stream.of(1, 2, 3).reduce(10, Integer::sum) + " "
                + Stream.of("a", "bb").reduce(0, (n, s) -> n + s.length(), Integer::sum) + " "
                + Stream.<Integer>empty().reduce(Integer::sum) + " " + IntStream.of(4, 5).reduce(1, (a, b) -> a * b) + " "
                + LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b));
    }

    static void flatMapToPrimitives() {
        System.out.println(Stream.of("ab", "c").flatMapToInt(String::chars).boxed().collect(Collectors.toList()) + " "
                + Stream.of(1, 2).flatMapToLong(n -> LongStream.of(n, -n)).sum() + " "
                + Stream.of(1, 2).flatMapToDouble(n -> DoubleStream.of(n / 2.0)).sum());
    }

    static void primitiveConversions() {
        System.out.println(IntStream.of(1, 2).asLongStream().boxed().collect(Collectors.toList()) + " "
                + IntStream.of(1, 2).asDoubleStream().boxed().collect(Collectors.toList()) + " "
                + IntStream.of(7).mapToLong(i -> i * 10000000000L).sum() + " "
                + LongStream.of(3).mapToInt(l -> (int) l).sum() + " "
                + DoubleStream.of(2.7).mapToInt(d -> (int) d).sum() + " "
                + IntStream.of(1, 2).mapToObj(i -> "n" + i).collect(Collectors.toList()) + " "
                + DoubleStream.of(0.5).mapToObj(d -> "d" + d).findFirst());
    }

    static void primitiveAverages() {
        System.out.println(IntStream.of(1, 2, 4).average() + " " + IntStream.empty().average() + " "
                + LongStream.of(Long.MAX_VALUE, 1).sum() + " " + DoubleStream.of(0.1, 0.2, 0.3).sum() + " "
                + DoubleStream.of(Double.NaN, 1).max() + " " + IntStream.of(3, 9, 2).max() + " "
                + IntStream.of(3, 9, 2).min() + " " + IntStream.of(5, 5).distinct().count());
    }

    static void ranges() {
        System.out.println(IntStream.range(5, 5).count() + " " + IntStream.rangeClosed(5, 5).count() + " "
                + IntStream.range(5, 1).count() + " "
                + LongStream.rangeClosed(Long.MAX_VALUE - 1, Long.MAX_VALUE).boxed().collect(Collectors.toList()) + " "
                + IntStream.rangeClosed(Integer.MAX_VALUE - 1, Integer.MAX_VALUE).boxed().collect(Collectors.toList()));
    }

    static void iterateWithPredicate() {
        System.out.println(Stream.iterate(1, n -> n < 200, n -> n * 3).collect(Collectors.toList()) + " "
                + IntStream.iterate(10, n -> n > 0, n -> n - 3).boxed().collect(Collectors.toList()) + " "
                + LongStream.iterate(1, n -> n * 2).limit(5).sum());
    }

    static void peekShowsOrder() {
        List<String> seen = new ArrayList<>();
        Stream.of(1, 2, 3, 4).peek(n -> seen.add("a" + n)).filter(n -> n % 2 == 0).peek(n -> seen.add("b" + n)).anyMatch(n -> n == 4);
        System.out.println(seen);
    }

    static void ofNullableAndEmpty() {
        System.out.println(Stream.ofNullable(null).count() + " " + Stream.ofNullable(1).count() + " "
                + Stream.empty().findAny() + " " + Stream.of().isParallel());
    }

    static void sortedWithComparators() {
        System.out.println(WORDS.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.reverseOrder()))
                .collect(Collectors.toList()));
        System.out.println(Stream.of("b", null, "a").sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .collect(Collectors.toList()));
        Cases.thrown("incomparable", () -> Stream.of(new Object(), new Object()).sorted().count());
        Cases.thrown("incomparable", () -> Stream.of(new Object(), new Object()).sorted().toArray());
    }

    static void toArrayForms() {
        System.out.println(Arrays.toString(WORDS.stream().limit(2).toArray(String[]::new)) + " "
                + Arrays.toString(Stream.of(1, 2).toArray()) + " " + Arrays.toString(IntStream.of(1, 2).toArray()) + " "
                + Arrays.toString(DoubleStream.of(1, 2).toArray()));
        Cases.thrown("wrong array", () -> Stream.of(1).toArray(String[]::new));
    }

    static void skipAndLimitCombined() {
        System.out.println(IntStream.range(0, 20).skip(3).limit(10).skip(2).limit(4).boxed().collect(Collectors.toList()));
        Cases.thrown("negative", () -> Stream.of(1).limit(-1));
        Cases.thrown("negative", () -> Stream.of(1).skip(-1));
    }

    static void usedTwice() {
        Stream<Integer> stream = Stream.of(1, 2);
        System.out.println(stream.count());
        Cases.thrown("again", stream::count);
    }

    static void parallelGivesTheSame() {
        List<Integer> numbers = IntStream.range(0, 2000).boxed().collect(Collectors.toList());
        System.out.println(numbers.parallelStream().mapToInt(n -> n).sum() + " "
                + numbers.stream().parallel().filter(n -> n % 3 == 0).map(n -> n * 2).collect(Collectors.toList()).hashCode()
                + " " + IntStream.range(0, 1000).parallel().mapToObj(n -> n % 7).collect(Collectors.toSet()) + " "
                + numbers.parallelStream().sequential().isParallel());
    }

    static void parallelOrdered() {
        StringBuilder order = new StringBuilder();
        IntStream.range(0, 10).parallel().forEachOrdered(order::append);
        System.out.println(order + " " + IntStream.range(0, 100).parallel().filter(n -> n > 50).findFirst() + " "
                + IntStream.range(0, 100).parallel().skip(10).limit(5).boxed().collect(Collectors.toList()) + " "
                + Stream.of(5, 3, 1).parallel().sorted().collect(Collectors.toList()));
    }

    static void parallelReduction() {
        System.out.println(LongStream.rangeClosed(1, 1000).parallel().reduce(0, Long::sum) + " "
                + Stream.of("a", "b", "c", "d").parallel().reduce("", String::concat) + " "
                + Stream.of(1, 2, 3, 4).parallel().collect(Collectors.groupingBy(n -> n % 2)) + " "
                + IntStream.range(0, 100).parallel().allMatch(n -> n < 100));
    }

    static void spliterators() {
        Spliterator<String> words = WORDS.spliterator();
        System.out.println(words.estimateSize() + " " + words.hasCharacteristics(Spliterator.SIZED));
        Spliterator<String> half = words.trySplit();
        StringBuilder text = new StringBuilder();
        half.forEachRemaining(w -> text.append(w).append(' '));
        text.append("| ");
        words.tryAdvance(w -> text.append(w).append(' '));
        System.out.println(text + "" + words.estimateSize());
        System.out.println(StreamSupport.stream(words, false).count());
    }

    static void streamOfMapEntries() {
        Map<String, Integer> ages = new TreeMap<>(Map.of("ann", 30, "bob", 25, "cid", 41));
        System.out.println(ages.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(";")));
        System.out.println(ages.values().stream().mapToInt(Integer::intValue).max().getAsInt());
    }

    static void summaryOfEmpty() {
        System.out.println(IntStream.empty().summaryStatistics() + " " + DoubleStream.empty().summaryStatistics());
        Cases.thrown("none", () -> IntStream.empty().max().getAsInt());
        Cases.thrown("none", () -> Stream.empty().findFirst().orElseThrow());
        Cases.thrown("own", () -> Stream.empty().findFirst().orElseThrow(() -> new NoSuchElementException("mine")));
    }

    static void exceptionsLeaveTheStream() {
        Cases.thrown("map", () -> Stream.of(1, 0).map(n -> 1 / n).forEach(n -> System.out.println("saw " + n)));
        Cases.thrown("null", () -> Stream.of("a", null).map(String::length).toArray());
    }

    static void setOperations() {
        Set<Integer> small = new LinkedHashSet<>(List.of(1, 2, 3));
        System.out.println(Stream.of(2, 3, 4).filter(small::contains).collect(Collectors.toCollection(LinkedHashSet::new))
                + " " + Stream.concat(small.stream(), Stream.of(3, 9)).distinct().collect(Collectors.toList()));
    }
}
