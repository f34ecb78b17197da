package blogos.bench;

import java.util.Arrays;

/** Measurements of one operation, printed as one line for the runner. */
final class Samples {
    private final String name;
    private final long[] ticks;
    private int count;

    /** A number of measurements to come. */
    Samples(String name, int number) {
        this.name = name;
        this.ticks = new long[number];
    }

    /** Whether there are more to make. */
    boolean isMissing() {
        return count < ticks.length;
    }

    /** Adds the time since {@link Ticks#now} was {@code start}, during which the operation ran so often. */
    void add(long start, long operations) {
        ticks[count++] = (Ticks.now() - start) / operations;
    }

    /** Prints the median and the largest. */
    void print() {
        Arrays.sort(ticks);
        System.out.println("@@BENCH " + name + " " + ticks[ticks.length / 2] + " " + ticks[ticks.length - 1]);
    }
}
