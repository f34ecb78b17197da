package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Word;

/** {@code EFI_SYSTEM_TABLE}: the way to everything that the firmware offers (UEFI 2.10, 4.3). */
@Word
final class SystemTable {
    private static final int CONSOLE_INPUT = 48;
    private static final int CONSOLE_OUTPUT = 64;
    private static final int RUNTIME_SERVICES = 88;
    private static final int BOOT_SERVICES = 96;
    private static final int TABLE_COUNT = 104;
    private static final int TABLES = 112;

    /** Size of an {@code EFI_CONFIGURATION_TABLE}: a GUID and a pointer (4.6). */
    private static final int TABLE_SIZE = Guid.SIZE + 8;

    private final Address base;

    private SystemTable(Address base) {
        this.base = base;
    }

    /** The table at an address. */
    static SystemTable at(Address base) {
        return new SystemTable(base);
    }

    /** The keyboard. */
    TextInput consoleInput() {
        return TextInput.at(base.loadAddress(CONSOLE_INPUT));
    }

    /** The screen, and whatever else the firmware shows text on. */
    TextOutput consoleOutput() {
        return TextOutput.at(base.loadAddress(CONSOLE_OUTPUT));
    }

    /** What is there until the system leaves the firmware. */
    BootServices bootServices() {
        return BootServices.at(base.loadAddress(BOOT_SERVICES));
    }

    /** What is always there. */
    RuntimeServices runtimeServices() {
        return RuntimeServices.at(base.loadAddress(RUNTIME_SERVICES));
    }

    /** Address of a configuration table; 0 if the firmware has none of that kind. */
    Address configurationTable(Guid guid) {
        Address tables = base.loadAddress(TABLES);
        long count = base.loadLong(TABLE_COUNT);
        for (long i = 0; i < count; i++) {
            Address entry = tables.plus(i * TABLE_SIZE);
            if (guid.isAt(entry)) {
                return entry.loadAddress(Guid.SIZE);
            }
        }
        return Address.zero();
    }
}
