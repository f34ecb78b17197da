package blogos.bootloader.uefi;

import blogos.aot.api.Address;

/**
 * A 128-bit identifier of a protocol, table or variable (UEFI 2.10, appendix A), kept as its bytes in memory seen as
 * two little-endian words.
 */
record Guid(long low, long high) {
    /** Size in memory in bytes. */
    static final int SIZE = 16;

    /**
     * A GUID from the text form of the specification, such as {@code 5B1B31A1-9562-11D2-8E3F-00A0C969723B}. The first
     * three groups are little-endian numbers, the other two are bytes in order.
     */
    static Guid of(String text) {
        long first = Long.parseLong(text.substring(0, 8), 16);
        long second = Long.parseLong(text.substring(9, 13), 16);
        long third = Long.parseLong(text.substring(14, 18), 16);
        long bytes = Long.parseUnsignedLong(text.substring(19, 23).concat(text.substring(24)), 16);
        return new Guid(third << 48 | second << 32 | first, Long.reverseBytes(bytes));
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
