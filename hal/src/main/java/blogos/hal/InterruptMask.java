package blogos.hal;

import blogos.aot.api.NoPoll;

/**
 * Keeps interrupt handlers, and with them all other tasks, away from what they share with the running code:
 *
 * <pre>
 * boolean wereOn = InterruptMask.set();
 * ...
 * InterruptMask.restore(wereOn);
 * </pre>
 *
 * <p>Only for a few instructions: everything else waits.
 */
@NoPoll
public final class InterruptMask {
    private InterruptMask() {}

    /** Turns interrupts off; answers whether they were on. */
    public static boolean set() {
        boolean wereOn = Cpu.areInterruptsEnabled();
        Cpu.disableInterrupts();
        if (wereOn) {
            InterruptStretch.begin();
        }
        return wereOn;
    }

    /** Turns interrupts on again if they were, and serves a request to switch tasks that came meanwhile. */
    public static void restore(boolean wereOn) {
        if (wereOn) {
            clear();
            Preemption.poll();
        }
    }

    /** Turns interrupts on. */
    public static void clear() {
        InterruptStretch.end();
        Cpu.enableInterrupts();
    }
}
