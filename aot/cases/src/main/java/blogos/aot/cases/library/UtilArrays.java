package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** java.util.Arrays. */
public final class UtilArrays {
    private UtilArrays() {}

    public static void main(String[] arguments) {
        Cases.run("toStrings", UtilArrays::toStrings);
        Cases.run("fill", UtilArrays::fill);
        Cases.run("copies", UtilArrays::copies);
        Cases.run("equality", UtilArrays::equality);
        Cases.run("deep", UtilArrays::deep);
        Cases.run("hashCodes", UtilArrays::hashCodes);
        Cases.run("compareAndMismatch", UtilArrays::compareAndMismatch);
        Cases.run("sortInts", UtilArrays::sortInts);
        Cases.run("sortEveryType", UtilArrays::sortEveryType);
        Cases.run("sortPatterns", UtilArrays::sortPatterns);
        Cases.run("sortDoubles", UtilArrays::sortDoubles);
        Cases.run("sortObjects", UtilArrays::sortObjects);
        Cases.run("sortIsStable", UtilArrays::sortIsStable);
        Cases.run("sortLargeObjects", UtilArrays::sortLargeObjects);
        Cases.run("binarySearch", UtilArrays::binarySearch);
        Cases.run("asList", UtilArrays::asList);
        Cases.run("setAllAndPrefix", UtilArrays::setAllAndPrefix);
        Cases.run("failures", UtilArrays::failures);
        Cases.run("brokenComparator", UtilArrays::brokenComparator);
    }

    private static int[] random(int length, int bound) {
        int[] values = new int[length];
        long seed = 12345;
        for (int i = 0; i < length; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            values[i] = (int) ((seed >>> 33) % bound) - bound / 2;
        }
        return values;
    }

    static void toStrings() {
        System.out.println(Arrays.toString(new int[] {1, -2})
                + Arrays.toString(new long[] {1L << 40})
                + Arrays.toString(new boolean[] {true, false})
                + Arrays.toString(new char[] {'a', 'b'})
                + Arrays.toString(new byte[] {-1})
                + Arrays.toString(new short[0])
                + Arrays.toString((int[]) null)
                + Arrays.toString(new Object[] {"x", null, 1})
                + Arrays.toString(new double[] {0.5, -0.0})
                + Arrays.toString(new float[] {1.5f}));
    }

    static void fill() {
        int[] ints = new int[5];
        Arrays.fill(ints, 7);
        Arrays.fill(ints, 1, 3, -1);
        boolean[] flags = new boolean[3];
        Arrays.fill(flags, true);
        String[] texts = new String[3];
        Arrays.fill(texts, "x");
        long[] longs = new long[4];
        Arrays.fill(longs, 2, 4, 9);
        double[] doubles = new double[2];
        Arrays.fill(doubles, 2.5);
        System.out.println(Arrays.toString(ints)
                + Arrays.toString(flags)
                + Arrays.toString(texts)
                + Arrays.toString(longs)
                + Arrays.toString(doubles));
        Cases.thrown("range", () -> Arrays.fill(ints, 3, 9, 0));
        Cases.thrown("order", () -> Arrays.fill(ints, 3, 1, 0));
        Cases.thrown("store", () -> Arrays.fill((Object[]) texts, 5));
    }

    static void copies() {
        int[] ints = {1, 2, 3};
        String[] texts = {"a", "b"};
        System.out.println(Arrays.toString(Arrays.copyOf(ints, 5))
                + Arrays.toString(Arrays.copyOf(ints, 2))
                + Arrays.toString(Arrays.copyOfRange(ints, 1, 5))
                + Arrays.toString(Arrays.copyOf(texts, 3))
                + Arrays.copyOf(texts, 1).getClass().getName()
                + Arrays.toString(Arrays.copyOfRange(texts, 2, 2))
                + Arrays.toString(Arrays.copyOf(new byte[] {1}, 2))
                + Arrays.toString(Arrays.copyOf(new char[] {'x'}, 1))
                + Arrays.copyOf(texts, 1, Object[].class).getClass().getName());
        Cases.thrown("negative", () -> Arrays.copyOf(ints, -1));
        Cases.thrown("range", () -> Arrays.copyOfRange(ints, 4, 5));
        Cases.thrown("order", () -> Arrays.copyOfRange(ints, 2, 1));
        Cases.thrown("store", () -> Arrays.copyOf(new Object[] {1}, 1, String[].class));
    }

    static void equality() {
        System.out.println(Arrays.equals(new int[] {1, 2}, new int[] {1, 2}) + " "
                + Arrays.equals(new int[] {1, 2}, new int[] {1}) + " " + Arrays.equals((int[]) null, null) + " "
                + Arrays.equals(new Object[] {"a", null}, new Object[] {"a", null}) + " "
                + Arrays.equals(new double[] {Double.NaN, 0.0}, new double[] {Double.NaN, 0.0}) + " "
                + Arrays.equals(new double[] {0.0}, new double[] {-0.0}) + " "
                + Arrays.equals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 8}) + " "
                + Arrays.equals(new char[] {'a', 'b', 'c'}, 0, 2, new char[] {'x', 'a', 'b'}, 1, 3) + " "
                + Arrays.equals(new int[0][], new int[0][]) + " "
                + Arrays.equals(new boolean[] {true}, new boolean[1]));
    }

    static void deep() {
        Object[] nested = {1, new int[] {2, 3}, new String[][] {{"a"}, null}, null};
        Object[] same = {1, new int[] {2, 3}, new String[][] {{"a"}, null}, null};
        System.out.println(Arrays.deepToString(nested) + " " + Arrays.deepEquals(nested, same) + " "
                + Arrays.equals(nested, same) + " " + Arrays.deepHashCode(nested));
        Object[] self = new Object[1];
        self[0] = self;
        System.out.println(Arrays.deepToString(self));
    }

    static void hashCodes() {
        System.out.println(Arrays.hashCode(new int[] {1, 2, 3}) + " " + Arrays.hashCode(new long[] {1L << 33}) + " "
                + Arrays.hashCode(new byte[] {-1, 1}) + " " + Arrays.hashCode(new boolean[] {true}) + " "
                + Arrays.hashCode(new char[] {'a'}) + " " + Arrays.hashCode(new double[] {1.5}) + " "
                + Arrays.hashCode(new float[] {1.5f}) + " " + Arrays.hashCode((int[]) null) + " "
                + Arrays.hashCode(new short[] {3}) + " " + Arrays.hashCode(new Object[] {"a"}));
    }

    static void compareAndMismatch() {
        System.out.println(Arrays.compare(new int[] {1, 2}, new int[] {1, 3}) + " "
                + Arrays.compare(new int[] {1}, new int[] {1, 3}) + " "
                + Arrays.mismatch(new int[] {1, 2}, new int[] {1, 3})
                + " " + Arrays.mismatch(new long[] {1, 2, 3}, new long[] {1, 2, 3}) + " "
                + Arrays.mismatch(
                        new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 11})
                + " "
                + Arrays.compare(new String[] {"a"}, new String[] {"b"}) + " "
                + Arrays.compareUnsigned(new byte[] {-1}, new byte[] {1}));
    }

    static void sortInts() {
        for (int length : new int[] {0, 1, 2, 10, 45, 60, 300, 5000}) {
            int[] values = random(length, 10_000);
            Arrays.sort(values);
            boolean sorted = true;
            for (int i = 1; i < length; i++) {
                sorted &= values[i - 1] <= values[i];
            }
            System.out.println(length + " " + sorted + " " + Arrays.hashCode(values));
        }
        int[] part = {5, 4, 3, 2, 1};
        Arrays.sort(part, 1, 4);
        System.out.println(Arrays.toString(part));
    }

    static void sortEveryType() {
        int[] source = random(200, 200);
        byte[] bytes = new byte[200];
        short[] shorts = new short[200];
        char[] chars = new char[200];
        long[] longs = new long[200];
        for (int i = 0; i < 200; i++) {
            bytes[i] = (byte) source[i];
            shorts[i] = (short) (source[i] * 100);
            chars[i] = (char) source[i];
            longs[i] = source[i] * 10_000_000_000L;
        }
        Arrays.sort(bytes);
        Arrays.sort(shorts);
        Arrays.sort(chars);
        Arrays.sort(longs);
        System.out.println(Arrays.hashCode(bytes) + " " + Arrays.hashCode(shorts) + " " + Arrays.hashCode(chars) + " "
                + Arrays.hashCode(longs) + " " + bytes[0] + " " + longs[199]);
    }

    static void sortPatterns() {
        int[] ascending = new int[3000];
        int[] descending = new int[3000];
        int[] few = new int[3000];
        int[] saw = new int[3000];
        int[] heap = new int[3000];
        for (int i = 0; i < 3000; i++) {
            ascending[i] = i;
            descending[i] = -i;
            few[i] = i * 7919 % 3;
            saw[i] = i % 50;
            heap[i] = i ^ 0x2a5;
        }
        for (int[] values : new int[][] {ascending, descending, few, saw, heap}) {
            Arrays.sort(values);
            System.out.println(Arrays.hashCode(values));
        }
    }

    static void sortDoubles() {
        double[] values = {
            3.5,
            -0.0,
            0.0,
            Double.NaN,
            -1e300,
            Double.POSITIVE_INFINITY,
            0.0,
            -0.0,
            Double.NEGATIVE_INFINITY,
            1e-300,
            Double.NaN,
            -7
        };
        Arrays.sort(values);
        System.out.println(Arrays.toString(values));
        double[] many = new double[1000];
        int[] source = random(1000, 1_000_000);
        for (int i = 0; i < many.length; i++) {
            many[i] = source[i] / 7.0;
        }
        Arrays.sort(many);
        float[] floats = {2.5f, Float.NaN, -0f, 0f, -1f};
        Arrays.sort(floats);
        System.out.println(Arrays.hashCode(many) + " " + Arrays.toString(floats));
    }

    static void sortObjects() {
        String[] words = {"pear", "Fig", "apple", "fig", "Apple", ""};
        Arrays.sort(words);
        System.out.println(Arrays.toString(words));
        Arrays.sort(words, String.CASE_INSENSITIVE_ORDER);
        System.out.println(Arrays.toString(words));
        Arrays.sort(words, Comparator.comparing(String::length).reversed());
        System.out.println(Arrays.toString(words));
        Integer[] numbers = {3, 1, 2};
        Arrays.sort(numbers, Collections.reverseOrder());
        System.out.println(Arrays.toString(numbers));
        Arrays.sort(words, 0, 3);
        System.out.println(Arrays.toString(words));
    }

    static void sortIsStable() {
        String[] words = new String[200];
        int[] source = random(200, 1000);
        for (int i = 0; i < words.length; i++) {
            words[i] = (char) ('a' + Math.floorMod(source[i], 5)) + ":" + i;
        }
        Arrays.sort(words, (a, b) -> a.charAt(0) - b.charAt(0));
        System.out.println(String.join(",", words).hashCode() + " " + words[0] + " " + words[1] + " " + words[199]);
    }

    static void sortLargeObjects() {
        int[] source = random(5000, 100_000);
        Integer[] numbers = new Integer[source.length];
        for (int i = 0; i < source.length; i++) {
            numbers[i] = source[i];
        }
        Arrays.sort(numbers);
        System.out.println(Arrays.hashCode(numbers) + " " + numbers[0] + " " + numbers[4999]);
    }

    static void binarySearch() {
        int[] values = {-5, 0, 3, 3, 9, 100};
        for (int key : new int[] {-6, -5, 1, 9, 100, 101}) {
            System.out.print(Arrays.binarySearch(values, key) + " ");
        }
        System.out.println(Arrays.binarySearch(new String[] {"a", "c", "e"}, "d") + " "
                + Arrays.binarySearch(new double[] {-1.5, 2}, 2) + " " + Arrays.binarySearch(values, 1, 3, 9) + " "
                + Collections.binarySearch(List.of(1, 4, 9), 4));
    }

    static void asList() {
        String[] array = {"a", "b", "c"};
        List<String> list = Arrays.asList(array);
        list.set(0, "A");
        array[2] = "C";
        System.out.println(list + " " + array[0] + " " + list.indexOf("C") + " " + list.contains("b"));
        Collections.reverse(list);
        System.out.println(Arrays.toString(array));
        Cases.thrown("add", () -> list.add("x"));
        Cases.thrown("remove", () -> list.remove(0));
    }

    static void setAllAndPrefix() {
        int[] squares = new int[6];
        Arrays.setAll(squares, i -> i * i);
        String[] texts = new String[3];
        Arrays.setAll(texts, i -> "t" + i);
        System.out.println(Arrays.toString(squares) + Arrays.toString(texts));
    }

    static void failures() {
        Cases.thrown("sort range", () -> Arrays.sort(new int[3], 2, 5));
        Cases.thrown("sort incomparable", () -> Arrays.sort(new Object[] {"a", 1}));
        Cases.thrown("sort null", () -> Arrays.sort(new String[] {"a", null}));
        Cases.thrown("null array", () -> Arrays.sort((int[]) null));
        Cases.thrown("asList null", () -> Arrays.asList((Object[]) null));
    }

    static void brokenComparator() {
        Integer[] numbers = new Integer[100];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 37 % 100;
        }
        Cases.thrown("contract", () -> Arrays.sort(numbers, (a, b) -> a % 7 < b % 5 ? -1 : 1));
    }
}
