package blogos.kernel.tests;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JDK's collections in ring 0. */
final class LibraryTests {
    private LibraryTests() {}

    static void addTo(TestList tests) {
        tests.add("hash map", LibraryTests::hashMap);
        tests.add("tree map", LibraryTests::treeMap);
        tests.add("array deque", LibraryTests::arrayDeque);
        tests.add("sorting", LibraryTests::sorting);
        tests.add("immutable lists and optionals", LibraryTests::immutables);
    }

    private static void hashMap() {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            map.put("key " + i, i);
        }
        map.remove("key 250");
        Check.equal(499, map.size(), "the size");
        Check.equal(77, map.get("key 77"), "a value");
        Check.isTrue(!map.containsKey("key 250"), "the removed key is gone");
    }

    private static void treeMap() {
        TreeMap<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            map.put(i * 37 % 100, "value");
        }
        int expected = 0;
        for (int key : map.keySet()) {
            Check.equal(expected, key, "a key in order");
            expected++;
        }
        Check.equal(50, map.ceilingKey(50), "the ceiling");
    }

    private static void arrayDeque() {
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int i = 0; i < 100; i++) {
            queue.addLast(i);
        }
        for (int i = 0; i < 100; i++) {
            Check.equal(i, queue.removeFirst(), "the first element");
        }
        Check.isTrue(queue.isEmpty(), "the queue is empty");
    }

    private static void sorting() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            list.add(i * 7919 % 300);
        }
        Collections.sort(list);
        for (int i = 0; i < 300; i++) {
            Check.equal(i, list.get(i), "a sorted element");
        }
    }

    private static void immutables() {
        List<String> list = List.of("a", "b", "c");
        Check.throwing(UnsupportedOperationException.class, () -> list.add("d"));
        Check.equals("[a, b, c]", list.toString(), "the list's text");
        Check.equal(3, Optional.of("abc").map(String::length).orElse(0), "the mapped value");
    }
}
