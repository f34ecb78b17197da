package blogos.programs;

import blogos.std.BlogOs;

/**
 * {@code /bin/check_switches}: computes for some time without asking the kernel for anything, so that it is interrupted
 * anywhere, and then yields often. Its status is the number of results that are not what they should be. Several at once
 * check that switches lose nothing of a program's state.
 */
public final class CheckSwitches {
    private static final long COMPUTE_NANOS = 60_000_000;
    private static final int STEPS = 20_000;
    private static final int YIELDS = 2_000;

    private CheckSwitches() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        long expected = compute(STEPS);
        int wrong = 0;
        int rounds = 0;
        long end = BlogOs.uptimeNanos() + COMPUTE_NANOS;
        while (BlogOs.uptimeNanos() < end) {
            wrong += compute(STEPS) == expected ? 0 : 1;
            rounds++;
        }
        long start = BlogOs.uptimeNanos();
        double sum = 0;
        for (int i = 1; i <= YIELDS; i++) {
            sum += i * 0.5;
            BlogOs.yield();
        }
        long nanos = BlogOs.uptimeNanos() - start;
        wrong += sum == YIELDS * (YIELDS + 1) * 0.25 ? 0 : 1;
        System.err.println("Switches checked: " + wrong + " wrong results of " + rounds + ", a yield took " + nanos / YIELDS
                + " ns with what others did meanwhile");
        System.exit(wrong);
    }

    /** Keeps integers and floating-point numbers in as many registers as it can. */
    private static long compute(int steps) {
        double a = 1;
        double b = 2;
        double c = 3;
        long x = 1;
        long y = 2;
        for (int i = 0; i < steps; i++) {
            a = a * 1.000001 + b / 3;
            b = Math.sqrt(a + c);
            c = c * 0.5 + b;
            x = x * 31 + i;
            y ^= x >>> 7;
        }
        return Double.doubleToRawLongBits(a + b + c) ^ x ^ y;
    }
}
