package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 10 and 15.10: creation, access, covariance and copying of arrays. */
public final class Ch10Arrays {
    private Ch10Arrays() {}

    public static void main(String[] arguments) {
        Cases.run("defaultElements", Ch10Arrays::defaultElements);
        Cases.run("initialisers", Ch10Arrays::initialisers);
        Cases.run("bounds", Ch10Arrays::bounds);
        Cases.run("boundsOfEveryType", Ch10Arrays::boundsOfEveryType);
        Cases.run("negativeSize", Ch10Arrays::negativeSize);
        Cases.run("zeroLength", Ch10Arrays::zeroLength);
        Cases.run("multiDimensional", Ch10Arrays::multiDimensional);
        Cases.run("partialDimensions", Ch10Arrays::partialDimensions);
        Cases.run("ragged", Ch10Arrays::ragged);
        Cases.run("zeroInDimensions", Ch10Arrays::zeroInDimensions);
        Cases.run("storeChecks", Ch10Arrays::storeChecks);
        Cases.run("storeChecksOfArrays", Ch10Arrays::storeChecksOfArrays);
        Cases.run("cloneArrays", Ch10Arrays::cloneArrays);
        Cases.run("arrayIsObject", Ch10Arrays::arrayIsObject);
        Cases.run("classNames", Ch10Arrays::classNames);
        Cases.run("nullArrays", Ch10Arrays::nullArrays);
        Cases.run("arraycopyOverlaps", Ch10Arrays::arraycopyOverlaps);
        Cases.run("arraycopyFailures", Ch10Arrays::arraycopyFailures);
        Cases.run("arraycopyPartialStore", Ch10Arrays::arraycopyPartialStore);
        Cases.run("subIntElements", Ch10Arrays::subIntElements);
        Cases.run("largeArray", Ch10Arrays::largeArray);
        Cases.run("cStyleDeclarators", Ch10Arrays::cStyleDeclarators);
        Cases.run("matrixProduct", Ch10Arrays::matrixProduct);
        Cases.run("genericArrayFromVarargs", Ch10Arrays::genericArrayFromVarargs);
    }

    static void defaultElements() {
        System.out.println(new int[3][2].length + " " + new byte[1][0].length);
        boolean[] z = new boolean[1];
        byte[] b = new byte[1];
        short[] s = new short[1];
        char[] c = new char[1];
        int[] i = new int[1];
        long[] l = new long[1];
        float[] f = new float[1];
        double[] d = new double[1];
        String[] t = new String[1];
        System.out.println(z[0] + " " + b[0] + " " + s[0] + " " + (int) c[0] + " " + i[0] + " " + l[0] + " "
                + (f[0] == 0) + " " + (d[0] == 0) + " " + t[0]);
    }

    static void initialisers() {
        boolean[] z = {true, false};
        byte[] b = {1, -2, (byte) 200};
        short[] s = {1, (short) 40000};
        char[] c = {'a', 98, '\uffff'};
        int[] i = {1, 'b', -3};
        long[] l = {1, Long.MIN_VALUE};
        float[] f = {1, 2.5f};
        double[] d = {1, 2f, 3.25};
        String[] t = {"x", null, "y" + "z"};
        Object[] o = {1, "two", '3', 4L, null, new int[] {5}};
        int[][] nested = {{1}, {}, null, {2, 3}};
        System.out.println(z[0] + " " + b[2] + " " + s[1] + " " + (int) c[2] + " " + i[1] + " " + l[1] + " "
                + (int) (f[1] * 2) + " " + (int) (d[2] * 4) + " " + t[2] + " " + ((int[]) o[5])[0] + " " + nested[3][1]
                + " "
                + nested[1].length + " " + (nested[2] == null));
    }

    static void bounds() {
        int[] indices = {-1, 0, 2, 3, Integer.MAX_VALUE, Integer.MIN_VALUE};
        int[] array = {5, 6, 7};
        for (int index : indices) {
            Cases.thrown("read", () -> System.out.println(array[index]));
            Cases.thrown("write", () -> array[index] = index);
        }
        System.out.println(array[0] + " " + array[1] + " " + array[2]);
    }

    static void boundsOfEveryType() {
        boolean[] z = {true};
        byte[] b = {1};
        short[] s = {1};
        char[] c = {1};
        long[] l = {1};
        float[] f = {1};
        double[] d = {1};
        String[] t = {"1"};
        int one = z.length;
        Cases.thrown("boolean", () -> z[one] = false);
        Cases.thrown("byte", () -> b[one + 1]++);
        Cases.thrown("short", () -> s[-one] = 1);
        Cases.thrown("char", () -> c[one] += 1);
        Cases.thrown("long", () -> System.out.println(l[one]));
        Cases.thrown("float", () -> System.out.println(f[one] > 0));
        Cases.thrown("double", () -> d[one] = 2);
        Cases.thrown("String", () -> t[one] = null);
    }

    static void negativeSize() {
        int[] sizes = {-1, Integer.MIN_VALUE};
        for (int size : sizes) {
            Cases.thrown("int", () -> System.out.println(new int[size].length));
            Cases.thrown("String", () -> System.out.println(new String[size].length));
            Cases.thrown("outer", () -> System.out.println(new int[size][1].length));
            Cases.thrown("inner", () -> System.out.println(new int[1][size].length));
            Cases.thrown("inner of none", () -> System.out.println(new int[0][size].length));
        }
    }

    static void zeroLength() {
        int[] none = {};
        String[] words = new String[0];
        for (int value : none) {
            System.out.println("never " + value);
        }
        System.out.println(none.length + " " + words.length + " " + (none == new int[0]));
        Cases.thrown("read", () -> System.out.println(none[0]));
    }

    static void multiDimensional() {
        int[][][] cube = new int[2][3][4];
        int value = 0;
        for (int[][] plane : cube) {
            for (int[] row : plane) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = value++;
                }
            }
        }
        System.out.println(
                cube[1][2][3] + " " + cube[0][1][2] + " " + cube.length + cube[0].length + cube[0][0].length);
        cube[1][1][1] += 100;
        cube[0] = cube[1];
        System.out.println(cube[0][1][1] + " " + (cube[0] == cube[1]));
        long[][] wide = new long[3][2];
        wide[2][1] = 1L << 40;
        String[][] text = new String[2][2];
        text[1][0] = "t";
        System.out.println(wide[2][1] + " " + text[1][0] + text[0][1]);
    }

    static void partialDimensions() {
        int[][][] partial = new int[2][3][];
        System.out.println(partial[1][2] + " " + partial[0].length);
        partial[1][2] = new int[] {9};
        System.out.println(partial[1][2][0]);
        String[][] strings = new String[2][];
        System.out.println(strings[0]);
        Cases.thrown("null row", () -> strings[0][0] = "x");
    }

    static void ragged() {
        int[][] triangle = new int[6][];
        for (int i = 0; i < triangle.length; i++) {
            triangle[i] = new int[i + 1];
            triangle[i][0] = triangle[i][i] = 1;
            for (int j = 1; j < i; j++) {
                triangle[i][j] = triangle[i - 1][j - 1] + triangle[i - 1][j];
            }
        }
        for (int[] row : triangle) {
            StringBuilder line = new StringBuilder();
            for (int cell : row) {
                line.append(cell).append(' ');
            }
            System.out.println(line);
        }
    }

    static void zeroInDimensions() {
        int[][][] none = new int[0][5][6];
        int[][][] middle = new int[2][0][6];
        System.out.println(none.length + " " + middle.length + " " + middle[1].length);
        System.out.println(none.getClass().getName());
    }

    static void storeChecks() {
        Object[] strings = new String[2];
        strings[0] = "fine";
        strings[1] = null;
        Cases.thrown("Integer", () -> strings[0] = 1);
        Cases.thrown("Object", () -> strings[0] = new Object());
        Number[] numbers = new Integer[1];
        numbers[0] = 5;
        Cases.thrown("Long", () -> numbers[0] = 5L);
        Comparable<?>[] comparables = new Comparable<?>[2];
        comparables[0] = "s";
        comparables[1] = 'c';
        Object[] raised = comparables;
        Cases.thrown("not comparable", () -> raised[0] = new int[0]);
        System.out.println(strings[0] + " " + numbers[0] + " " + comparables[0] + comparables[1]);
    }

    static void storeChecksOfArrays() {
        Object[] grid = new int[2][];
        grid[0] = new int[] {1};
        Cases.thrown("long[]", () -> grid[1] = new long[0]);
        Cases.thrown("String", () -> grid[1] = "s");
        Object[][] nested = new Integer[1][1];
        Cases.thrown("inner", () -> nested[0][0] = "s");
        Cases.thrown("row", () -> nested[0] = new String[0]);
        nested[0] = new Integer[] {7};
        Object[] objects = new Object[1];
        objects[0] = objects;
        System.out.println(nested[0][0] + " " + (objects[0] == objects) + " " + grid.length);
    }

    static void cloneArrays() {
        int[] ints = {1, 2, 3};
        int[] copy = ints.clone();
        copy[0] = 9;
        String[][] grid = {{"a"}, {"b"}};
        String[][] shallow = grid.clone();
        shallow[0][0] = "changed";
        shallow[1] = null;
        System.out.println(ints[0] + " " + copy[0] + " " + grid[0][0] + " " + grid[1][0] + " " + shallow[1]);
        double[] doubles = {1.5};
        boolean[] flags = {true, false};
        long[] longs = new long[0];
        System.out.println((doubles.clone()[0] == 1.5) + " " + flags.clone()[1] + " " + longs.clone().length);
    }

    static void arrayIsObject() {
        Object o = new int[] {1, 2};
        System.out.println((o instanceof Cloneable) + " " + (o instanceof java.io.Serializable) + " " + o.equals(o)
                + " " + o.equals(((int[]) o).clone()) + " " + (o.hashCode() == o.hashCode()));
        System.out.println(o.toString().startsWith("[I@"));
    }

    static void classNames() {
        Object[] arrays = {
            new boolean[0],
            new byte[0],
            new short[0],
            new char[0],
            new int[0],
            new long[0],
            new float[0],
            new double[0],
            new String[0],
            new Object[0][0],
            new int[0][0][0],
            new Cases.Body[0],
            new Runnable[0][0]
        };
        for (Object array : arrays) {
            Class<?> type = array.getClass();
            System.out.println(type.getName() + " " + type.getSimpleName() + " " + type.isArray() + " "
                    + type.getComponentType().getName());
        }
        System.out.println((int[].class == new int[1].getClass()) + " " + (String[].class == new Object[0].getClass()));
    }

    private static int[] none() {
        return null;
    }

    static void nullArrays() {
        Cases.thrown("length", () -> System.out.println(none().length));
        Cases.thrown("read", () -> System.out.println(none()[0]));
        Cases.thrown("write", () -> none()[0] = 1);
        Cases.thrown("clone", () -> none().clone());
        Cases.thrown("for", () -> {
            for (int value : none()) {
                System.out.println(value);
            }
        });
    }

    private static String text(int[] values) {
        StringBuilder result = new StringBuilder();
        for (int value : values) {
            result.append(value).append(' ');
        }
        return result.toString();
    }

    static void arraycopyOverlaps() {
        int[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        System.arraycopy(values, 0, values, 2, 7);
        System.out.println(text(values));
        System.arraycopy(values, 3, values, 0, 7);
        System.out.println(text(values));
        System.arraycopy(values, 0, values, 10, 0);
        Object[] objects = {"a", "b", "c", "d"};
        System.arraycopy(objects, 0, objects, 1, 3);
        System.out.println(objects[0] + "" + objects[1] + objects[2] + objects[3]);
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
        System.arraycopy(bytes, 0, bytes, 1, 16);
        System.out.println(bytes[0] + " " + bytes[1] + " " + bytes[16]);
        long[] longs = {1, 2, 3};
        System.arraycopy(longs, 1, longs, 0, 2);
        System.out.println(longs[0] + " " + longs[1] + " " + longs[2]);
    }

    static void arraycopyFailures() {
        int[] ints = {1, 2, 3};
        long[] longs = {1, 2, 3};
        Cases.thrown("source position", () -> System.arraycopy(ints, -1, ints, 0, 1));
        Cases.thrown("length", () -> System.arraycopy(ints, 0, ints, 0, -1));
        Cases.thrown("source end", () -> System.arraycopy(ints, 2, ints, 0, 2));
        Cases.thrown("target end", () -> System.arraycopy(ints, 0, ints, 2, 2));
        Cases.thrown("overflow", () -> System.arraycopy(ints, 1, ints, 0, Integer.MAX_VALUE));
        Cases.thrown("null source", () -> System.arraycopy(null, 0, ints, 0, 1));
        Cases.thrown("null target", () -> System.arraycopy(ints, 0, null, 0, 1));
        try {
            System.arraycopy(ints, 0, longs, 0, 1);
        } catch (ArrayStoreException expected) {
            System.out.println("types differ");
        }
        try {
            System.arraycopy("text", 0, longs, 0, 1);
        } catch (ArrayStoreException expected) {
            System.out.println("not an array");
        }
    }

    static void arraycopyPartialStore() {
        Object[] source = {"a", "b", 3, "d"};
        String[] target = new String[4];
        try {
            System.arraycopy(source, 0, target, 0, 4);
        } catch (ArrayStoreException expected) {
            System.out.println("stopped");
        }
        System.out.println(target[0] + target[1] + target[2] + target[3]);
        String[] strings = {"x", "y"};
        Object[] objects = new Object[2];
        System.arraycopy(strings, 0, objects, 0, 2);
        System.out.println(objects[0] + "" + objects[1]);
    }

    static void subIntElements() {
        byte[] bytes = new byte[2];
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) (bytes[0] >>> 1);
        short[] shorts = {(short) 0x8000};
        char[] chars = {(char) -1};
        boolean[] flags = new boolean[3];
        flags[1] |= true;
        flags[2] = flags[1] ^ flags[0];
        System.out.println(bytes[0] + " " + bytes[1] + " " + shorts[0] + " " + (int) chars[0] + " " + (chars[0] + 1)
                + " " + flags[0] + flags[1] + flags[2]);
    }

    static void largeArray() {
        int[] large = new int[1_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = i * 7;
        }
        long sum = 0;
        for (int value : large) {
            sum += value;
        }
        System.out.println(sum + " " + large[999_999]);
        byte[][] many = new byte[1000][1000];
        many[999][999] = 1;
        System.out.println(many[999][999] + many[0][0]);
    }

    static void cStyleDeclarators() {
        int[] a[] = {{1, 2}, {3}}, b = {4};
        int c[] = {5}, d = 6;
        System.out.println(a[0][1] + b[0] + c[0] + d + method()[0]);
    }

    private static int method()[] {
        return new int[] {7};
    }

    static void matrixProduct() {
        int n = 20;
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i * 3 + j;
                b[i][j] = i - j * 2;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        System.out.println((long) c[0][0] + " " + (long) c[19][19] + " " + (long) c[7][13]);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> T[] of(T... values) {
        return values;
    }

    static void genericArrayFromVarargs() {
        String[] strings = of("a", "b");
        Integer[] numbers = of(1, 2, 3);
        System.out.println(strings.length + " " + numbers[2] + " "
                + strings.getClass().getName() + " " + of().getClass().getName());
    }
}
