package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;

/** JLS 14: loops, labels, conditions and local variables. */
public final class Ch14Statements {
    private Ch14Statements() {}

    public static void main(String[] arguments) {
        Cases.run("forLoops", Ch14Statements::forLoops);
        Cases.run("whileLoops", Ch14Statements::whileLoops);
        Cases.run("doLoops", Ch14Statements::doLoops);
        Cases.run("enhancedForArrays", Ch14Statements::enhancedForArrays);
        Cases.run("enhancedForIterables", Ch14Statements::enhancedForIterables);
        Cases.run("enhancedForEvaluatesOnce", Ch14Statements::enhancedForEvaluatesOnce);
        Cases.run("labelledBreak", Ch14Statements::labelledBreak);
        Cases.run("labelledContinue", Ch14Statements::labelledContinue);
        Cases.run("labelledBlock", Ch14Statements::labelledBlock);
        Cases.run("ifElseChains", Ch14Statements::ifElseChains);
        Cases.run("returnsEverywhere", Ch14Statements::returnsEverywhere);
        Cases.run("constantConditions", Ch14Statements::constantConditions);
        Cases.run("variableShadowingInBlocks", Ch14Statements::variableShadowingInBlocks);
        Cases.run("localVariableTypes", Ch14Statements::localVariableTypes);
        Cases.run("manyLocals", Ch14Statements::manyLocals);
        Cases.run("collatz", Ch14Statements::collatz);
        Cases.run("sieve", Ch14Statements::sieve);
    }

    static void forLoops() {
        for (int i = 0, j = 10; i < j; i += 3, j--) {
            System.out.println(i + " " + j);
        }
        int k = 0;
        for (; ; ) {
            if (++k > 3) {
                break;
            }
        }
        for (long l = 1L << 33; l > 1L << 30; l /= 2) {
            k++;
        }
        for (char c = 'a'; c <= 'e'; c += 2) {
            System.out.print(c);
        }
        for (byte b = 120; b > 0; b++) {
            k++;
        }
        for (double d = 0; d < 1; d += 0.25) {
            k++;
        }
        System.out.println(k);
        for (int i = 5; i < 5; i++) {
            System.out.println("never");
        }
    }

    static void whileLoops() {
        int n = 100;
        int steps = 0;
        while (n > 1) {
            n = n % 2 == 0 ? n / 2 : 3 * n + 1;
            steps++;
        }
        System.out.println(steps);
        while (false || n++ < 3) {
            System.out.println(n);
        }
    }

    static void doLoops() {
        int i = 10;
        do {
            System.out.println(i);
        } while (++i < 3);
        do {
            i -= 4;
            if (i % 2 == 0) {
                continue;
            }
            System.out.println(i);
        } while (i > 0);
    }

    static void enhancedForArrays() {
        int[] ints = {1, 2, 3};
        for (int value : ints) {
            value *= 2;
            System.out.print(value + " ");
        }
        for (long widened : ints) {
            System.out.print(widened + " ");
        }
        for (char c : "chars".toCharArray()) {
            System.out.print(c + ".");
        }
        for (Object o : new String[] {"a", null}) {
            System.out.print(o + " ");
        }
        int sum = 0;
        for (int[] row : new int[][] {{1, 2}, {}, {3}}) {
            for (int cell : row) {
                sum += cell;
            }
        }
        System.out.println(sum + " " + ints[0]);
    }

    static void enhancedForIterables() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            list.add(i * i);
        }
        int sum = 0;
        for (int value : list) {
            sum += value;
        }
        for (Integer value : list) {
            if (value == 4) {
                continue;
            }
            if (value > 9) {
                break;
            }
            System.out.println(value);
        }
        System.out.println(sum);
        Cases.thrown("modified", () -> {
            for (Integer value : list) {
                list.add(value);
            }
        });
        List<Integer> none = null;
        Cases.thrown("null", () -> {
            for (Integer value : none) {
                System.out.println(value);
            }
        });
    }

    private static int evaluations;

    private static int[] array() {
        evaluations++;
        return new int[] {1, 2, 3};
    }

    static void enhancedForEvaluatesOnce() {
        for (int value : array()) {
            System.out.print(value);
        }
        int[] values = {1, 2, 3};
        for (int value : values) {
            values = new int[] {7};
            values[0] = value;
        }
        System.out.println(" " + evaluations + " " + values[0]);
    }

    static void labelledBreak() {
        outer:
        for (int i = 0; i < 5; i++) {
            inner:
            for (int j = 0; ; j++) {
                if (j == 3) {
                    break inner;
                }
                if (i * j == 4) {
                    System.out.println("out at " + i + " " + j);
                    break outer;
                }
            }
            System.out.println("row " + i);
        }
    }

    static void labelledContinue() {
        int count = 0;
        outer:
        for (int i = 2; i < 50; i++) {
            for (int j = 2; j * j <= i; j++) {
                if (i % j == 0) {
                    continue outer;
                }
            }
            count++;
        }
        System.out.println(count);
        int k = 0;
        again:
        do {
            while (true) {
                if (k++ % 2 == 0) {
                    continue again;
                }
                break;
            }
            System.out.println(k);
        } while (k < 6);
    }

    static void labelledBlock() {
        for (int i = 0; i < 3; i++) {
            block:
            {
                if (i == 1) {
                    break block;
                }
                System.out.println("in block " + i);
            }
            choice:
            if (i > 0) {
                if (i == 2) {
                    break choice;
                }
                System.out.println("chosen " + i);
            }
        }
    }

    private static String grade(int points) {
        if (points > 90) {
            return "A";
        } else if (points > 70) {
            return "B";
        } else if (points > 50) {
            if (points == 60) {
                return "C60";
            } else {
                return "C";
            }
        }
        return "F";
    }

    static void ifElseChains() {
        for (int points : new int[] {95, 90, 71, 60, 55, 50, -1}) {
            System.out.println(points + " " + grade(points));
        }
        boolean a = true;
        boolean b = false;
        if (a)
            if (b) System.out.println("both");
            else System.out.println("dangling else");
    }

    private static int early(int x) {
        for (int i = 0; ; i++) {
            if (i == x) {
                return i * 10;
            }
            while (i > 5) {
                if (x < 0) {
                    return -1;
                }
                i++;
                if (i > 100) {
                    return i;
                }
            }
        }
    }

    static void returnsEverywhere() {
        System.out.println(early(0) + " " + early(5) + " " + early(50) + " " + early(-1));
    }

    private static final boolean DEBUG = false;

    static void constantConditions() {
        if (DEBUG) {
            System.out.println("debug");
        }
        while (true) {
            if (!DEBUG) {
                break;
            }
        }
        if (true || DEBUG) {
            System.out.println("always");
        }
        for (; !DEBUG; ) {
            break;
        }
    }

    static void variableShadowingInBlocks() {
        {
            int x = 1;
            System.out.println(x);
        }
        {
            String x = "two";
            System.out.println(x);
        }
        for (long x = 3; x < 4; x++) {
            System.out.println(x);
        }
        double x = 4;
        System.out.println((int) x);
    }

    static void localVariableTypes() {
        var list = new ArrayList<String>();
        list.add("x");
        var number = 5L;
        for (var element : list) {
            System.out.println(element + number);
        }
        var array = new int[][] {{1}};
        final var text = "t";
        System.out.println(array[0][0] + text);
    }

    static void manyLocals() {
        int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10, k = 11, l = 12, m = 13;
        long n = 14, o = 15, p = 16, q = 17, r = 18, s = 19, t = 20;
        double u = 21, v = 22, w = 23, x = 24, y = 25, z = 26;
        for (int round = 0; round < 100; round++) {
            int swap = a;
            a = b + c;
            b = c ^ d;
            c = d - e;
            d = e | f;
            e = f + g;
            f = g & h;
            g = h + i;
            h = i - j;
            i = j + k;
            j = k ^ l;
            k = l + m;
            l = m - swap;
            m = swap + round;
            n += o ^ p;
            o -= p + q;
            p = q * 3 + r;
            q = r - s;
            r = s + t;
            s = t ^ n;
            t = n + a;
            u = v + w / 2;
            v = w - x / 4;
            w = x + y / 8;
            x = y - z / 2;
            y = z + 1;
            z = u / 1024;
        }
        System.out.println(a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h + " " + i + " " + j
                + " " + k + " " + l + " " + m);
        System.out.println(n + " " + o + " " + p + " " + q + " " + r + " " + s + " " + t);
        System.out.println(Double.doubleToLongBits(u + v + w + x + y + z));
    }

    static void collatz() {
        int best = 0;
        int longest = 0;
        for (int start = 1; start < 10_000; start++) {
            int length = 1;
            for (long n = start; n != 1; length++) {
                n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
            }
            if (length > longest) {
                longest = length;
                best = start;
            }
        }
        System.out.println(best + " " + longest);
    }

    static void sieve() {
        boolean[] composite = new boolean[10_000];
        int primes = 0;
        for (int i = 2; i < composite.length; i++) {
            if (composite[i]) {
                continue;
            }
            primes++;
            for (int j = i * 2; j < composite.length; j += i) {
                composite[j] = true;
            }
        }
        System.out.println(primes);
    }
}
