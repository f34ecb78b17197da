package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** java.util.HashMap, LinkedHashMap and their relatives. */
public final class UtilMaps {
    private UtilMaps() {}

    public static void main(String[] arguments) {
        Cases.run("putGetRemove", UtilMaps::putGetRemove);
        Cases.run("defaults", UtilMaps::defaults);
        Cases.run("compute", UtilMaps::compute);
        Cases.run("merge", UtilMaps::merge);
        Cases.run("nullKey", UtilMaps::nullKey);
        Cases.run("views", UtilMaps::views);
        Cases.run("iteratorRemove", UtilMaps::iteratorRemove);
        Cases.run("entrySetValue", UtilMaps::entrySetValue);
        Cases.run("resizeKeepsEntries", UtilMaps::resizeKeepsEntries);
        Cases.run("collisionsMakeTrees", UtilMaps::collisionsMakeTrees);
        Cases.run("incomparableCollisions", UtilMaps::incomparableCollisions);
        Cases.run("treeShrinks", UtilMaps::treeShrinks);
        Cases.run("concurrentModification", UtilMaps::concurrentModification);
        Cases.run("equalsHashToString", UtilMaps::equalsHashToString);
        Cases.run("linkedInsertionOrder", UtilMaps::linkedInsertionOrder);
        Cases.run("linkedAccessOrder", UtilMaps::linkedAccessOrder);
        Cases.run("leastRecentlyUsed", UtilMaps::leastRecentlyUsed);
        Cases.run("bulkOperations", UtilMaps::bulkOperations);
        Cases.run("hashtable", UtilMaps::hashtable);
        Cases.run("identity", UtilMaps::identity);
        Cases.run("weakKeysStillHeld", UtilMaps::weakKeysStillHeld);
        Cases.run("stringKeysOrder", UtilMaps::stringKeysOrder);
        Cases.run("wordCount", UtilMaps::wordCount);
        Cases.run("failures", UtilMaps::failures);
    }

    static void putGetRemove() {
        Map<String, Integer> map = new HashMap<>();
        System.out.println(map.put("a", 1) + " " + map.put("b", 2) + " " + map.put("a", 3) + " " + map.get("a") + " "
                + map.get("zz") + " " + map.size() + " " + map.containsKey("b") + " " + map.containsValue(2) + " "
                + map.remove("b") + " " + map.remove("b") + " " + map.isEmpty() + " " + map);
        map.clear();
        System.out.println(map + " " + map.isEmpty());
    }

    static void defaults() {
        Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
        System.out.println(
                map.getOrDefault("a", 9) + " " + map.getOrDefault("b", 9) + " " + map.putIfAbsent("a", 5) + " "
                        + map.putIfAbsent("c", 6) + " " + map.replace("a", 7) + " " + map.replace("q", 8) + " "
                        + map.replace("a", 7, 70) + " " + map.replace("a", 7, 71) + " " + map.remove("a", 1) + " "
                        + map.remove("a", 70) + " " + map);
    }

    static void compute() {
        Map<String, Integer> map = new HashMap<>();
        System.out.println(map.computeIfAbsent("x", String::length) + " " + map.computeIfAbsent("x", k -> 99) + " "
                + map.computeIfAbsent("none", k -> null) + " " + map.computeIfPresent("x", (k, v) -> v + 10) + " "
                + map.computeIfPresent("y", (k, v) -> 5) + " " + map.compute("z", (k, v) -> v == null ? 1 : v + 1) + " "
                + map.compute("z", (k, v) -> v == null ? 1 : v + 1) + " " + map.compute("z", (k, v) -> null) + " "
                + map);
        Cases.thrown(
                "modifying function",
                () -> map.computeIfAbsent("m", k -> {
                    map.put("other", 1);
                    return 2;
                }));
    }

    static void merge() {
        Map<Character, Integer> counts = new TreeMap<>();
        for (char c : "mississippi".toCharArray()) {
            counts.merge(c, 1, Integer::sum);
        }
        System.out.println(counts + " " + counts.merge('m', 1, (a, b) -> null) + " " + counts);
        Map<String, String> texts = new HashMap<>();
        texts.merge("k", "a", String::concat);
        texts.merge("k", "b", String::concat);
        System.out.println(texts);
    }

    static void nullKey() {
        Map<String, String> map = new HashMap<>();
        map.put(null, "null key");
        map.put("null value", null);
        System.out.println(map.get(null) + " " + map.containsKey(null) + " " + map.get("null value") + " "
                + map.containsKey("null value") + " " + map.containsValue(null) + " " + map.remove(null) + " "
                + map.size());
    }

    static void views() {
        Map<Integer, String> map = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            map.put(i, "v" + i % 3);
        }
        System.out.println(map.keySet() + " " + map.values() + " " + map.entrySet());
        map.keySet().remove(1);
        map.values().remove("v2");
        map.entrySet().removeIf(e -> e.getKey() == 3);
        System.out.println(map + " " + map.keySet().contains(4) + " "
                + map.values().contains("v1") + " " + map.entrySet().contains(Map.entry(0, "v0")));
        map.keySet().retainAll(List.of(0, 5));
        System.out.println(map + " " + map.keySet().size());
        Cases.thrown("add to view", () -> map.keySet().add(5));
    }

    static void iteratorRemove() {
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            map.put(i, i * i);
        }
        Iterator<Map.Entry<Integer, Integer>> iterator = map.entrySet().iterator();
        while (iterator.hasNext()) {
            if (iterator.next().getValue() % 2 == 0) {
                iterator.remove();
            }
        }
        System.out.println(map);
    }

    static void entrySetValue() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", 2);
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            System.out.print(entry.setValue(entry.getValue() * 10) + " ");
        }
        map.replaceAll((k, v) -> v + k.length());
        map.forEach((k, v) -> System.out.print(k + v + " "));
        System.out.println(map);
    }

    static void resizeKeepsEntries() {
        Map<Integer, Integer> map = new HashMap<>(2, 0.5f);
        for (int i = 0; i < 5000; i++) {
            map.put(i * 7919, i);
        }
        long sum = 0;
        for (int i = 0; i < 5000; i++) {
            sum += map.get(i * 7919);
        }
        int order = 0;
        for (int key : map.keySet()) {
            order = order * 31 + key;
        }
        System.out.println(sum + " " + map.size() + " " + order);
    }

    private static final class Colliding implements Comparable<Colliding> {
        private final int value;

        Colliding(int value) {
            this.value = value;
        }

        @Override
        public int hashCode() {
            return value % 3;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Colliding c && c.value == value;
        }

        @Override
        public int compareTo(Colliding other) {
            return Integer.compare(value, other.value);
        }
    }

    static void collisionsMakeTrees() {
        Map<Colliding, Integer> map = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            map.put(new Colliding(i), i);
        }
        int sum = 0;
        for (int i = 0; i < 300; i += 3) {
            sum += map.get(new Colliding(i));
            map.remove(new Colliding(i + 1));
        }
        System.out.println(
                sum + " " + map.size() + " " + map.containsKey(new Colliding(298)) + " " + map.get(new Colliding(299)));
    }

    private static final class Opaque {
        private final int value;

        Opaque(int value) {
            this.value = value;
        }

        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque o && o.value == value;
        }
    }

    static void incomparableCollisions() {
        Map<Opaque, Integer> map = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            map.put(new Opaque(i), i);
        }
        int sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += map.get(new Opaque(i));
        }
        System.out.println(sum + " " + map.get(new Opaque(100)) + " " + map.size());
    }

    static void treeShrinks() {
        Map<Colliding, Integer> map = new HashMap<>(128);
        for (int i = 0; i < 60; i++) {
            map.put(new Colliding(i * 3), i);
        }
        for (int i = 0; i < 57; i++) {
            map.remove(new Colliding(i * 3));
        }
        System.out.println(map.size() + " " + map.get(new Colliding(58 * 3)));
    }

    static void concurrentModification() {
        Map<Integer, Integer> map = new HashMap<>(Map.of(1, 1, 2, 2, 3, 3));
        Cases.thrown("while iterating", () -> {
            for (Integer key : map.keySet()) {
                map.remove(key);
            }
        });
        Cases.thrown("while forEach", () -> map.forEach((k, v) -> map.put(k + 100, v)));
    }

    static void equalsHashToString() {
        Map<String, Integer> a = new HashMap<>();
        Map<String, Integer> b = new TreeMap<>();
        Map<String, Integer> c = new LinkedHashMap<>();
        for (Map<String, Integer> map : List.of(a, b, c)) {
            map.put("one", 1);
            map.put("two", null);
        }
        System.out.println(a.equals(b) + " " + b.equals(c) + " " + (a.hashCode() == c.hashCode()) + " " + b.hashCode()
                + " " + b + " " + a.equals(Map.of()));
        Map<Object, Object> self = new HashMap<>();
        self.put("self", self);
        System.out.println(self);
        System.out.println(Map.entry("k", 1) + " " + Map.entry("k", 1).equals(Map.entry("k", 1)) + " "
                + Map.entry("k", 1).hashCode());
    }

    static void linkedInsertionOrder() {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (String word : List.of("z", "y", "x", "z", "w")) {
            map.put(word, map.size());
        }
        map.remove("y");
        map.put("y", 9);
        System.out.println(map + " " + map.keySet().iterator().next());
    }

    static void linkedAccessOrder() {
        Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, true);
        for (String word : List.of("a", "b", "c", "d")) {
            map.put(word, 1);
        }
        map.get("a");
        map.put("c", 2);
        map.getOrDefault("b", 0);
        System.out.println(map);
    }

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private final int limit;

        Recent(int limit) {
            super(8, 0.75f, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
        }
    }

    static void leastRecentlyUsed() {
        Map<Integer, String> recent = new Recent<>(3);
        for (int i = 0; i < 6; i++) {
            recent.put(i, "v" + i);
            recent.get(3);
        }
        System.out.println(recent);
    }

    static void bulkOperations() {
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
        Map<String, Integer> copy = new HashMap<>(map);
        copy.putAll(Map.of("c", 30, "d", 40));
        System.out.println(
                map + " " + new TreeMap<>(copy) + " " + Map.copyOf(map).equals(map));
        List<Integer> values = new ArrayList<>(copy.values());
        Collections.sort(values);
        System.out.println(
                values + " " + ((HashMap<String, Integer>) copy).clone().equals(copy));
    }

    static void hashtable() {
        Hashtable<String, Integer> table = new Hashtable<>();
        for (int i = 0; i < 30; i++) {
            table.put("k" + i, i);
        }
        System.out.println(table.get("k17") + " " + table.size() + " " + table.contains(5) + " " + table.remove("k3")
                + " " + table.get("k3"));
        Cases.thrown("null", () -> table.put("x", null));
    }

    static void identity() {
        Map<String, Integer> map = new IdentityHashMap<>();
        String a = new String("key");
        String b = new String("key");
        map.put(a, 1);
        map.put(b, 2);
        System.out.println(map.size() + " " + map.get(a) + map.get(b) + " " + map.get("key"));
    }

    static void weakKeysStillHeld() {
        Map<Object, String> map = new WeakHashMap<>();
        Object key = new Object();
        map.put(key, "held");
        System.out.println(map.get(key) + " " + map.size() + " " + map.containsKey("x"));
    }

    static void stringKeysOrder() {
        Map<String, Integer> map = new HashMap<>();
        for (String word : "the quick brown fox jumps over the lazy dog again and again".split(" ")) {
            map.merge(word, 1, Integer::sum);
        }
        System.out.println(map);
    }

    static void wordCount() {
        Map<Integer, List<String>> byLength = new TreeMap<>();
        for (String word : List.of("one", "two", "three", "four", "five", "six")) {
            byLength.computeIfAbsent(word.length(), k -> new ArrayList<>()).add(word);
        }
        System.out.println(byLength);
    }

    static void failures() {
        Cases.thrown("capacity", () -> new HashMap<>(-1));
        Cases.thrown("load factor", () -> new HashMap<>(1, 0f));
        Cases.thrown("exhausted", () -> new HashMap<>().keySet().iterator().next());
        Cases.thrown("merge null", () -> new HashMap<String, Integer>().merge("a", null, Integer::sum));
    }
}
