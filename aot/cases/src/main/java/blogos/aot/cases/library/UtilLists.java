package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Vector;

/** java.util.ArrayList, LinkedList, Vector and their iterators. */
public final class UtilLists {
    private UtilLists() {}

    private static List<List<String>> lists(String... content) {
        return List.of(
                new ArrayList<>(Arrays.asList(content)),
                new LinkedList<>(Arrays.asList(content)),
                new Vector<>(Arrays.asList(content)));
    }

    public static void main(String[] arguments) {
        Cases.run("addAndGet", UtilLists::addAndGet);
        Cases.run("insertAndRemove", UtilLists::insertAndRemove);
        Cases.run("bulk", UtilLists::bulk);
        Cases.run("search", UtilLists::search);
        Cases.run("iterator", UtilLists::iterator);
        Cases.run("listIterator", UtilLists::listIterator);
        Cases.run("concurrentModification", UtilLists::concurrentModification);
        Cases.run("subList", UtilLists::subList);
        Cases.run("equalsAndHash", UtilLists::equalsAndHash);
        Cases.run("toArray", UtilLists::toArray);
        Cases.run("removeIfAndReplaceAll", UtilLists::removeIfAndReplaceAll);
        Cases.run("sort", UtilLists::sort);
        Cases.run("growth", UtilLists::growth);
        Cases.run("failures", UtilLists::failures);
        Cases.run("nulls", UtilLists::nulls);
        Cases.run("removeByIndexOrObject", UtilLists::removeByIndexOrObject);
        Cases.run("containsItself", UtilLists::containsItself);
        Cases.run("linkedListEnds", UtilLists::linkedListEnds);
        Cases.run("forEachAndStreamlessFold", UtilLists::forEachAndStreamlessFold);
    }

    static void addAndGet() {
        for (List<String> list : lists()) {
            for (int i = 0; i < 5; i++) {
                System.out.print(list.add("e" + i) + " ");
            }
            System.out.println(
                    list.get(3) + " " + list.size() + " " + list + " " + list.set(1, "new") + " " + list.isEmpty());
        }
    }

    static void insertAndRemove() {
        for (List<String> list : lists("a", "b", "c")) {
            list.add(0, "first");
            list.add(list.size(), "last");
            list.add(2, "middle");
            System.out.println(
                    list + " " + list.remove(1) + " " + list.remove("c") + " " + list.remove("zz") + " " + list);
            list.clear();
            System.out.println(list + " " + list.size());
        }
    }

    static void bulk() {
        for (List<String> list : lists("a", "b", "c", "b")) {
            System.out.println(list.addAll(List.of("x", "y")) + " " + list.addAll(1, List.of("i", "j")) + " " + list);
            System.out.println(
                    list.removeAll(List.of("b", "x")) + " " + list + " " + list.retainAll(List.of("a", "y", "q")) + " "
                            + list + " " + list.containsAll(List.of("a")) + " " + list.addAll(List.of()));
        }
    }

    static void search() {
        for (List<String> list : lists("a", "b", "a", "c")) {
            System.out.println(list.indexOf("a") + " " + list.lastIndexOf("a") + " " + list.indexOf("z") + " "
                    + list.contains("c") + " " + list.contains(null));
        }
    }

    static void iterator() {
        for (List<String> list : lists("a", "b", "c", "d")) {
            Iterator<String> iterator = list.iterator();
            while (iterator.hasNext()) {
                String next = iterator.next();
                if (next.equals("b") || next.equals("d")) {
                    iterator.remove();
                }
            }
            System.out.println(list);
            Cases.thrown("past end", iterator::next);
            Cases.thrown("remove first", () -> list.iterator().remove());
            list.iterator().forEachRemaining(System.out::print);
            System.out.println();
        }
    }

    static void listIterator() {
        for (List<String> list : lists("a", "b", "c")) {
            ListIterator<String> iterator = list.listIterator();
            StringBuilder log = new StringBuilder();
            while (iterator.hasNext()) {
                log.append(iterator.nextIndex()).append(iterator.next());
            }
            while (iterator.hasPrevious()) {
                log.append(iterator.previousIndex()).append(iterator.previous());
            }
            iterator.next();
            iterator.set("A");
            iterator.add("A2");
            iterator.next();
            iterator.remove();
            System.out.println(log + " " + list + " " + list.listIterator(2).next());
        }
    }

    static void concurrentModification() {
        for (List<String> list : lists("a", "b", "c")) {
            Cases.thrown("while iterating", () -> {
                for (String element : list) {
                    list.remove(element);
                }
            });
            System.out.println(list);
        }
    }

    static void subList() {
        for (List<String> list : lists("a", "b", "c", "d", "e")) {
            List<String> part = list.subList(1, 4);
            part.set(0, "B");
            part.remove("c");
            part.add("new");
            System.out.println(part + " " + list + " " + part.size() + " " + part.indexOf("d"));
            part.clear();
            System.out.println(list);
            Cases.thrown("range", () -> list.subList(1, 9));
            list.add("x");
            Cases.thrown("stale", part::size);
        }
    }

    static void equalsAndHash() {
        List<List<String>> all = lists("a", null, "c");
        for (List<String> left : all) {
            for (List<String> right : all) {
                System.out.print(left.equals(right) + " " + (left.hashCode() == right.hashCode()) + " ");
            }
            System.out.println(left.hashCode() + " " + left.equals(List.of("a")) + left.equals("x"));
        }
    }

    static void toArray() {
        for (List<String> list : lists("x", "y")) {
            Object[] objects = list.toArray();
            String[] exact = list.toArray(new String[0]);
            String[] larger = list.toArray(new String[] {"1", "2", "3", "4"});
            String[] generated = list.toArray(String[]::new);
            System.out.println(objects.length + " " + exact.length + " " + Arrays.toString(larger) + " " + generated[1]
                    + " " + objects.getClass().getName() + " "
                    + exact.getClass().getName());
            Cases.thrown("wrong type", () -> list.toArray(new Integer[0]));
        }
    }

    static void removeIfAndReplaceAll() {
        for (List<String> list : lists("aa", "b", "cc", "d")) {
            System.out.println(list.removeIf(s -> s.length() == 1) + " " + list + " " + list.removeIf(String::isEmpty));
            list.replaceAll(s -> s + s.length());
            System.out.println(list);
        }
    }

    static void sort() {
        for (List<String> list : lists("pear", "fig", "apple", "kiwi", "date")) {
            list.sort(null);
            System.out.println(list);
            list.sort(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
            System.out.println(list);
        }
    }

    static void growth() {
        List<Integer> list = new ArrayList<>(0);
        for (int i = 0; i < 10_000; i++) {
            list.add(i * 3 % 1000);
        }
        long sum = 0;
        for (int i = 0; i < list.size(); i += 7) {
            sum += list.get(i);
        }
        ((ArrayList<Integer>) list).trimToSize();
        ((ArrayList<Integer>) list).ensureCapacity(20_000);
        System.out.println(sum + " " + list.size() + " " + list.hashCode());
    }

    static void failures() {
        for (List<String> list : lists("a")) {
            Cases.thrown("get", () -> list.get(1));
            Cases.thrown("get negative", () -> list.get(-1));
            Cases.thrown("set", () -> list.set(5, "x"));
            Cases.thrown("add", () -> list.add(3, "x"));
            Cases.thrown("remove", () -> list.remove(2));
            Cases.thrown("addAll", () -> list.addAll(9, List.of("x")));
            Cases.thrown("iterator", () -> list.listIterator(4));
            Cases.thrown("null collection", () -> list.addAll(null));
        }
        Cases.thrown("capacity", () -> new ArrayList<String>(-1));
    }

    static void nulls() {
        for (List<String> list : lists("a", null, "b", null)) {
            System.out.println(
                    list.indexOf(null) + " " + list.lastIndexOf(null) + " " + list.remove(null) + " " + list);
        }
    }

    static void removeByIndexOrObject() {
        List<Integer> list = new ArrayList<>(List.of(10, 20, 30, 1));
        list.remove(1);
        list.remove(Integer.valueOf(1));
        System.out.println(list);
    }

    static void containsItself() {
        List<Object> list = new ArrayList<>();
        list.add("x");
        list.add(list);
        System.out.println(list);
    }

    static void linkedListEnds() {
        LinkedList<Integer> list = new LinkedList<>();
        list.addFirst(1);
        list.addLast(2);
        list.push(0);
        list.offer(3);
        System.out.println(list + " " + list.peekFirst() + list.peekLast() + list.pollFirst() + list.pollLast()
                + list.pop() + list.getFirst() + list.removeLast() + list.poll() + list.peek());
        Cases.thrown("empty", list::removeFirst);
        list.addAll(List.of(5, 6, 5, 7, 5));
        System.out.println(list.removeFirstOccurrence(5) + " " + list.removeLastOccurrence(5) + " " + list);
        Iterator<Integer> down = list.descendingIterator();
        while (down.hasNext()) {
            System.out.print(down.next() + " ");
        }
        System.out.println(list.clone());
    }

    static void forEachAndStreamlessFold() {
        int[] sum = {0};
        Collection<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4));
        numbers.forEach(n -> sum[0] = sum[0] * 10 + n);
        System.out.println(sum[0]);
    }
}
