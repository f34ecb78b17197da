package blogos.aot.compiler.ir;

/** Loops for {@link LoopVersionsTest}: all take an array and three numbers, and answer what they computed. */
final class Loops {
    private Loops() {}

    static long upward(int[] a, int from, int to, int unused) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    static long inclusive(int[] a, int from, int to, int unused) {
        long sum = 0;
        for (int i = from; i <= to; i++) {
            sum = sum * 3 + a[i];
        }
        return sum;
    }

    static long neighbours(int[] a, int from, int to, int unused) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += (long) a[i - 1] * a[i + 2];
            if ((sum & 1) == 0) {
                a[i] += 5;
            }
        }
        return sum;
    }

    static long stepped(int[] a, int from, int to, int step) {
        long sum = 0;
        for (int i = from; i <= to; i += step) {
            a[i]++;
            sum += i;
            if (sum > 1_000_000) {
                break;
            }
        }
        return sum;
    }

    static long byThree(int[] a, int from, int to, int unused) {
        long sum = 0;
        for (int i = from; i < to; i += 3) {
            sum = sum * 7 + a[i];
        }
        return sum;
    }

    static long downward(int[] a, int from, int unused, int unusedToo) {
        long sum = 0;
        for (int i = from; i >= 0; i--) {
            sum = sum * 5 + a[i];
        }
        return sum;
    }

    static long downToOne(int[] a, int from, int unused, int unusedToo) {
        long sum = 0;
        for (int i = from; i > 0; i--) {
            sum = sum * 5 + a[i - 1];
        }
        return sum;
    }

    static long downToLimit(int[] a, int from, int to, int unused) {
        long sum = 0;
        for (int i = from; i >= to; i--) {
            a[i + 1] = a[i];
            sum += i;
        }
        return sum;
    }

    static long nested(int[] a, int from, int to, int rounds) {
        long sum = 0;
        for (int k = 0; k < 3; k++) {
            try {
                for (int i = from; i < to; i++) {
                    if (a[i] == k) {
                        continue;
                    }
                    sum = sum * 31 + a[i];
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                sum++;
            }
        }
        return sum;
    }
}
