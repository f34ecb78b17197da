package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** java.util.TreeMap and TreeSet. */
public final class UtilTreeMap {
    private UtilTreeMap() {}

    public static void main(String[] arguments) {
        Cases.run("sortedOrder", UtilTreeMap::sortedOrder);
        Cases.run("navigation", UtilTreeMap::navigation);
        Cases.run("entries", UtilTreeMap::entries);
        Cases.run("subMaps", UtilTreeMap::subMaps);
        Cases.run("descending", UtilTreeMap::descending);
        Cases.run("comparators", UtilTreeMap::comparators);
        Cases.run("balancing", UtilTreeMap::balancing);
        Cases.run("removal", UtilTreeMap::removal);
        Cases.run("polling", UtilTreeMap::polling);
        Cases.run("failures", UtilTreeMap::failures);
        Cases.run("treeSetBasics", UtilTreeMap::treeSetBasics);
        Cases.run("treeSetNavigation", UtilTreeMap::treeSetNavigation);
        Cases.run("treeSetViews", UtilTreeMap::treeSetViews);
        Cases.run("iteratorRemove", UtilTreeMap::iteratorRemove);
        Cases.run("computeAndMerge", UtilTreeMap::computeAndMerge);
    }

    private static TreeMap<Integer, String> tens() {
        TreeMap<Integer, String> map = new TreeMap<>();
        for (int key : new int[] {50, 10, 40, 20, 30}) {
            map.put(key, "v" + key);
        }
        return map;
    }

    static void sortedOrder() {
        System.out.println(tens() + " " + tens().keySet() + " " + tens().values() + " " + tens().firstKey() + " "
                + tens().lastKey());
        Map<String, Integer> words = new TreeMap<>();
        for (String word : List.of("pear", "Apple", "fig", "apple")) {
            words.put(word, word.length());
        }
        System.out.println(words);
    }

    static void navigation() {
        TreeMap<Integer, String> map = tens();
        for (int key : new int[] {5, 10, 25, 50, 55}) {
            System.out.println(
                    map.floorKey(key) + " " + map.lowerKey(key) + " " + map.ceilingKey(key) + " " + map.higherKey(key));
        }
    }

    static void entries() {
        TreeMap<Integer, String> map = tens();
        System.out.println(map.firstEntry() + " " + map.lastEntry() + " "
                + map.floorEntry(35).getValue() + " " + map.higherEntry(50));
        Cases.thrown("immutable entry", () -> map.firstEntry().setValue("x"));
        for (Map.Entry<Integer, String> entry : map.entrySet()) {
            entry.setValue(entry.getValue() + "!");
        }
        System.out.println(map);
    }

    static void subMaps() {
        TreeMap<Integer, String> map = tens();
        NavigableMap<Integer, String> middle = map.subMap(15, true, 40, true);
        SortedMap<Integer, String> head = map.headMap(30);
        SortedMap<Integer, String> tail = map.tailMap(30);
        System.out.println(
                middle + " " + head + " " + tail + " " + map.headMap(30, true) + " " + map.tailMap(30, false));
        middle.put(25, "new");
        middle.remove(20);
        System.out.println(map + " " + middle.size() + " " + middle.firstKey() + " " + middle.descendingMap());
        Cases.thrown("out of range", () -> middle.put(99, "x"));
        head.clear();
        System.out.println(map);
        Cases.thrown("order", () -> map.subMap(5, 1));
    }

    static void descending() {
        NavigableMap<Integer, String> down = tens().descendingMap();
        System.out.println(down + " " + down.firstKey() + " " + down.floorKey(25) + " " + down.headMap(30) + " "
                + tens().descendingKeySet());
    }

    static void comparators() {
        Map<String, Integer> byLength = new TreeMap<>(Comparator.comparing(String::length));
        byLength.put("aaa", 1);
        byLength.put("b", 2);
        byLength.put("ccc", 3);
        System.out.println(byLength);
        TreeMap<String, Integer> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ignoringCase.put("Key", 1);
        ignoringCase.put("KEY", 2);
        System.out.println(ignoringCase + " " + ignoringCase.get("key") + " "
                + new TreeMap<Integer, Integer>(Collections.reverseOrder())
                        .comparator()
                        .compare(1, 2));
    }

    static void balancing() {
        TreeMap<Integer, Integer> map = new TreeMap<>();
        int key = 1;
        for (int i = 0; i < 3000; i++) {
            key = key * 1103515245 + 12345;
            map.put(key >>> 8, i);
        }
        int hash = 0;
        for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            hash = hash * 31 + entry.getKey() * 7 + entry.getValue();
        }
        System.out.println(map.size() + " " + hash);
    }

    static void removal() {
        TreeMap<Integer, Integer> map = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            map.put(i * 37 % 500, i);
        }
        for (int i = 0; i < 500; i += 2) {
            map.remove(i * 91 % 500);
        }
        System.out.println(map.size() + " " + map.hashCode() + " " + map.firstKey() + " " + map.lastKey());
    }

    static void polling() {
        TreeMap<Integer, String> map = tens();
        System.out.println(map.pollFirstEntry() + " " + map.pollLastEntry() + " " + map);
        System.out.println(new TreeMap<Integer, String>().pollFirstEntry());
    }

    static void failures() {
        TreeMap<Integer, String> map = tens();
        Cases.thrown("null key", () -> map.put(null, "x"));
        Cases.thrown("get null", () -> map.get(null));
        Cases.thrown("empty first", () -> new TreeMap<String, String>().firstKey());
        Cases.thrown("modified", () -> {
            for (Integer key : map.keySet()) {
                map.remove(key);
            }
        });
        Cases.thrown("incomparable", () -> new TreeMap<Object, String>().put(new Object(), "x"));
    }

    static void treeSetBasics() {
        TreeSet<String> set = new TreeSet<>(List.of("b", "a", "d"));
        System.out.println(set.add("c") + " " + set.add("a") + " " + set + " " + set.contains("d") + " "
                + set.remove("b") + " " + set.first() + set.last() + " " + set.size());
    }

    static void treeSetNavigation() {
        NavigableSet<Integer> set = new TreeSet<>(List.of(1, 3, 5, 7));
        System.out.println(set.floor(4) + " " + set.lower(3) + " " + set.ceiling(6) + " " + set.higher(7) + " "
                + set.pollFirst() + " " + set.pollLast() + " " + set + " " + set.descendingSet());
    }

    static void treeSetViews() {
        NavigableSet<Integer> set = new TreeSet<>(List.of(1, 2, 3, 4, 5, 6));
        set.subSet(2, 4).clear();
        System.out.println(
                set + " " + set.headSet(5) + " " + set.tailSet(5, false) + " " + set.subSet(1, false, 6, false));
        Iterator<Integer> down = set.descendingIterator();
        down.next();
        down.remove();
        System.out.println(set);
    }

    static void iteratorRemove() {
        TreeMap<Integer, String> map = tens();
        map.keySet().removeIf(k -> k % 20 == 0);
        map.values().removeIf(v -> v.endsWith("50"));
        System.out.println(map);
    }

    static void computeAndMerge() {
        TreeMap<String, Integer> map = new TreeMap<>();
        map.computeIfAbsent("a", k -> 1);
        map.compute("a", (k, v) -> v + 5);
        map.merge("b", 3, Integer::sum);
        map.merge("b", 4, Integer::sum);
        map.putIfAbsent("b", 0);
        map.replaceAll((k, v) -> -v);
        System.out.println(map + " " + map.getOrDefault("zz", 0));
    }
}
