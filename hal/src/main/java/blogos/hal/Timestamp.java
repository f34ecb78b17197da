package blogos.hal;

/**
 * Time from the CPU's time-stamp counter, measured once against the interval timer, and the date from the real-time
 * clock.
 */
public final class Timestamp {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int MEASURE_TICKS = (int) (Pit8254.FREQUENCY / 200);

    private static long start;
    private static long ticksPerSecond;
    private static long unixSecondsAtStart;

    private Timestamp() {}

    /** Measures the counter for 5 ms and reads the date. Until then both clocks stand at 0. */
    public static void initialize() {
        ticksPerSecond = Pit8254.timestampTicks(MEASURE_TICKS) * 200;
        unixSecondsAtStart = RealTimeClock.unixSeconds();
        start = Cpu.readTimestamp();
    }

    /** Frequency of the counter in Hz; 0 if unknown. */
    public static long frequency() {
        return ticksPerSecond;
    }

    /** Nanoseconds since {@link #initialize}. */
    public static long nanos() {
        if (ticksPerSecond == 0) {
            return 0;
        }
        long ticks = Cpu.readTimestamp() - start;
        return ticks / ticksPerSecond * NANOS_PER_SECOND + ticks % ticksPerSecond * NANOS_PER_SECOND / ticksPerSecond;
    }

    /** Milliseconds since 1970-01-01T00:00:00Z, taking the real-time clock to show UTC. */
    public static long unixMillis() {
        return unixSecondsAtStart * 1000 + nanos() / 1_000_000;
    }
}
