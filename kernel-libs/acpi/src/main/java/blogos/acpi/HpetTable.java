package blogos.acpi;

import blogos.aot.api.Bytes;

/**
 * Where the High Precision Event Timer is (IA-PC HPET specification 1.0a, section 3.2.4).
 *
 * @param address physical address of its registers, a multiple of 8
 */
public record HpetTable(long address) {
    private static final int LEAST_SIZE = 56;
    private static final int ADDRESS_SPACE = 40;
    private static final int ADDRESS = 44;
    private static final int SYSTEM_MEMORY = 0;

    static HpetTable of(AcpiTable source) throws AcpiException {
        Bytes table = source.requireLength(LEAST_SIZE).bytes();
        long address = table.i64(ADDRESS);
        if (table.u8(ADDRESS_SPACE) != SYSTEM_MEMORY || address == 0 || (address & 7) != 0) {
            throw new AcpiException("table HPET places the timer at 0x" + Long.toHexString(address)
                    + " of address space " + table.u8(ADDRESS_SPACE));
        }
        return new HpetTable(address);
    }
}
