package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.stream.StreamSupport;

/** java.util: iterators, spliterators, legacy collections, views, properties. */
public final class UtilIterators {
    private UtilIterators() {}

    public static void main(String[] arguments) {
        Cases.run("vectorsAndStacks", UtilIterators::vectorsAndStacks);
        Cases.run("listIterators", UtilIterators::listIterators);
        Cases.run("modificationDuringIteration", UtilIterators::modificationDuringIteration);
        Cases.run("abstractListOfOwn", UtilIterators::abstractListOfOwn);
        Cases.run("spliteratorsOfOwn", UtilIterators::spliteratorsOfOwn);
        Cases.run("iteratorEnds", UtilIterators::iteratorEnds);
        Cases.run("properties", UtilIterators::properties);
        Cases.run("propertiesFromText", UtilIterators::propertiesFromText);
        Cases.run("identityAndWeakMaps", UtilIterators::identityAndWeakMaps);
        Cases.run("linkedMapWithEviction", UtilIterators::linkedMapWithEviction);
        Cases.run("navigableViews", UtilIterators::navigableViews);
        Cases.run("checkedAndSynchronizedViews", UtilIterators::checkedAndSynchronizedViews);
        Cases.run("simpleEntries", UtilIterators::simpleEntries);
        Cases.run("hexFormat", UtilIterators::hexFormat);
        Cases.run("collectionsUtilities", UtilIterators::collectionsUtilities);
    }

    static void vectorsAndStacks() {
        Vector<String> vector = new Vector<>(List.of("a", "b"));
        vector.addElement("c");
        vector.insertElementAt("x", 1);
        Enumeration<String> all = vector.elements();
        StringBuilder text = new StringBuilder();
        while (all.hasMoreElements()) {
            text.append(all.nextElement());
        }
        System.out.println(text + " " + vector.firstElement() + vector.lastElement() + vector.capacity() + vector.indexOf("x"));
        Stack<Integer> stack = new Stack<>();
        stack.push(1);
        stack.push(2);
        System.out.println(stack.peek() + " " + stack.search(1) + stack.pop() + stack.empty());
        Cases.thrown("empty", () -> new Stack<Integer>().pop());
    }

    static void listIterators() {
        List<String> list = new LinkedList<>(List.of("a", "b", "c"));
        ListIterator<String> it = list.listIterator(1);
        System.out.println(it.previousIndex() + it.next() + it.nextIndex() + it.previous());
        it.set("B");
        it.add("new");
        it.next();
        it.remove();
        System.out.println(list);
        Cases.thrown("state", it::remove);
        Cases.thrown("state", () -> it.set("x"));
    }

    static void modificationDuringIteration() {
        for (Collection<Integer> all : List.<Collection<Integer>>of(new ArrayList<>(List.of(1, 2, 3)), new LinkedList<>(List.of(1, 2, 3)), new TreeSet<>(List.of(1, 2, 3)), new LinkedHashSet<>(List.of(1, 2, 3)))) {
            try {
                for (Integer n : all) {
                    if (n == 1) {
                        all.remove(3);
                    }
                }
                System.out.println("finished " + all);
            } catch (ConcurrentModificationException e) {
                System.out.println("modified " + all);
            }
        }
    }

    static void abstractListOfOwn() {
        List<Integer> squares = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return Objects.checkIndex(index, 5) * index;
            }

            @Override
            public int size() {
                return 5;
            }
        };
        System.out.println(squares + " " + squares.contains(9) + squares.indexOf(16) + squares.subList(1, 3) + " " + squares.stream().mapToInt(n -> n).sum() + squares.equals(List.of(0, 1, 4, 9, 16)));
        Cases.thrown("add", () -> squares.add(1));
        Cases.thrown("get", () -> squares.get(5));
    }

    static void spliteratorsOfOwn() {
        Iterator<Integer> numbers = List.of(5, 6, 7).iterator();
        Spliterator<Integer> spliterator = Spliterators.spliterator(numbers, 3, Spliterator.ORDERED);
        System.out.println(StreamSupport.stream(spliterator, false).mapToInt(n -> n).sum() + " " + spliterator.estimateSize());
        Spliterator.OfInt ints = Arrays.spliterator(new int[] {1, 2, 3, 4});
        Spliterator.OfInt half = ints.trySplit();
        half.forEachRemaining((int n) -> System.out.print(n + " "));
        ints.tryAdvance((int n) -> System.out.println("| " + n + " " + ints.getExactSizeIfKnown()));
        System.out.println(Spliterators.emptySpliterator().trySplit() + " " + new TreeSet<>(List.of(2, 1)).spliterator().hasCharacteristics(Spliterator.SORTED));
    }

    static void iteratorEnds() {
        Cases.thrown("list", () -> List.of().iterator().next());
        Cases.thrown("array list", () -> new ArrayList<>().iterator().next());
        Cases.thrown("deque", () -> new ArrayDeque<>().iterator().next());
        Cases.thrown("map", () -> new HashMap<>().entrySet().iterator().next());
        Cases.thrown("collections", () -> Collections.emptyIterator().next());
        Iterator<Integer> it = new ArrayList<>(List.of(1, 2, 3)).iterator();
        it.next();
        StringBuilder rest = new StringBuilder();
        it.forEachRemaining(rest::append);
        System.out.println(rest);
    }

    static void properties() {
        Properties defaults = new Properties();
        defaults.setProperty("color", "red");
        Properties properties = new Properties(defaults);
        properties.setProperty("size", "5");
        System.out.println(properties.getProperty("color") + " " + properties.getProperty("none", "d") + " " + properties.size() + " " + new TreeSet<>(properties.stringPropertyNames()));
    }

    static void propertiesFromText() throws Exception {
        Properties properties = new Properties();
        properties.load(new java.io.StringReader("# note\na = 1\nb:two words\\\n  more\nc\\ d=\\u20ac\n!x\nempty="));
        System.out.println(new TreeMap<>(properties));
    }

    static void identityAndWeakMaps() {
        Map<String, Integer> identity = new IdentityHashMap<>();
        identity.put(new String("k"), 1);
        identity.put(new String("k"), 2);
        System.out.println(identity.size() + " " + identity.get("k"));
        Map<Object, String> weak = new WeakHashMap<>();
        Object key = new Object();
        weak.put(key, "held");
        System.gc();
        System.out.println(weak.get(key) + weak.size());
    }

    static void linkedMapWithEviction() {
        Map<Integer, String> cache = new LinkedHashMap<>(4, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
                return size() > 3;
            }
        };
        for (int i = 0; i < 5; i++) {
            cache.put(i, "v" + i);
            cache.get(2);
        }
        System.out.println(cache);
    }

    static void navigableViews() {
        NavigableMap<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            map.put(i * 10, "v" + i);
        }
        NavigableMap<Integer, String> view = map.subMap(20, true, 60, false).descendingMap();
        view.pollFirstEntry();
        map.put(25, "new");
        System.out.println(view + " " + view.firstKey() + view.headMap(30) + view.ceilingKey(39) + " " + map.size());
        Cases.thrown("outside", () -> view.put(70, "x"));
    }

    static void checkedAndSynchronizedViews() {
        List<Object> checked = Collections.checkedList(new ArrayList<>(), (Class<Object>) (Class<?>) Integer.class);
        checked.add(1);
        Cases.thrown("wrong", () -> checked.add("text"));
        Map<String, Integer> synced = Collections.synchronizedMap(new TreeMap<>());
        synced.put("b", 1);
        System.out.println(checked + " " + synced + Collections.unmodifiableSortedMap(new TreeMap<>(synced)).firstKey());
    }

    static void simpleEntries() {
        Map.Entry<String, Integer> entry = new AbstractMap.SimpleEntry<>("k", 1);
        entry.setValue(2);
        System.out.println(entry + " " + entry.equals(Map.entry("k", 2)) + " " + entry.hashCode() + " " + Map.entry("a", 1));
        Cases.thrown("immutable", () -> Map.entry("a", 1).setValue(2));
        Cases.thrown("null", () -> Map.entry(null, 1));
    }

    static void hexFormat() {
        HexFormat hex = HexFormat.ofDelimiter(":").withUpperCase();
        System.out.println(hex.formatHex(new byte[] {1, (byte) 0xab, -1}) + " " + Arrays.toString(HexFormat.of().parseHex("00ff7f")) + " " + HexFormat.of().toHexDigits((short) 0x1f) + " " + HexFormat.fromHexDigits("1e240"));
        Cases.thrown("odd", () -> HexFormat.of().parseHex("abc"));
    }

    static void collectionsUtilities() {
        List<Integer> list = new ArrayList<>(List.of(5, 3, 8, 1));
        Collections.swap(list, 0, 3);
        Collections.rotate(list, 1);
        System.out.println(list + " " + Collections.max(list) + Collections.min(list, Collections.reverseOrder()) + " " + Collections.frequency(list, 3) + Collections.disjoint(list, Set.of(9)) + " "
                + Collections.nCopies(3, "x") + Collections.indexOfSubList(list, List.of(1, 3)) + " " + Collections.binarySearch(List.of(1, 4, 9), 4) + Collections.binarySearch(List.of(1, 4, 9), 5));
        Cases.thrown("max", () -> Collections.max(List.<Integer>of()));
        Cases.thrown("none", () -> new ArrayDeque<Integer>().getFirst());
        try {
            new TreeSet<Integer>().first();
        } catch (NoSuchElementException e) {
            System.out.println("empty");
        }
    }
}
