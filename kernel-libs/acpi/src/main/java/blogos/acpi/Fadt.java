package blogos.acpi;

import blogos.aot.api.Bytes;

/**
 * What the Fixed ACPI Description Table says about a PC's old devices (ACPI specification 6.5, section 5.2.9).
 *
 * @param centuryRegister register of the real-time clock that holds the century; 0 if none does
 * @param hasRealTimeClock whether there is the clock of a PC
 * @param hasKeyboardController whether there is an 8042
 */
public record Fadt(int centuryRegister, boolean hasRealTimeClock, boolean hasKeyboardController) {
    private static final int LEAST_SIZE = 116;
    private static final int CENTURY = 108;
    private static final int BOOT_FLAGS = 109;
    private static final int HAS_8042 = 1 << 1;
    private static final int HAS_NO_CLOCK = 1 << 5;

    /** The first revision with boot flags, that of ACPI 2.0. Older machines have the devices. */
    private static final int FIRST_WITH_FLAGS = 3;

    private static final int REGISTERS = 128;

    static Fadt of(AcpiTable source) throws AcpiException {
        Bytes table = source.requireLength(LEAST_SIZE).bytes();
        int century = table.u8(CENTURY);
        if (century >= REGISTERS) {
            throw new AcpiException("table FACP puts the century into register " + century);
        }
        if (source.revision() < FIRST_WITH_FLAGS) {
            return new Fadt(century, true, true);
        }
        int flags = table.u16(BOOT_FLAGS);
        return new Fadt(century, (flags & HAS_NO_CLOCK) == 0, (flags & HAS_8042) != 0);
    }
}
