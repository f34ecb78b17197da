package blogos.hal;

/**
 * The timer that interrupts this CPU once, a given time from now: the local APIC's, or where there is none channel 0 of
 * the interval timer.
 */
public final class EventTimer {
    /** The longest time for which the timer can be armed, in nanoseconds. */
    public static final long MOST_NANOS = 1_000_000_000;

    private static final int LINE = 0;

    private static boolean usesApic;

    /** The longest time to the next interrupt: a clock that overflows must be read in time. */
    private static long mostNanos = MOST_NANOS;

    private EventTimer() {}

    /** Chooses the timer. {@link Timestamp} comes first. */
    public static void initialize() {
        usesApic = LocalApic.hasTimer();
        mostNanos = Math.min(MOST_NANOS, Timestamp.mostSilenceNanos());
        if (!usesApic) {
            InterruptController.setMasked(LINE, false);
        }
        keepClock();
    }

    /** The vector that the timer raises. */
    public static int vector() {
        return usesApic ? LocalApic.TIMER_VECTOR : InterruptController.FIRST_VECTOR + LINE;
    }

    /** Whether the local APIC has the timer. */
    public static boolean usesApic() {
        return usesApic;
    }

    /**
     * Lets the timer interrupt once, about {@code nanos} from now, instead of what was planned before. It may come
     * early where the hardware cannot count that far.
     */
    public static void arm(long nanos) {
        long limited = Math.max(1, Math.min(nanos, mostNanos));
        if (usesApic) {
            LocalApic.armTimer(limited);
        } else {
            Pit8254.arm(limited);
        }
    }

    /** For the handler of {@link #vector}, before anything arms the timer again: reads a clock that must be read. */
    public static void keepClock() {
        if (mostNanos < MOST_NANOS) {
            Timestamp.nanos();
            arm(mostNanos);
        }
    }
}
