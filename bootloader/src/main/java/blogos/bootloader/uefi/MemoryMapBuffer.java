package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;
import blogos.bootloader.RegionMap;

/**
 * Memory for the firmware's memory map, an array of {@code EFI_MEMORY_DESCRIPTOR} (UEFI 2.10, 7.2.3), and its
 * translation.
 */
final class MemoryMapBuffer {
    private static final int TYPE = 0;
    private static final int PHYSICAL_START = 8;
    private static final int PAGE_COUNT = 24;

    private static final int PAGE_SHIFT = 12;

    /** Memory types (7.2.1, table 7.6). Persistent and unaccepted memory and all unknown types count as reserved. */
    private static final int LOADER_CODE = 1;

    private static final int LOADER_DATA = 2;
    private static final int BOOT_SERVICES_CODE = 3;
    private static final int BOOT_SERVICES_DATA = 4;
    private static final int CONVENTIONAL = 7;
    private static final int ACPI_RECLAIM = 9;

    private final Address start;
    private final long capacity;
    private long sizeBytes;
    private long key;
    private long descriptorSize;

    /** An empty buffer of {@code capacity} bytes. */
    MemoryMapBuffer(Address start, long capacity) {
        this.start = start;
        this.capacity = capacity;
    }

    /** Where the descriptors are. */
    Address start() {
        return start;
    }

    /** Size of the buffer in bytes. */
    long capacity() {
        return capacity;
    }

    /** Size of the map in bytes. */
    long sizeBytes() {
        return sizeBytes;
    }

    /** Names this state of the map to the firmware. */
    long key() {
        return key;
    }

    /** Size of a descriptor in bytes; larger than the structure in the specification, which may grow. */
    long descriptorSize() {
        return descriptorSize;
    }

    /** Tells what the firmware has put into the buffer. */
    void filled(long sizeBytes, long key, long descriptorSize) {
        this.sizeBytes = sizeBytes;
        this.key = key;
        this.descriptorSize = descriptorSize;
    }

    /**
     * Translates the map, in place of what {@code map} holds, to what it is after the firmware was left (7.2.3, table
     * 7.10): boot services and loader are gone, so their memory is free. Allocates nothing.
     */
    void translate(RegionMap map) {
        map.clear();
        add(map, true);
        add(map, false);
    }

    private void add(RegionMap map, boolean usable) {
        for (long offset = 0; offset + descriptorSize <= sizeBytes; offset += descriptorSize) {
            Address descriptor = start.plus(offset);
            int kind = kind(descriptor.loadInt(TYPE));
            if (usable == (kind == BootInfo.USABLE)) {
                long first = descriptor.loadLong(PHYSICAL_START);
                map.add(first, first + (descriptor.loadLong(PAGE_COUNT) << PAGE_SHIFT), kind);
            }
        }
    }

    private static int kind(int type) {
        switch (type) {
            case LOADER_CODE:
            case LOADER_DATA:
            case BOOT_SERVICES_CODE:
            case BOOT_SERVICES_DATA:
            case CONVENTIONAL:
                return BootInfo.USABLE;
            case ACPI_RECLAIM:
                return BootInfo.ACPI_RECLAIMABLE;
            default:
                return BootInfo.RESERVED;
        }
    }
}
