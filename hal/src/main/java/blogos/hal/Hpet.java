package blogos.hal;

import blogos.aot.api.Address;

/**
 * The High Precision Event Timer (IA-PC HPET specification 1.0a, section 2.3), of which only the counter is used: it
 * goes at a constant rate that it knows itself, so other clocks are measured against it.
 */
public final class Hpet {
    /** Size of its registers in bytes. */
    public static final int SIZE = 0x100;

    private static final int CAPABILITIES = 0x00;
    private static final int CONFIGURATION = 0x10;
    private static final int COUNTER = 0xf0;
    private static final long ENABLED = 1;
    private static final long WIDE = 1 << 13;
    private static final int PERIOD_SHIFT = 32;

    /** The longest period that the specification allows: 100 ns. */
    private static final long MOST_FEMTOS = 100_000_000;

    private static final long FEMTOS_PER_SECOND = 1_000_000_000_000_000L;
    private static final long NARROW_MASK = 0xffff_ffffL;

    private final Address registers;
    private final long frequency;
    private final boolean wide;

    private Hpet(Address registers, long frequency, boolean wide) {
        this.registers = registers;
        this.frequency = frequency;
        this.wide = wide;
    }

    /** Starts the timer whose registers lie at an address of the direct map; null if there is none. */
    public static Hpet open(PhysAddr address) {
        Address registers = DirectMap.at(address);
        long capabilities = registers.loadLongVolatile(CAPABILITIES);
        long femtos = capabilities >>> PERIOD_SHIFT;
        if (femtos == 0 || femtos > MOST_FEMTOS) {
            return null;
        }
        registers.storeLongVolatile(CONFIGURATION, registers.loadLongVolatile(CONFIGURATION) | ENABLED);
        return new Hpet(registers, FEMTOS_PER_SECOND / femtos, (capabilities & WIDE) != 0);
    }

    /** Frequency in Hz, at least 10 million. */
    public long frequency() {
        return frequency;
    }

    /** What the counter overflows at, less 1: all ones. */
    long mask() {
        return wide ? -1 : NARROW_MASK;
    }

    /** The counter. */
    long read() {
        return wide ? registers.loadLongVolatile(COUNTER) : registers.loadIntVolatile(COUNTER) & NARROW_MASK;
    }
}
