package blogos.acpi;

/**
 * How an interrupt line arrives at the I/O APICs.
 *
 * @param interrupt its global system interrupt (GSI)
 * @param isActiveLow whether low voltage is the request
 * @param isLevelTriggered whether the request lasts as long as the line is active; else it is the edge
 */
public record InterruptRoute(long interrupt, boolean isActiveLow, boolean isLevelTriggered) {
    private static final int MASK = 3;
    private static final int TRIGGER_SHIFT = 2;
    private static final int AS_THE_BUS = 0;
    private static final int HIGH_OR_EDGE = 1;
    private static final int LOW_OR_LEVEL = 3;

    /**
     * From the flags of an ISA line's override (ACPI specification 6.5, table 5.26). The ISA bus is active high, edge.
     */
    static InterruptRoute of(long interrupt, int flags) throws AcpiException {
        int polarity = flags & MASK;
        int trigger = flags >> TRIGGER_SHIFT & MASK;
        if (!isKnown(polarity) || !isKnown(trigger)) {
            throw new AcpiException("table APIC has an override with flags " + flags);
        }
        return new InterruptRoute(interrupt, polarity == LOW_OR_LEVEL, trigger == LOW_OR_LEVEL);
    }

    private static boolean isKnown(int value) {
        return value == AS_THE_BUS || value == HIGH_OR_EDGE || value == LOW_OR_LEVEL;
    }
}
