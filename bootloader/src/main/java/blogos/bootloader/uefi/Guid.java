package blogos.bootloader.uefi;

import blogos.aot.api.Address;

/**
 * A 128-bit identifier of a protocol, table or variable (UEFI 2.10, appendix A), kept as its bytes in memory seen as
 * two little-endian words.
 */
record Guid(long low, long high) {
    /** Size in memory in bytes. */
    static final int SIZE = 16;

    /** {@code EFI_LOADED_IMAGE_PROTOCOL} (9.1). */
    static final Guid LOADED_IMAGE = of("5B1B31A1-9562-11D2-8E3F-00A0C969723B");

    /** {@code EFI_SIMPLE_FILE_SYSTEM_PROTOCOL} (13.4). */
    static final Guid SIMPLE_FILE_SYSTEM = of("964E5B22-6459-11D2-8E39-00A0C969723B");

    /** {@code EFI_GRAPHICS_OUTPUT_PROTOCOL} (12.9). */
    static final Guid GRAPHICS_OUTPUT = of("9042A9DE-23DC-4A38-96FB-7ADED080516A");

    /** {@code EFI_GLOBAL_VARIABLE}: the variables that the specification defines (3.3). */
    static final Guid GLOBAL_VARIABLE = of("8BE4DF61-93CA-11D2-AA0D-00E098032B8C");

    /** The configuration table that holds the root pointer of ACPI 2.0 and later (4.6.1). */
    static final Guid ACPI_20_TABLE = of("8868E871-E4F1-11D3-BC22-0080C73C8881");

    /** The configuration table that holds the root pointer of ACPI 1.0 (4.6.1). */
    static final Guid ACPI_10_TABLE = of("EB9D2D30-2D88-11D3-9A16-0090273FC14D");

    /**
     * A GUID from the text form of the specification, such as {@code 5B1B31A1-9562-11D2-8E3F-00A0C969723B}. The first
     * three groups are little-endian numbers, the other two are bytes in order.
     */
    static Guid of(String text) {
        long first = number(text, 0, 8);
        long second = number(text, 9, 13);
        long third = number(text, 14, 18);
        long bytes = number(text, 19, 23) << 48 | number(text, 24, 36);
        return new Guid(third << 48 | second << 32 | first, Long.reverseBytes(bytes));
    }

    /**
     * A group's value. Not by {@code Long.parseLong}: that knows the digits of all scripts, and brings its tables
     * along.
     */
    private static long number(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            value = value << 4 | (digit <= '9' ? digit - '0' : digit - 'A' + 10);
        }
        return value;
    }

    /** Whether the GUID at an address is this one. */
    boolean isAt(Address address) {
        return address.loadLong(0) == low && address.loadLong(8) == high;
    }

    /** Writes {@link #SIZE} bytes. */
    void store(Address to) {
        to.storeLong(0, low);
        to.storeLong(8, high);
    }
}
