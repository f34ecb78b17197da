package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** java.util.HashSet, LinkedHashSet, EnumSet, EnumMap and BitSet. */
public final class UtilSets {
    private enum Suit {
        CLUBS,
        DIAMONDS,
        HEARTS,
        SPADES
    }

    private UtilSets() {}

    public static void main(String[] arguments) {
        Cases.run("hashSet", UtilSets::hashSet);
        Cases.run("setAlgebra", UtilSets::setAlgebra);
        Cases.run("linkedHashSet", UtilSets::linkedHashSet);
        Cases.run("hashSetOrder", UtilSets::hashSetOrder);
        Cases.run("equalsAndHash", UtilSets::equalsAndHash);
        Cases.run("enumMap", UtilSets::enumMap);
        Cases.run("enumMapViews", UtilSets::enumMapViews);
        Cases.run("enumSet", UtilSets::enumSet);
        Cases.run("enumSetAlgebra", UtilSets::enumSetAlgebra);
        Cases.run("enumSetIteration", UtilSets::enumSetIteration);
        Cases.run("bitSetBasics", UtilSets::bitSetBasics);
        Cases.run("bitSetRanges", UtilSets::bitSetRanges);
        Cases.run("bitSetLogic", UtilSets::bitSetLogic);
        Cases.run("bitSetScan", UtilSets::bitSetScan);
        Cases.run("bitSetArrays", UtilSets::bitSetArrays);
        Cases.run("bitSetSieve", UtilSets::bitSetSieve);
    }

    static void hashSet() {
        Set<String> set = new HashSet<>();
        System.out.println(set.add("a") + " " + set.add("a") + " " + set.add(null) + " " + set.contains(null) + " "
                + set.size() + " " + set.remove("a") + " " + set.remove("a") + " " + set);
    }

    static void setAlgebra() {
        Set<Integer> a = new TreeSet<>(List.of(1, 2, 3, 4));
        Set<Integer> b = Set.of(3, 4, 5);
        Set<Integer> union = new TreeSet<>(a);
        union.addAll(b);
        Set<Integer> intersection = new HashSet<>(a);
        intersection.retainAll(b);
        Set<Integer> difference = new HashSet<>(a);
        difference.removeAll(b);
        System.out.println(union + " " + intersection + " " + difference + " " + a.containsAll(b) + " "
                + Collections.disjoint(difference, b));
    }

    static void linkedHashSet() {
        Set<String> set = new LinkedHashSet<>(List.of("z", "a", "m"));
        set.remove("a");
        set.add("b");
        set.add("z");
        set.add("a");
        System.out.println(set + " " + set.iterator().next() + " " + new ArrayList<>(set));
    }

    static void hashSetOrder() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            numbers.add(i * i * 31 - 400);
        }
        System.out.println(numbers);
        Set<Character> letters = new HashSet<>();
        for (char c : "hash set of letters".toCharArray()) {
            letters.add(c);
        }
        System.out.println(letters + " " + letters.hashCode());
    }

    static void equalsAndHash() {
        System.out.println(new HashSet<>(List.of(1, 2, 3)).equals(Set.of(3, 2, 1)) + " "
                + Set.of(1).equals(List.of(1)) + " " + new HashSet<>(List.of("a", "b")).hashCode() + " "
                + Set.of().hashCode());
    }

    static void enumMap() {
        Map<Suit, Integer> map = new EnumMap<>(Suit.class);
        map.put(Suit.SPADES, 4);
        map.put(Suit.CLUBS, 1);
        System.out.println(map.put(Suit.CLUBS, 10) + " " + map + " " + map.get(Suit.HEARTS) + " " + map.size() + " "
                + map.containsKey(Suit.SPADES) + " " + map.remove(Suit.SPADES) + " " + map);
        map.put(Suit.HEARTS, null);
        System.out.println(map + " " + map.containsKey(Suit.HEARTS) + " " + map.containsValue(null) + " "
                + map.getOrDefault(Suit.DIAMONDS, -1));
        Cases.thrown("null", () -> map.put(null, 1));
    }

    static void enumMapViews() {
        EnumMap<Suit, String> map = new EnumMap<>(Suit.class);
        for (Suit suit : Suit.values()) {
            map.put(suit, suit.name().substring(0, 1));
        }
        for (Map.Entry<Suit, String> entry : map.entrySet()) {
            entry.setValue(entry.getValue().toLowerCase());
        }
        map.keySet().remove(Suit.DIAMONDS);
        map.values().remove("s");
        map.merge(Suit.CLUBS, "+", String::concat);
        System.out.println(map + " " + map.keySet() + " " + map.values() + " "
                + map.clone().equals(map) + " " + new EnumMap<>(map).equals(map));
    }

    static void enumSet() {
        Set<Suit> set = EnumSet.of(Suit.HEARTS, Suit.CLUBS);
        System.out.println(
                set + " " + set.add(Suit.SPADES) + " " + set.add(Suit.SPADES) + " " + set.contains(Suit.CLUBS) + " "
                        + set.remove(Suit.CLUBS) + " " + set + " " + set.size() + " " + set.contains(null));
        System.out.println(EnumSet.allOf(Suit.class) + " " + EnumSet.noneOf(Suit.class) + " "
                + EnumSet.range(Suit.DIAMONDS, Suit.SPADES) + " " + EnumSet.complementOf(EnumSet.of(Suit.HEARTS)));
    }

    static void enumSetAlgebra() {
        EnumSet<Suit> red = EnumSet.of(Suit.DIAMONDS, Suit.HEARTS);
        EnumSet<Suit> some = EnumSet.of(Suit.HEARTS, Suit.SPADES);
        EnumSet<Suit> union = EnumSet.copyOf(red);
        union.addAll(some);
        EnumSet<Suit> intersection = red.clone();
        intersection.retainAll(some);
        EnumSet<Suit> difference = EnumSet.copyOf(List.of(Suit.DIAMONDS, Suit.HEARTS));
        difference.removeAll(some);
        System.out.println(union + " " + intersection + " " + difference + " " + union.containsAll(red) + " "
                + red.equals(Set.of(Suit.HEARTS, Suit.DIAMONDS)));
    }

    static void enumSetIteration() {
        EnumSet<Suit> set = EnumSet.allOf(Suit.class);
        for (Iterator<Suit> iterator = set.iterator(); iterator.hasNext(); ) {
            if (iterator.next().ordinal() % 2 == 0) {
                iterator.remove();
            }
        }
        System.out.println(set + " " + set.toArray().length);
    }

    static void bitSetBasics() {
        BitSet bits = new BitSet();
        bits.set(3);
        bits.set(70);
        bits.set(200, true);
        bits.flip(3);
        bits.flip(4);
        System.out.println(bits + " " + bits.get(70) + bits.get(71) + " " + bits.cardinality() + " " + bits.length()
                + " " + bits.size() + " " + bits.isEmpty() + " " + bits.hashCode());
        bits.clear(70);
        System.out.println(bits);
        Cases.thrown("negative", () -> bits.set(-1));
    }

    static void bitSetRanges() {
        BitSet bits = new BitSet(10);
        bits.set(5, 140);
        bits.clear(60, 70);
        bits.flip(130, 150);
        System.out.println(bits.cardinality() + " " + bits.get(55, 75) + " " + bits.length());
    }

    static void bitSetLogic() {
        BitSet a = new BitSet();
        BitSet b = new BitSet();
        for (int i = 0; i < 100; i++) {
            a.set(i, i % 2 == 0);
            b.set(i, i % 3 == 0);
        }
        BitSet and = (BitSet) a.clone();
        and.and(b);
        BitSet or = (BitSet) a.clone();
        or.or(b);
        BitSet xor = (BitSet) a.clone();
        xor.xor(b);
        BitSet andNot = (BitSet) a.clone();
        andNot.andNot(b);
        System.out.println(and.cardinality() + " " + or.cardinality() + " " + xor.cardinality() + " "
                + andNot.cardinality() + " " + a.intersects(b) + " " + a.equals(b));
    }

    static void bitSetScan() {
        BitSet bits = new BitSet();
        for (int i : new int[] {0, 1, 5, 64, 65, 128}) {
            bits.set(i);
        }
        StringBuilder text = new StringBuilder();
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            text.append(i).append(' ');
        }
        System.out.println(
                text + "" + bits.nextClearBit(64) + " " + bits.previousSetBit(63) + " " + bits.previousClearBit(1));
    }

    static void bitSetArrays() {
        BitSet bits = BitSet.valueOf(new long[] {5, 1L << 63});
        System.out.println(bits + " " + bits.toLongArray().length + " " + bits.toByteArray().length + " "
                + BitSet.valueOf(new byte[] {3, 1}));
    }

    static void bitSetSieve() {
        BitSet composite = new BitSet(2000);
        for (int i = 2; i * i < 2000; i++) {
            if (!composite.get(i)) {
                for (int j = i * i; j < 2000; j += i) {
                    composite.set(j);
                }
            }
        }
        composite.flip(2, 2000);
        System.out.println(composite.cardinality());
    }
}
