package blogos.acpi;

import blogos.aot.api.Bytes;

/**
 * One system description table: a header of 36 bytes and what belongs to it (ACPI specification 6.5, section 5.2.6).
 * Its checksum is right.
 */
final class AcpiTable {
    /** Size of the header in bytes. */
    static final int HEADER_SIZE = 36;

    private static final int LENGTH = 4;
    private static final int REVISION = 8;

    /** Tables are a few KiB; no length that a damaged one claims makes the reader run for long. */
    private static final long MOST_BYTES = 1 << 20;

    private final String signature;
    private final Bytes bytes;

    private AcpiTable(String signature, Bytes bytes) {
        this.signature = signature;
        this.bytes = bytes;
    }

    /** The four characters that name the table at a physical address. */
    static String signatureAt(PhysicalMemory memory, long address) throws AcpiException {
        return memory.bytes(address, HEADER_SIZE).latin1(0, 4);
    }

    /** Reads the table at a physical address. */
    static AcpiTable read(PhysicalMemory memory, long address) throws AcpiException {
        Bytes header = memory.bytes(address, HEADER_SIZE);
        String signature = header.latin1(0, 4);
        long length = header.u32(LENGTH);
        if (length < HEADER_SIZE || length > MOST_BYTES) {
            throw new AcpiException("table " + signature + " claims a length of " + length + " bytes");
        }
        Bytes bytes = memory.bytes(address, length);
        if (sum(bytes, length) != 0) {
            throw new AcpiException("table " + signature + " has a wrong checksum");
        }
        return new AcpiTable(signature, bytes);
    }

    /** The sum of the first bytes, modulo 256: 0 when the checksum among them is right. */
    static int sum(Bytes bytes, long length) {
        int sum = 0;
        for (long i = 0; i < length; i++) {
            sum += bytes.u8(i);
        }
        return sum & 0xff;
    }

    /** The whole table with its header. */
    Bytes bytes() {
        return bytes;
    }

    /** Version of the table's layout. */
    int revision() {
        return bytes.u8(REVISION);
    }

    /** Checks that the table has all the fields that every version of it has. */
    AcpiTable requireLength(long least) throws AcpiException {
        if (bytes.length() < least) {
            throw new AcpiException("table " + signature + " has only " + bytes.length() + " bytes");
        }
        return this;
    }
}
