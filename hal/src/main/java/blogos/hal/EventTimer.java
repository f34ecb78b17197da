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

    private EventTimer() {}

    /** Chooses and measures the timer. {@link Timestamp} and the interrupt controllers come first. */
    public static void initialize() {
        usesApic = LocalApic.startTimer();
        if (!usesApic) {
            Pic8259.setMasked(LINE, false);
        }
    }

    /** The vector that the timer raises. */
    public static int vector() {
        return usesApic ? LocalApic.TIMER_VECTOR : Pic8259.FIRST_VECTOR + LINE;
    }

    /**
     * Lets the timer interrupt once, about {@code nanos} from now, instead of what was planned before. It may come
     * early where the hardware cannot count that far.
     */
    public static void arm(long nanos) {
        long limited = Math.max(1, Math.min(nanos, MOST_NANOS));
        if (usesApic) {
            LocalApic.armTimer(limited);
        } else {
            Pit8254.arm(limited);
        }
    }

    /** Ends the handling of the timer's interrupt: for the handler of {@link #vector}. */
    public static void acknowledge() {
        if (usesApic) {
            LocalApic.acknowledge();
        } else {
            Pic8259.acknowledge(LINE);
        }
    }
}
