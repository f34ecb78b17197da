package blogos.acpi;

import blogos.aot.api.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The firmware's tables. A root pointer (RSDP) leads to a root table, the XSDT with 64-bit addresses or, on machines of
 * the nineties, the RSDT with 32-bit ones; that lists the others (ACPI specification 6.5, sections 5.2.5 to 5.2.8).
 *
 * <p>Nothing here trusts the firmware: whatever the bytes are, the answer is a table or an {@link AcpiException}.
 */
public final class AcpiTables {
    private static final String RSDP_SIGNATURE = "RSD PTR ";
    private static final int RSDP_SIZE = 20;
    private static final int RSDP_REVISION = 15;
    private static final int RSDT_ADDRESS = 16;
    private static final int EXTENDED_LENGTH = 20;
    private static final int XSDT_ADDRESS = 24;
    private static final int EXTENDED_RSDP_SIZE = 36;
    private static final int MOST_RSDP_BYTES = 4096;

    private final PhysicalMemory memory;
    private final List<String> signatures = new ArrayList<>();
    private final List<Long> addresses = new ArrayList<>();

    private AcpiTables(PhysicalMemory memory) {
        this.memory = memory;
    }

    /**
     * Reads root pointer and root table, and the names of the tables that it lists.
     *
     * @param rootPointer physical address of the RSDP; 0 if there is none
     */
    public static AcpiTables read(PhysicalMemory memory, long rootPointer) throws AcpiException {
        if (rootPointer == 0) {
            throw new AcpiException("the boot loader found no ACPI root pointer");
        }
        AcpiTables tables = new AcpiTables(memory);
        Bytes pointer = memory.bytes(rootPointer, RSDP_SIZE);
        if (!pointer.latin1(0, RSDP_SIGNATURE.length()).equals(RSDP_SIGNATURE)) {
            throw new AcpiException("there is no ACPI root pointer at 0x" + Long.toHexString(rootPointer));
        }
        if (AcpiTable.sum(pointer, RSDP_SIZE) != 0) {
            throw new AcpiException("the ACPI root pointer has a wrong checksum");
        }
        long extended = pointer.u8(RSDP_REVISION) < 2 ? 0 : extendedRoot(memory, rootPointer);
        if (extended != 0) {
            tables.list(extended, "XSDT", Long.BYTES);
        } else {
            tables.list(pointer.u32(RSDT_ADDRESS), "RSDT", Integer.BYTES);
        }
        return tables;
    }

    /** Address of the XSDT; 0 if there is none. */
    private static long extendedRoot(PhysicalMemory memory, long rootPointer) throws AcpiException {
        long length = memory.bytes(rootPointer, EXTENDED_RSDP_SIZE).u32(EXTENDED_LENGTH);
        if (length < EXTENDED_RSDP_SIZE || length > MOST_RSDP_BYTES) {
            throw new AcpiException("the ACPI root pointer claims a length of " + length + " bytes");
        }
        Bytes pointer = memory.bytes(rootPointer, length);
        if (AcpiTable.sum(pointer, length) != 0) {
            throw new AcpiException("the extended ACPI root pointer has a wrong checksum");
        }
        return pointer.i64(XSDT_ADDRESS);
    }

    private void list(long root, String name, int entrySize) throws AcpiException {
        String signature = AcpiTable.signatureAt(memory, root);
        if (!signature.equals(name)) {
            throw new AcpiException("the ACPI root table is not called " + name);
        }
        Bytes table = AcpiTable.read(memory, root).bytes();
        for (long at = AcpiTable.HEADER_SIZE; at + entrySize <= table.length(); at += entrySize) {
            long address = entrySize == Integer.BYTES ? table.u32(at) : table.i64(at);
            if (address != 0) {
                signatures.add(AcpiTable.signatureAt(memory, address));
                addresses.add(address);
            }
        }
    }

    /** The names of the tables, in the order of the root table. */
    public List<String> signatures() {
        return Collections.unmodifiableList(signatures);
    }

    /** The interrupt controllers; null if no table tells. */
    public Madt interruptControllers() throws AcpiException {
        AcpiTable table = find("APIC");
        return table == null ? null : Madt.of(table);
    }

    /** The High Precision Event Timer; null if no table tells. */
    public HpetTable eventTimer() throws AcpiException {
        AcpiTable table = find("HPET");
        return table == null ? null : HpetTable.of(table);
    }

    /** The machine's fixed features; null if no table tells. */
    public Fadt fixedFeatures() throws AcpiException {
        AcpiTable table = find("FACP");
        return table == null ? null : Fadt.of(table);
    }

    /** The first table of a name; null if there is none. */
    private AcpiTable find(String signature) throws AcpiException {
        int index = signatures.indexOf(signature);
        return index < 0 ? null : AcpiTable.read(memory, addresses.get(index));
    }
}
