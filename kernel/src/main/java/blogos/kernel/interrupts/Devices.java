package blogos.kernel.interrupts;

import blogos.acpi.AcpiException;
import blogos.acpi.AcpiTables;
import blogos.acpi.Fadt;
import blogos.acpi.HpetTable;
import blogos.acpi.InterruptRoute;
import blogos.acpi.Madt;
import blogos.aot.api.Bytes;
import blogos.hal.DirectMap;
import blogos.hal.EventTimer;
import blogos.hal.Hpet;
import blogos.hal.InterruptController;
import blogos.hal.IoApic;
import blogos.hal.LocalApic;
import blogos.hal.PhysAddr;
import blogos.hal.Timestamp;
import blogos.kernel.CommandLine;
import blogos.log.Log;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the machine's interrupt controllers and clocks in the firmware's tables and puts them to use. What the tables
 * do not have or get wrong is replaced by what every PC has: the 8259s and the interval timer.
 *
 * <p>Options on the kernel's command line: {@code noapic} for the 8259s instead of I/O APICs, {@code nolapic} for no
 * local APIC either, {@code nohpet} to ignore the HPET, {@code clock=hpet} and {@code clock=pit} for another clock than
 * the best.
 */
public final class Devices {
    private static final String TARGET = "kernel.devices";

    private final CommandLine options;
    private AcpiTables tables;
    private Fadt features;

    private Devices(CommandLine options) {
        this.options = options;
    }

    /**
     * Finds them. Interrupts are off, all lines masked afterwards.
     *
     * @param rootPointer physical address of the ACPI root pointer, 0 for none
     */
    public static Devices find(PhysAddr rootPointer, CommandLine options) {
        Devices devices = new Devices(options);
        try {
            devices.tables = AcpiTables.read(Devices::memory, rootPointer.toLong());
            Log.debug(TARGET, "ACPI tables " + String.join(", ", devices.tables.signatures()));
            devices.features = devices.tables.fixedFeatures();
        } catch (AcpiException e) {
            Log.warn(TARGET, e.getMessage());
        }
        return devices;
    }

    private static Bytes memory(long address, long length) throws AcpiException {
        if (!DirectMap.isMapped(PhysAddr.of(address), length)) {
            throw new AcpiException("ACPI tables point to 0x" + Long.toHexString(address) + ", where no memory is");
        }
        return DirectMap.bytes(PhysAddr.of(address), length);
    }

    /** Puts interrupt controllers to use, all lines masked. */
    public void initializeControllers() {
        boolean hasLocalApic = !options.has("nolapic");
        if (!hasLocalApic || options.has("noapic") || !useIoApics()) {
            InterruptController.useLegacy(hasLocalApic);
        }
        Log.info(
                TARGET,
                "Interrupts through " + (InterruptController.usesIoApics() ? "I/O APICs" : "8259s")
                        + (LocalApic.isUsed() ? " and local APIC" : ""));
    }

    private boolean useIoApics() {
        try {
            Madt madt = tables == null ? null : tables.interruptControllers();
            return madt != null && useIoApics(madt);
        } catch (AcpiException e) {
            Log.warn(TARGET, e.getMessage());
            return false;
        }
    }

    private static boolean useIoApics(Madt madt) {
        List<Madt.IoApicEntry> entries = new ArrayList<>();
        List<IoApic> controllers = new ArrayList<>();
        for (Madt.IoApicEntry entry : madt.ioApics()) {
            PhysAddr address = PhysAddr.of(entry.address());
            IoApic controller = DirectMap.isMapped(address, IoApic.SIZE) ? IoApic.open(address) : null;
            if (controller != null) {
                entries.add(entry);
                controllers.add(controller);
                Log.debug(
                        TARGET,
                        "I/O APIC " + entry.id() + " at 0x" + Long.toHexString(entry.address()) + " with "
                                + controller.inputs() + " inputs from " + entry.firstInterrupt());
            }
        }
        if (controllers.isEmpty() || !InterruptController.useIoApics()) {
            return false;
        }
        for (int line = 0; line < InterruptController.LINES; line++) {
            if (line != InterruptController.CASCADE_LINE) {
                connect(line, madt.isaRoute(line), entries, controllers);
            }
        }
        return true;
    }

    private static void connect(
            int line, InterruptRoute route, List<Madt.IoApicEntry> entries, List<IoApic> controllers) {
        for (int i = 0; i < entries.size(); i++) {
            long input = route.interrupt() - entries.get(i).firstInterrupt();
            if (input >= 0 && input < controllers.get(i).inputs()) {
                InterruptController.connect(
                        line, controllers.get(i), (int) input, route.isActiveLow(), route.isLevelTriggered());
            }
        }
    }

    /** Puts clock and timer to use. */
    public void initializeTime() {
        String clock = options.value("clock");
        Timestamp.Choice choice = "hpet".equals(clock)
                ? Timestamp.Choice.HPET
                : "pit".equals(clock) ? Timestamp.Choice.INTERVAL_TIMER : Timestamp.Choice.BEST;
        Timestamp.initialize(options.has("nohpet") ? null : findHpet(), choice, centuryRegister());
        EventTimer.initialize();
        InterruptStatistics.name(EventTimer.vector(), "timer");
        Log.info(
                TARGET,
                "Time from the " + Timestamp.source() + " at " + Timestamp.frequency() / 1000 + " kHz, events from the "
                        + (EventTimer.usesApic() ? "local APIC" : "interval timer"));
    }

    private Hpet findHpet() {
        try {
            HpetTable table = tables == null ? null : tables.eventTimer();
            PhysAddr address = PhysAddr.of(table == null ? 0 : table.address());
            return table != null && DirectMap.isMapped(address, Hpet.SIZE) ? Hpet.open(address) : null;
        } catch (AcpiException e) {
            Log.warn(TARGET, e.getMessage());
            return null;
        }
    }

    private int centuryRegister() {
        return features == null ? 0 : features.centuryRegister();
    }

    /** Whether the machine may have the keyboard controller of a PC. */
    public boolean hasKeyboardController() {
        return features == null || features.hasKeyboardController();
    }
}
