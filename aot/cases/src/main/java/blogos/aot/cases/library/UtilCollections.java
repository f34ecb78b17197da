package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** java.util.Collections and the immutable List.of, Set.of, Map.of. */
public final class UtilCollections {
    private UtilCollections() {}

    public static void main(String[] arguments) {
        Cases.run("sortAndReverse", UtilCollections::sortAndReverse);
        Cases.run("minMaxFrequency", UtilCollections::minMaxFrequency);
        Cases.run("rotateSwapFill", UtilCollections::rotateSwapFill);
        Cases.run("shuffleWithSeed", UtilCollections::shuffleWithSeed);
        Cases.run("unmodifiable", UtilCollections::unmodifiable);
        Cases.run("emptyAndSingleton", UtilCollections::emptyAndSingleton);
        Cases.run("nCopiesAndAddAll", UtilCollections::nCopiesAndAddAll);
        Cases.run("synchronizedAndChecked", UtilCollections::synchronizedAndChecked);
        Cases.run("sublists", UtilCollections::sublists);
        Cases.run("listOf", UtilCollections::listOf);
        Cases.run("listOfIsImmutable", UtilCollections::listOfIsImmutable);
        Cases.run("listCopyOf", UtilCollections::listCopyOf);
        Cases.run("setOf", UtilCollections::setOf);
        Cases.run("mapOf", UtilCollections::mapOf);
        Cases.run("nullsRejected", UtilCollections::nullsRejected);
        Cases.run("setFromMap", UtilCollections::setFromMap);
        Cases.run("reverseOrder", UtilCollections::reverseOrder);
        Cases.run("ownAbstractCollection", UtilCollections::ownAbstractCollection);
    }

    static void sortAndReverse() {
        List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
        Collections.sort(list);
        System.out.println(list);
        Collections.reverse(list);
        System.out.println(list);
        Collections.sort(list, (a, b) -> a % 3 - b % 3);
        System.out.println(list);
    }

    static void minMaxFrequency() {
        List<String> words = List.of("pear", "fig", "apple", "fig");
        System.out.println(
                Collections.min(words) + " " + Collections.max(words) + " " + Collections.frequency(words, "fig")
                        + " " + Collections.max(words, (a, b) -> a.length() - b.length()) + " "
                        + Collections.disjoint(words, List.of("x")));
        Cases.thrown("empty", () -> Collections.min(new ArrayList<Integer>()));
    }

    static void rotateSwapFill() {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        Collections.rotate(list, 2);
        System.out.println(list);
        Collections.rotate(list, -1);
        Collections.swap(list, 0, 4);
        System.out.println(list);
        Collections.replaceAll(list, 3, 33);
        System.out.println(list);
        Collections.fill(list, 0);
        System.out.println(list);
    }

    static void shuffleWithSeed() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            list.add(i);
        }
        Collections.shuffle(list, new Random(42));
        System.out.println(list);
    }

    static void unmodifiable() {
        List<String> inner = new ArrayList<>(List.of("a"));
        List<String> view = Collections.unmodifiableList(inner);
        inner.add("b");
        System.out.println(view + " " + view.get(1));
        Cases.thrown("add", () -> view.add("x"));
        Cases.thrown("iterator", () -> {
            var iterator = view.iterator();
            iterator.next();
            iterator.remove();
        });
        Map<String, Integer> map = Collections.unmodifiableMap(new TreeMap<>(Map.of("k", 1)));
        Cases.thrown("put", () -> map.put("x", 1));
        Cases.thrown("entry", () -> map.entrySet().iterator().next().setValue(5));
        System.out.println(map + " " + Collections.unmodifiableSet(new TreeSet<>(Set.of(2, 1))));
    }

    static void emptyAndSingleton() {
        System.out.println(Collections.emptyList() + " " + Collections.emptyMap() + " " + Collections.emptySet() + " "
                + Collections.singletonList("one") + " " + Collections.singleton(1) + " "
                + Collections.singletonMap("k", "v")
                + " " + Collections.emptyIterator().hasNext() + " "
                + Collections.emptyList().equals(List.of()));
        Cases.thrown("add", () -> Collections.singletonList("x").add("y"));
        Cases.thrown("empty", () -> Collections.emptyList().get(0));
    }

    static void nCopiesAndAddAll() {
        List<String> list = new ArrayList<>(Collections.nCopies(3, "x"));
        System.out.println(Collections.addAll(list, "y", "z") + " " + list + " " + Collections.nCopies(0, 1));
    }

    static void synchronizedAndChecked() {
        List<String> list = Collections.synchronizedList(new ArrayList<>());
        list.add("a");
        Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>());
        map.merge("k", 1, Integer::sum);
        System.out.println(list + " " + map);
    }

    static void sublists() {
        List<Integer> list = List.of(1, 2, 3, 1, 2, 3);
        System.out.println(Collections.indexOfSubList(list, List.of(2, 3)) + " "
                + Collections.lastIndexOfSubList(list, List.of(2, 3)) + " "
                + Collections.indexOfSubList(list, List.of(9)));
    }

    static void listOf() {
        System.out.println(List.of() + " " + List.of(1) + " " + List.of(1, 2) + " " + List.of(1, 2, 3) + " "
                + List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).size() + " "
                + List.of("a", "b").get(1) + " "
                + List.of("a", "b").indexOf("b") + " " + List.of(1, 2, 3).contains(2) + " "
                + List.of(1, 2, 3).subList(1, 3)
                + " " + List.of(1, 2).equals(Arrays.asList(1, 2)) + " "
                + List.of(1, 2).hashCode());
        int sum = 0;
        for (int value : List.of(1, 2, 3, 4)) {
            sum += value;
        }
        System.out.println(sum + " " + Arrays.toString(List.of("x", "y").toArray()));
    }

    static void listOfIsImmutable() {
        for (List<Integer> list : List.of(List.of(1), List.of(1, 2, 3))) {
            Cases.thrown("add", () -> list.add(5));
            Cases.thrown("set", () -> list.set(0, 5));
            Cases.thrown("remove", () -> list.remove(0));
            Cases.thrown("clear", list::clear);
            Cases.thrown("sort", () -> list.sort(null));
            Cases.thrown("get", () -> list.get(3));
        }
    }

    static void listCopyOf() {
        List<Integer> source = new ArrayList<>(List.of(1, 2));
        List<Integer> copy = List.copyOf(source);
        source.add(3);
        System.out.println(copy + " " + (List.copyOf(copy) == copy) + " "
                + Set.copyOf(List.of(5, 5)).size());
    }

    static void setOf() {
        Set<Integer> set = Set.of(1, 2, 3);
        System.out.println(set.size() + " " + set.contains(2) + " " + set.contains(9) + " " + new TreeSet<>(set) + " "
                + set.hashCode() + " " + set.equals(Set.of(3, 2, 1)) + " " + Set.of("one") + " " + Set.of());
        Cases.thrown("duplicate", () -> Set.of(1, 1));
        Cases.thrown("add", () -> set.add(4));
        Cases.thrown("contains null", () -> set.contains(null));
        int sum = 0;
        for (int value : Set.of(10, 20, 30, 40, 50)) {
            sum += value;
        }
        System.out.println(sum);
    }

    static void mapOf() {
        Map<String, Integer> map = Map.of("a", 1, "b", 2, "c", 3);
        System.out.println(map.size() + " " + map.get("b") + " " + map.get("z") + " " + new TreeMap<>(map) + " "
                + map.containsKey("c") + " " + map.containsValue(9) + " " + map.hashCode() + " " + Map.of("k", "v")
                + " "
                + Map.of() + " " + map.getOrDefault("q", 7) + " " + Map.ofEntries(Map.entry(1, 2)));
        Cases.thrown("duplicate", () -> Map.of("a", 1, "a", 2));
        Cases.thrown("put", () -> map.put("x", 1));
        Cases.thrown("remove", () -> map.remove("a"));
        Cases.thrown("null key", () -> map.get(null));
        int sum = 0;
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            sum += entry.getKey().charAt(0) * entry.getValue();
        }
        System.out.println(sum);
    }

    static void nullsRejected() {
        Cases.thrown("list", () -> List.of(1, null));
        Cases.thrown("array", () -> List.of((Integer) null));
        Cases.thrown("map", () -> Map.of("a", null));
        Cases.thrown("copy", () -> List.copyOf(Arrays.asList(1, null)));
        Cases.thrown("contains", () -> List.of(1, 2, 3).contains(null));
    }

    static void setFromMap() {
        Set<String> set = Collections.newSetFromMap(new LinkedHashMap<>());
        set.add("b");
        set.add("a");
        set.add("b");
        System.out.println(set + " " + set.contains("a"));
    }

    static void reverseOrder() {
        List<String> list = new ArrayList<>(List.of("b", "c", "a"));
        list.sort(Collections.reverseOrder());
        System.out.println(list);
        list.sort(Collections.reverseOrder(Collections.reverseOrder()));
        System.out.println(list);
    }

    private static final class Range extends java.util.AbstractList<Integer> {
        private final int size;

        Range(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index * 10;
        }

        @Override
        public int size() {
            return size;
        }
    }

    static void ownAbstractCollection() {
        List<Integer> range = new Range(5);
        Collection<Integer> copy = new ArrayList<>(range);
        System.out.println(range + " " + range.contains(30) + " " + range.indexOf(40) + " " + range.subList(1, 3) + " "
                + copy.equals(range) + " " + range.hashCode());
        Cases.thrown("add", () -> range.add(1));
    }
}
