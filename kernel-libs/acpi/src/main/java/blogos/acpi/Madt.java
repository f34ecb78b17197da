package blogos.acpi;

import blogos.aot.api.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The Multiple APIC Description Table: which CPUs and interrupt controllers there are and how lines are wired (ACPI
 * specification 6.5, section 5.2.12). Global system interrupts (GSI) number the inputs of all I/O APICs in one row.
 */
public final class Madt {
    /** Number of interrupt lines of the ISA bus. */
    public static final int ISA_LINES = 16;

    private static final int LEAST_SIZE = 44;
    private static final int LOCAL_APIC_ADDRESS = 36;
    private static final int FLAGS = 40;
    private static final int HAS_8259 = 1;

    private static final int LOCAL_APIC = 0;
    private static final int IO_APIC = 1;
    private static final int SOURCE_OVERRIDE = 2;
    private static final int LOCAL_APIC_OVERRIDE = 5;
    private static final int LOCAL_X2APIC = 9;
    private static final int ENABLED = 1;
    private static final int ISA_BUS = 0;

    private final boolean hasLegacyControllers;
    private final List<Processor> processors = new ArrayList<>();
    private final List<IoApicEntry> ioApics = new ArrayList<>();
    private final InterruptRoute[] routes = new InterruptRoute[ISA_LINES];
    private long localApicAddress;

    /**
     * A CPU.
     *
     * @param apicId number of its local APIC
     * @param isEnabled whether the system may use it
     */
    public record Processor(long apicId, boolean isEnabled) {}

    /**
     * An I/O APIC.
     *
     * @param id its number
     * @param address physical address of its registers
     * @param firstInterrupt GSI of its first input
     */
    public record IoApicEntry(int id, long address, long firstInterrupt) {}

    private Madt(Bytes table) {
        localApicAddress = table.u32(LOCAL_APIC_ADDRESS);
        hasLegacyControllers = (table.u32(FLAGS) & HAS_8259) != 0;
        for (int line = 0; line < ISA_LINES; line++) {
            routes[line] = new InterruptRoute(line, false, false);
        }
    }

    static Madt of(AcpiTable source) throws AcpiException {
        Bytes table = source.requireLength(LEAST_SIZE).bytes();
        Madt madt = new Madt(table);
        for (long at = LEAST_SIZE; at < table.length(); ) {
            if (at + 2 > table.length()) {
                throw new AcpiException("table APIC ends within an entry");
            }
            int length = table.u8(at + 1);
            if (length < 2 || at + length > table.length()) {
                throw new AcpiException("table APIC has an entry of " + length + " bytes");
            }
            madt.add(table.u8(at), table.slice(at, length));
            at += length;
        }
        return madt;
    }

    private void add(int type, Bytes entry) throws AcpiException {
        switch (type) {
            case LOCAL_APIC -> {
                require(entry, 8);
                processors.add(new Processor(entry.u8(3), (entry.u32(4) & ENABLED) != 0));
            }
            case IO_APIC -> {
                require(entry, 12);
                ioApics.add(new IoApicEntry(entry.u8(2), entry.u32(4), entry.u32(8)));
            }
            case SOURCE_OVERRIDE -> {
                require(entry, 10);
                if (entry.u8(2) != ISA_BUS || entry.u8(3) >= ISA_LINES) {
                    throw new AcpiException("table APIC reroutes line " + entry.u8(3) + " of bus " + entry.u8(2));
                }
                routes[entry.u8(3)] = InterruptRoute.of(entry.u32(4), entry.u16(8));
            }
            case LOCAL_APIC_OVERRIDE -> {
                require(entry, 12);
                localApicAddress = entry.i64(4);
            }
            case LOCAL_X2APIC -> {
                require(entry, 16);
                processors.add(new Processor(entry.u32(4), (entry.u32(8) & ENABLED) != 0));
            }
            default -> {} // NMI wiring, other architectures, and what later versions add
        }
    }

    private static void require(Bytes entry, int least) throws AcpiException {
        if (entry.length() < least) {
            throw new AcpiException("table APIC has a short entry of type " + entry.u8(0));
        }
    }

    /** Physical address of the local APICs' registers. */
    public long localApicAddress() {
        return localApicAddress;
    }

    /** Whether the machine also has a pair of 8259 controllers, which must then be masked. */
    public boolean hasLegacyControllers() {
        return hasLegacyControllers;
    }

    /** The CPUs. */
    public List<Processor> processors() {
        return Collections.unmodifiableList(processors);
    }

    /** The I/O APICs. */
    public List<IoApicEntry> ioApics() {
        return Collections.unmodifiableList(ioApics);
    }

    /**
     * Where a line of the ISA bus, 0 to 15, arrives: at the GSI of the same number unless an override says otherwise.
     */
    public InterruptRoute isaRoute(int line) {
        return routes[line];
    }
}
