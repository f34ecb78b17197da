package blogos.hal;

/**
 * The way of the ISA bus's 16 interrupt lines to this CPU: through I/O APICs to the local APIC, or through the pair of
 * 8259s. Either way line n raises vector {@link #FIRST_VECTOR} + n.
 */
public final class InterruptController {
    /** Vector of line 0: the first after the CPU exceptions. */
    public static final int FIRST_VECTOR = 32;

    /** Number of interrupt lines. */
    public static final int LINES = 16;

    /** The line that joins the two 8259s: nothing else can be on it. */
    public static final int CASCADE_LINE = 2;

    /** The I/O APIC at which each line arrives, and the input there; null while the 8259s are in use. */
    private static IoApic[] ioApics;

    private static final int[] INPUTS = new int[LINES];

    private InterruptController() {}

    /**
     * Uses the 8259s, with all lines masked. Without a local APIC they reach the CPU directly; it passes their
     * interrupts on otherwise.
     *
     * @param localApic whether to use the local APIC, if there is one; false turns it off
     */
    public static void useLegacy(boolean localApic) {
        Pic8259.initialize();
        if (localApic) {
            LocalApic.initialize(true);
        } else {
            LocalApic.turnOff();
        }
    }

    /**
     * Uses the local APIC and I/O APICs, with all lines masked; {@link #connect} comes next for each line.
     *
     * @return whether there is a local APIC; nothing has changed if not
     */
    public static boolean useIoApics() {
        Pic8259.initialize();
        if (!LocalApic.initialize(false)) {
            return false;
        }
        ioApics = new IoApic[LINES];
        return true;
    }

    /** Says at which input of which I/O APIC a line arrives, and how it asks for attention there. */
    public static void connect(int line, IoApic ioApic, int input, boolean isActiveLow, boolean isLevelTriggered) {
        ioApic.connect(input, FIRST_VECTOR + line, isActiveLow, isLevelTriggered);
        INPUTS[line] = input;
        ioApics[line] = ioApic;
    }

    /** Whether I/O APICs are in use. */
    public static boolean usesIoApics() {
        return ioApics != null;
    }

    /** Lets a line, 0 to 15, through or not. A line that is not connected stays silent. */
    public static void setMasked(int line, boolean masked) {
        if (ioApics == null) {
            Pic8259.setMasked(line, masked);
        } else if (ioApics[line] != null) {
            ioApics[line].setMasked(INPUTS[line], masked);
        }
    }

    /**
     * Whether a controller really asked for the interrupt that arrived; false for a request that went away before it
     * was delivered, and for a vector that software raised. For interrupt handlers.
     */
    public static boolean isReal(int vector) {
        int line = vector - FIRST_VECTOR;
        if (line >= 0 && line < LINES) {
            return ioApics != null || Pic8259.isReal(line);
        }
        return vector == LocalApic.TIMER_VECTOR || LocalApic.isInService(vector);
    }

    /** Ends the handling of a {@linkplain #isReal real} interrupt: the controller may send others. */
    public static void acknowledge(int vector) {
        int line = vector - FIRST_VECTOR;
        if (ioApics == null && line >= 0 && line < LINES) {
            Pic8259.acknowledge(line);
        } else {
            LocalApic.acknowledge();
        }
    }
}
