package blogos.acpi;

import blogos.aot.api.Bytes;

/** The machine's memory by physical address: the firmware's tables name each other so. */
public interface PhysicalMemory {
    /**
     * A view of a range of memory.
     *
     * @param address physical address of the first byte, any value
     * @param length size in bytes, not negative
     * @throws AcpiException if part of the range is not memory that can be read
     */
    Bytes bytes(long address, long length) throws AcpiException;
}
