package blogos.hal;

/**
 * Measures the time-stamp counter and the local APIC's timer, whose rates nothing tells, against a counter with a known
 * rate. All are read together at the start and at the end. Each of these samples is the best of several: the one that
 * took the least time, so that an interruption by a hypervisor does not count.
 */
final class Calibration {
    /** How long to measure. The HPET ticks at least every 100 ns, the interval timer every 838. */
    private static final long HPET_NANOS = 2_000_000;

    private static final long INTERVAL_TIMER_NANOS = 5_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int TRIES = 5;

    /** Far more than the measuring lasts: the reference stands still. */
    private static final int MOST_POLLS = 10_000_000;

    private final TimeCounter reference;
    private final boolean apic;
    private long referenceTicks;
    private long timestampTicks;
    private long apicTicks;

    private Calibration(TimeCounter reference, boolean apic) {
        this.reference = reference;
        this.apic = apic;
    }

    /**
     * Measures.
     *
     * @param hpet what to measure against; null for the interval timer
     * @return the result, or null if the reference stands still
     */
    static Calibration run(Hpet hpet) {
        TimeCounter reference = hpet != null ? TimeCounter.hpet(hpet) : TimeCounter.intervalTimer();
        long nanos = hpet != null ? HPET_NANOS : INTERVAL_TIMER_NANOS;
        Calibration calibration = new Calibration(reference, LocalApic.isUsed());
        return calibration.measure(nanos * reference.frequency() / NANOS_PER_SECOND) ? calibration : null;
    }

    private boolean measure(long span) {
        if (apic) {
            LocalApic.startMeasuring();
        }
        sample();
        long referenceStart = referenceTicks;
        long timestampStart = timestampTicks;
        long apicStart = apicTicks;
        for (int i = 0; reference.ticks() - referenceStart < span; i++) {
            if (i == MOST_POLLS) {
                return false;
            }
        }
        sample();
        referenceTicks -= referenceStart;
        timestampTicks -= timestampStart;
        apicTicks -= apicStart;
        return true;
    }

    private void sample() {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = Cpu.readTimestamp();
            long known = reference.ticks();
            long timer = apic ? LocalApic.measuredTicks() : 0;
            long after = Cpu.readTimestamp();
            if (after - before < shortest) {
                shortest = after - before;
                referenceTicks = known;
                timestampTicks = before + (after - before) / 2;
                apicTicks = timer;
            }
        }
    }

    /** Frequency of the time-stamp counter in Hz. */
    long timestampFrequency() {
        return timestampTicks * reference.frequency() / referenceTicks;
    }

    /** Frequency of the local APIC's timer in Hz; 0 if there is none. */
    long apicFrequency() {
        return apicTicks * reference.frequency() / referenceTicks;
    }
}
