package blogos.hal;

/**
 * A counter in the hardware by which time can be told: the time-stamp counter of the CPU, the HPET's, or the interval
 * timer's. A counter that overflows is extended in software as often as it is read; for that it must be read at least
 * once every {@link #mostSilenceNanos}.
 */
final class TimeCounter {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Hpet hpet;
    private final boolean usesTimestamp;
    private final long frequency;
    private final long mask;
    private long last;
    private long ticks;

    private TimeCounter(Hpet hpet, boolean usesTimestamp, long frequency, long mask) {
        this.hpet = hpet;
        this.usesTimestamp = usesTimestamp;
        this.frequency = frequency;
        this.mask = mask;
        last = readRaw();
    }

    /** The CPU's counter. */
    static TimeCounter timestamp(long frequency) {
        return new TimeCounter(null, true, frequency, -1);
    }

    /** The counter of an HPET. */
    static TimeCounter hpet(Hpet timer) {
        return new TimeCounter(timer, false, timer.frequency(), timer.mask());
    }

    /** Channel 2 of the interval timer, which begins to count. */
    static TimeCounter intervalTimer() {
        Pit8254.startCounting();
        return new TimeCounter(null, false, Pit8254.FREQUENCY, Pit8254.MASK);
    }

    /** Frequency in Hz. */
    long frequency() {
        return frequency;
    }

    /** What it is, for the log. */
    String name() {
        return usesTimestamp ? "time-stamp counter" : hpet != null ? "HPET" : "interval timer";
    }

    /** How long it may go unread, with some reserve; {@link Long#MAX_VALUE} for any time. */
    long mostSilenceNanos() {
        return mask < 0 ? Long.MAX_VALUE : (mask >> 1) * NANOS_PER_SECOND / frequency;
    }

    /** Ticks since this object was made; never fewer than before. Interrupts are off meanwhile. */
    long ticks() {
        long now = readRaw();
        ticks += now - last & mask;
        last = now;
        return ticks;
    }

    private long readRaw() {
        if (usesTimestamp) {
            return Cpu.readTimestamp();
        }
        return hpet != null ? hpet.read() : Pit8254.count();
    }
}
