package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * JLS 12.4 and 8.3.1.1: static data that a compiler may compute ahead of time must look as if it had been computed when
 * the class was first used, and stays writable.
 */
public final class Ch12InitializationData {
    private static int clock;

    private Ch12InitializationData() {}

    public static void main(String[] arguments) {
        Cases.run("tables", Ch12InitializationData::tables);
        Cases.run("computedTablesAreWritable", Ch12InitializationData::computedTablesAreWritable);
        Cases.run("collections", Ch12InitializationData::collections);
        Cases.run("collectionsAreWritable", Ch12InitializationData::collectionsAreWritable);
        Cases.run("sharedObjectsStayShared", Ch12InitializationData::sharedObjectsStayShared);
        Cases.run("registersElsewhere", Ch12InitializationData::registersElsewhere);
        Cases.run("readsChangedState", Ch12InitializationData::readsChangedState);
        Cases.run("takesTheClockWhenUsed", Ch12InitializationData::takesTheClockWhenUsed);
        Cases.run("lambdasInStatics", Ch12InitializationData::lambdasInStatics);
        Cases.run("stringsAndIdentity", Ch12InitializationData::stringsAndIdentity);
        Cases.run("identityHashes", Ch12InitializationData::identityHashes);
        Cases.run("boxedConstants", Ch12InitializationData::boxedConstants);
        Cases.run("longComputation", Ch12InitializationData::longComputation);
        Cases.run("caughtExceptionInside", Ch12InitializationData::caughtExceptionInside);
        Cases.run("conditionalFailure", Ch12InitializationData::conditionalFailure);
        Cases.run("enumTables", Ch12InitializationData::enumTables);
        Cases.run("recordsAndGraphs", Ch12InitializationData::recordsAndGraphs);
        Cases.run("cyclicObjects", Ch12InitializationData::cyclicObjects);
        Cases.run("superclassState", Ch12InitializationData::superclassState);
        Cases.run("floatingTables", Ch12InitializationData::floatingTables);
        Cases.run("nestedArrays", Ch12InitializationData::nestedArrays);
        Cases.run("builderLeftOver", Ch12InitializationData::builderLeftOver);
        Cases.run("interfaceData", Ch12InitializationData::interfaceData);
        Cases.run("partlyPrinted", Ch12InitializationData::partlyPrinted);
        Cases.run("instanceCounters", Ch12InitializationData::instanceCounters);
    }

    private static final class Crc {
        static final int[] TABLE = new int[256];

        static {
            for (int i = 0; i < TABLE.length; i++) {
                int value = i;
                for (int bit = 0; bit < 8; bit++) {
                    value = (value & 1) != 0 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
                }
                TABLE[i] = value;
            }
        }

        static int of(String text) {
            int crc = -1;
            for (int i = 0; i < text.length(); i++) {
                crc = crc >>> 8 ^ TABLE[(crc ^ text.charAt(i)) & 0xff];
            }
            return ~crc;
        }
    }

    static void tables() {
        System.out.println(Integer.toHexString(Crc.of("123456789")) + " " + Crc.TABLE.length + " " + Crc.TABLE[255]);
    }

    static void computedTablesAreWritable() {
        int before = Crc.TABLE[7];
        Crc.TABLE[7] = 1;
        System.out.println(before + " " + Crc.TABLE[7]);
        Crc.TABLE[7] = before;
    }

    private static final class Names {
        static final List<String> LIST = new ArrayList<>(List.of("a", "b"));
        static final Map<String, Integer> LENGTHS = new LinkedHashMap<>();
        static final Map<Integer, String> SORTED = new TreeMap<>();
        static final Map<Object, Object> HASHED = new HashMap<>();
        static final ArrayDeque<Integer> QUEUE = new ArrayDeque<>();

        static {
            for (String name : new String[] {"one", "three", "seven", "eleven"}) {
                LENGTHS.put(name, name.length());
                SORTED.put(name.length() * 7 % 10, name);
                HASHED.put(name, name.hashCode());
                QUEUE.addFirst(name.length());
            }
        }
    }

    static void collections() {
        System.out.println(
                Names.LIST + " " + Names.LENGTHS + " " + Names.SORTED + " " + Names.HASHED + " " + Names.QUEUE);
    }

    static void collectionsAreWritable() {
        for (int i = 0; i < 100; i++) {
            Names.LIST.add("x" + i);
            Names.HASHED.put(i, i);
            Names.SORTED.remove(i);
            Names.QUEUE.addLast(i);
        }
        System.out.println(Names.LIST.size() + " " + Names.HASHED.size() + " " + Names.HASHED.get("seven") + " "
                + Names.HASHED.get(77) + " " + Names.SORTED.size() + " " + Names.QUEUE.size());
    }

    private static final class Left {
        static final int[] SHARED = {1, 2, 3};
        static final StringBuilder TEXT = new StringBuilder("text");
    }

    private static final class Right {
        static final int[] SAME = Left.SHARED;
        static final Object[] BOTH = {Left.SHARED, Left.TEXT, SAME};
    }

    static void sharedObjectsStayShared() {
        Left.SHARED[0] = 42;
        Left.TEXT.append('!');
        System.out.println((Right.SAME == Left.SHARED) + " " + Right.SAME[0] + " " + (Right.BOTH[0] == Right.BOTH[2])
                + " " + Right.BOTH[1]);
    }

    private static final class Registry {
        static final List<String> ENTRIES = new ArrayList<>();
    }

    private static final class Plugin {
        static final int NUMBER = register("plugin");

        static int register(String name) {
            Registry.ENTRIES.add(name);
            return Registry.ENTRIES.size();
        }
    }

    private static final class LatePlugin {
        static final int NUMBER = Plugin.register("late");
    }

    static void registersElsewhere() {
        System.out.println(Registry.ENTRIES);
        Registry.ENTRIES.add("first");
        System.out.println(LatePlugin.NUMBER + " " + Plugin.NUMBER + " " + Registry.ENTRIES);
    }

    private static int setting = 1;

    private static final class Reads {
        static final int VALUE = setting * 10;
        static final String[] COPY = {"setting " + setting};
    }

    static void readsChangedState() {
        setting = 7;
        System.out.println(Reads.VALUE + " " + Reads.COPY[0]);
        setting = 8;
        System.out.println(Reads.VALUE);
    }

    private static int tick() {
        return ++clock;
    }

    private static final class FirstUse {
        static final int TIME = tick();
    }

    private static final class SecondUse {
        static final int TIME = tick();
    }

    static void takesTheClockWhenUsed() {
        tick();
        System.out.println(SecondUse.TIME + " " + tick() + " " + FirstUse.TIME + " " + clock);
        long earlier = System.nanoTime();
        System.out.println(Stamp.NANOS >= earlier);
    }

    private static final class Stamp {
        static final long NANOS = System.nanoTime();
    }

    private static final class Functions {
        static int calls;
        static final IntUnaryOperator SQUARE = x -> x * x;
        static final IntUnaryOperator COUNTED = x -> x + ++calls;
        static final Supplier<String> BOUND = "bound"::toUpperCase;
        static final IntUnaryOperator[] ALL = {SQUARE, COUNTED, Math::abs, SQUARE.andThen(x -> -x)};
    }

    static void lambdasInStatics() {
        StringBuilder text = new StringBuilder();
        for (IntUnaryOperator function : Functions.ALL) {
            text.append(function.applyAsInt(-3)).append(' ');
        }
        System.out.println(
                text + Functions.BOUND.get() + " " + Functions.calls + " " + Functions.COUNTED.applyAsInt(0));
    }

    private static final class Strings {
        static final String LITERAL = "literal of data";
        static final String BUILT =
                new StringBuilder("literal").append(" of data").toString();
        static final String INTERNED = BUILT.intern();
        static final String JOINED = String.join("-", "x", "y") + LITERAL.length();
        static final char[] CHARS = LITERAL.toCharArray();
    }

    static void stringsAndIdentity() {
        System.out.println((Strings.LITERAL == Strings.BUILT) + " " + (Strings.LITERAL == Strings.INTERNED) + " "
                + Strings.LITERAL.equals(Strings.BUILT) + " " + Strings.JOINED + " " + Strings.CHARS.length + " "
                + (Strings.LITERAL == "literal of data") + " " + (Strings.JOINED.intern() == Strings.JOINED));
    }

    private static final class Identities {
        static final Object KEY = new Object();
        static final Map<Object, String> MAP = new HashMap<>();
        static final int HASH = System.identityHashCode(KEY);

        static {
            MAP.put(KEY, "found");
        }
    }

    static void identityHashes() {
        System.out.println(Identities.MAP.get(Identities.KEY) + " " + (Identities.HASH == Identities.KEY.hashCode())
                + " " + Identities.MAP.get(new Object()));
    }

    private static final class Boxes {
        static final Integer SMALL = 100;
        static final Integer LARGE = 1000;
        static final Object[] ALL = {SMALL, LARGE, 1L, 'c', true, (byte) 3, 0.5};
    }

    static void boxedConstants() {
        Integer small = 100;
        Integer large = 1000;
        System.out.println((Boxes.SMALL == small) + " " + (Boxes.LARGE == large) + " " + Boxes.LARGE.equals(large) + " "
                + (Boxes.ALL[0] == small) + " " + (Boxes.ALL[4] == Boolean.TRUE) + " " + Boxes.ALL[6]);
    }

    private static final class Long {
        static final int PRIMES;

        static {
            boolean[] composite = new boolean[200_000];
            int count = 0;
            for (int i = 2; i < composite.length; i++) {
                if (!composite[i]) {
                    count++;
                    for (int j = 2 * i; j < composite.length; j += i) {
                        composite[j] = true;
                    }
                }
            }
            PRIMES = count;
        }
    }

    static void longComputation() {
        System.out.println(Long.PRIMES);
    }

    private static final class Careful {
        static final int PARSED = parse("12", 0);
        static final int DEFAULT = parse("none", 5);
        static final String CAUGHT;

        static {
            String caught = "nothing";
            try {
                caught = "" + new int[2][PARSED].clone()[PARSED].length;
            } catch (ArrayIndexOutOfBoundsException e) {
                caught = e.getMessage();
            } finally {
                caught += "!";
            }
            CAUGHT = caught;
        }

        static int parse(String text, int otherwise) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
    }

    static void caughtExceptionInside() {
        System.out.println(Careful.PARSED + " " + Careful.DEFAULT + " " + Careful.CAUGHT);
    }

    private static final class Doomed {
        static int before = tick();
        static final int[] VALUES = {1, 2};
        static final int BAD = VALUES[before > 0 ? 2 : 0];

        static int value() {
            return 1;
        }
    }

    static void conditionalFailure() {
        int before = clock;
        for (int i = 0; i < 2; i++) {
            try {
                System.out.println(Doomed.value());
            } catch (ExceptionInInitializerError e) {
                System.out.println(
                        e.getCause() + " " + e.getCause().getStackTrace()[0].getMethodName());
            } catch (NoClassDefFoundError e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.println(clock - before);
    }

    private enum Suit {
        CLUBS("c"),
        HEARTS("h"),
        SPADES("s");

        private static final Map<String, Suit> BY_MARK = new HashMap<>();
        private static final EnumMap<Suit, Integer> WEIGHTS = new EnumMap<>(Suit.class);

        static {
            for (Suit suit : values()) {
                BY_MARK.put(suit.mark, suit);
                WEIGHTS.put(suit, suit.ordinal() * 10);
            }
        }

        private final String mark;

        Suit(String mark) {
            this.mark = mark;
        }
    }

    static void enumTables() {
        System.out.println(
                Suit.BY_MARK.get("h") + " " + Suit.WEIGHTS + " " + (Suit.BY_MARK.get("s") == Suit.valueOf("SPADES")));
        Suit.WEIGHTS.put(Suit.CLUBS, 99);
        System.out.println(Suit.WEIGHTS.get(Suit.CLUBS));
    }

    private record Node(String name, List<Node> children) {
        static final Node TREE = new Node("root", List.of(leaf("a"), new Node("b", List.of(leaf("c")))));

        static Node leaf(String name) {
            return new Node(name, List.of());
        }
    }

    static void recordsAndGraphs() {
        System.out.println(Node.TREE + " " + Node.TREE.hashCode());
    }

    private static final class Ring {
        static final Ring FIRST = new Ring(1);
        static final Object[] SELF = new Object[1];

        static {
            FIRST.next = new Ring(2);
            FIRST.next.next = FIRST;
            SELF[0] = SELF;
        }

        final int number;
        Ring next;

        Ring(int number) {
            this.number = number;
        }
    }

    static void cyclicObjects() {
        System.out.println(Ring.FIRST.next.next.next.number + " " + (Ring.SELF[0] == Ring.SELF));
        Ring.FIRST.next = new Ring(3);
        System.out.println(Ring.FIRST.next.number);
    }

    private static class Counted {
        static int made;
        final int id = ++made;
    }

    private static final class Sub extends Counted {
        static final Sub ONE = new Sub();
        static final Sub TWO = new Sub();
    }

    static void superclassState() {
        new Counted();
        System.out.println(Sub.ONE.id + " " + Sub.TWO.id + " " + Counted.made);
    }

    private static final class Waves {
        static final double[] ROOTS = new double[8];
        static final float[] PARTS = {1f / 3, -0f, Float.NaN};
        static final double SUM;

        static {
            double sum = 0;
            for (int i = 0; i < ROOTS.length; i++) {
                ROOTS[i] = Math.sqrt(i);
                sum += 1.0 / (i + 1) % 0.3;
            }
            SUM = sum;
        }
    }

    static void floatingTables() {
        System.out.println(Waves.ROOTS[2] + " " + Waves.ROOTS[7] + " " + Waves.PARTS[0] + " " + Waves.PARTS[1] + " "
                + Waves.PARTS[2] + " " + Waves.SUM);
    }

    private static final class Grids {
        static final int[][] GRID = new int[3][4];
        static final java.lang.Long[][] BOXED = {{1L}, {}, null};
        static final Object[] COVARIANT = new String[] {"s"};

        static {
            GRID[2] = new int[] {9};
            GRID[0][3] = 5;
        }
    }

    static void nestedArrays() {
        System.out.println(Grids.GRID[0][3] + " " + Grids.GRID[2].length + " " + Grids.GRID[1].length + " "
                + Grids.BOXED[0][0] + " " + Grids.BOXED[2]);
        Cases.thrown("store", () -> Grids.COVARIANT[0] = 1);
        Grids.GRID[1] = Grids.GRID[2];
        System.out.println(Grids.GRID[1][0]);
    }

    private static final class Built {
        static final StringBuilder LOG = new StringBuilder();

        static {
            LOG.append("static ")
                    .append(1 + LOG.length())
                    .append(' ')
                    .append(3.5)
                    .append('\u20ac');
        }
    }

    static void builderLeftOver() {
        System.out.println(Built.LOG + " " + Built.LOG.length());
        Built.LOG.setLength(3);
        System.out.println(Built.LOG.append("more"));
    }

    private interface Data {
        int[] VALUES = {3, 1, 2};
        List<Integer> LIST = List.of(4, 5);
    }

    static void interfaceData() {
        java.util.Arrays.sort(Data.VALUES);
        System.out.println(Data.VALUES[0] + " " + Data.LIST);
    }

    private static final class Talks {
        static final int FIRST = 5;
        static final int[] ARRAY = {FIRST, FIRST + 1};

        static {
            ARRAY[0] = 50;
            System.out.println("talking " + ARRAY[0]);
            ARRAY[1] = 60;
        }
    }

    static void partlyPrinted() {
        System.out.println("before");
        System.out.println(Talks.ARRAY[0] + Talks.ARRAY[1]);
    }

    private static final class Instances {
        static int count;
        static final Instances A = new Instances("a");
        static final Instances B = new Instances("b");
        final String name;

        {
            count++;
        }

        Instances(String name) {
            this.name = name + count;
        }
    }

    static void instanceCounters() {
        System.out.println(
                Instances.A.name + " " + Instances.B.name + " " + new Instances("c").name + " " + Instances.count);
    }
}
