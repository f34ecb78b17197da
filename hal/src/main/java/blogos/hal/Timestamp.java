package blogos.hal;

/**
 * Time since start, from the best counter that the machine has, and the date, which the real-time clock told at start.
 */
public final class Timestamp {
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The counter in use, unless it is the CPU's own, which is read without it. */
    private static TimeCounter counter;

    private static String name = "none";
    private static long frequency;
    private static long mostSilenceNanos = Long.MAX_VALUE;
    private static long factor;
    private static long start;
    private static long unixSecondsAtStart;

    private Timestamp() {}

    /** Which counter {@link #initialize} shall take. */
    public enum Choice {
        /** The CPU's, if its rate can be relied on, or else the HPET's, or else the CPU's. */
        BEST,
        /** The HPET's, or {@link #BEST} if there is none. */
        HPET,
        /** The interval timer's. */
        INTERVAL_TIMER
    }

    /**
     * Chooses and measures the counter, measures the local APIC's timer, and reads the date. Until then both clocks
     * stand at 0. The interrupt controllers come first.
     *
     * @param hpet the HPET; null if there is none
     * @param centuryRegister register of the real-time clock that holds the century; 0 if none does
     */
    public static void initialize(Hpet hpet, Choice choice, int centuryRegister) {
        unixSecondsAtStart = RealTimeClock.unixSeconds(centuryRegister);
        Calibration calibration = Calibration.run(hpet);
        if (calibration != null && calibration.apicFrequency() > 0) {
            LocalApic.startTimer(calibration.apicFrequency());
        }
        boolean hasTimestamp = calibration != null && calibration.timestampFrequency() > 0;
        boolean prefersHpet = choice == Choice.HPET || !CpuFeatures.hasSteadyTimestamp();
        if (choice == Choice.INTERVAL_TIMER) {
            use(TimeCounter.intervalTimer());
        } else if (hpet != null && (prefersHpet || !hasTimestamp)) {
            use(TimeCounter.hpet(hpet));
        } else if (hasTimestamp) {
            use(TimeCounter.timestamp(calibration.timestampFrequency()));
            counter = null;
            start = Cpu.readTimestamp();
        } else {
            use(TimeCounter.intervalTimer());
        }
    }

    private static void use(TimeCounter chosen) {
        counter = chosen;
        name = chosen.name();
        frequency = chosen.frequency();
        mostSilenceNanos = chosen.mostSilenceNanos();
        factor = TickScale.factor(frequency);
    }

    /** Frequency of the counter in Hz; 0 before {@link #initialize}. */
    public static long frequency() {
        return frequency;
    }

    /** What the counter is, for people. */
    public static String source() {
        return name;
    }

    /** The longest time that may pass between two calls of {@link #nanos}. */
    static long mostSilenceNanos() {
        return mostSilenceNanos;
    }

    /**
     * Nanoseconds since {@link #initialize}: never fewer than before, and in no relation to the date. In any context,
     * without allocation.
     */
    public static long nanos() {
        if (counter == null) {
            return TickScale.nanos(Math.max(0, Cpu.readTimestamp() - start), factor);
        }
        boolean wereOn = Cpu.areInterruptsEnabled();
        Cpu.disableInterrupts();
        long ticks = counter.ticks();
        if (wereOn) {
            Cpu.enableInterrupts();
        }
        return TickScale.nanos(ticks, factor);
    }

    /** Milliseconds since 1970-01-01T00:00:00Z, taking the real-time clock to show UTC. */
    public static long unixMillis() {
        return unixSecondsAtStart * MILLIS_PER_SECOND + nanos() / NANOS_PER_MILLI;
    }
}
