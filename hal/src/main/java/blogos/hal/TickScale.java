package blogos.hal;

/** Turns ticks of a clock into nanoseconds with one multiplication: ticks * (10^9 * 2^32 / frequency) / 2^32. */
final class TickScale {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int SHIFT = 32;

    private TickScale() {}

    /** The factor for a frequency in Hz, 1,000 to 2^62. Its error is below 10^-9 up to 4 GHz. */
    static long factor(long frequency) {
        long whole = NANOS_PER_SECOND / frequency;
        long rest = NANOS_PER_SECOND % frequency;
        return (whole << SHIFT) + ((rest << SHIFT) + frequency / 2) / frequency;
    }

    /** Nanoseconds that {@code ticks}, not negative, take; up to 292 years. */
    static long nanos(long ticks, long factor) {
        return Math.multiplyHigh(ticks, factor) << SHIFT | ticks * factor >>> SHIFT;
    }
}
