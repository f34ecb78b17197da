package blogos.hal;

import blogos.aot.api.NoPoll;

/**
 * Measures for how long interrupts are off at a time, while somebody wants to know: from {@link InterruptMask#set} or the
 * entry of a handler to the point where they come on again, across task switches, too. What starts the kernel does not
 * count, nor do faults of the kernel itself.
 */
@NoPoll
public final class InterruptStretch {
    private static boolean measuring;

    /** When the present stretch began; 0 if it is not measured. */
    private static long begun;

    private static long longestNanos;

    private InterruptStretch() {}

    /** Starts to measure. */
    public static void start() {
        boolean wereOn = Cpu.areInterruptsEnabled();
        Cpu.disableInterrupts();
        begun = 0;
        longestNanos = 0;
        measuring = true;
        if (wereOn) {
            Cpu.enableInterrupts();
        }
    }

    /** Stops to measure. Answers the longest stretch in nanoseconds. */
    public static long stop() {
        measuring = false;
        return longestNanos;
    }

    /** Interrupts have been turned off. */
    static void begin() {
        if (measuring) {
            begun = Timestamp.nanos();
        }
    }

    /** Interrupts are about to be turned on. */
    static void end() {
        if (measuring && begun != 0) {
            longestNanos = Math.max(longestNanos, Timestamp.nanos() - begun);
            begun = 0;
        }
    }
}
