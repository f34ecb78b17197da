package blogos.bootloader.uefi;

import static blogos.bootloader.uefi.FirmwareCall.call;

import blogos.aot.api.Address;
import blogos.aot.api.Word;

/** {@code EFI_BOOT_SERVICES} (UEFI 2.10, 4.4 and chapter 7): memory, protocols, and the way out. */
@Word
final class BootServices {
    private static final int ALLOCATE_PAGES = 40;
    private static final int GET_MEMORY_MAP = 56;
    private static final int FREE_POOL = 72;
    private static final int HANDLE_PROTOCOL = 152;
    private static final int EXIT = 216;
    private static final int EXIT_BOOT_SERVICES = 232;
    private static final int STALL = 248;
    private static final int SET_WATCHDOG_TIMER = 256;
    private static final int LOCATE_PROTOCOL = 320;

    /** {@code AllocateMaxAddress} and {@code AllocateAddress} (7.2.1). */
    private static final int ALLOCATE_MAX_ADDRESS = 1;

    private static final int ALLOCATE_ADDRESS = 2;

    /** {@code EfiLoaderData}: the type of all memory that this loader allocates. */
    private static final int LOADER_DATA = 2;

    private static final int PAGE_SHIFT = 12;

    private final Address base;

    private BootServices(Address base) {
        this.base = base;
    }

    /** The table at an address. */
    static BootServices at(Address base) {
        return new BootServices(base);
    }

    /**
     * Allocates whole pages below an address; the first of them, or 0 if there are not so many. Their contents are
     * undefined.
     */
    Address allocatePagesBelow(long limit, long sizeBytes) {
        return allocatePages(ALLOCATE_MAX_ADDRESS, limit - 1, sizeBytes);
    }

    /** Allocates whole pages at a page-aligned address; whether they were free. Their contents are undefined. */
    boolean allocatePagesAt(Address start, long sizeBytes) {
        return !allocatePages(ALLOCATE_ADDRESS, start.toLong(), sizeBytes).isZero();
    }

    /** Frees memory that the firmware allocated for the caller from its pool. */
    void freePool(Address buffer) {
        call(base.loadAddress(FREE_POOL), buffer.toLong());
    }

    /**
     * Reads the memory map (7.2.3).
     *
     * @return {@link Status#SUCCESS}, or {@link Status#BUFFER_TOO_SMALL} with the size needed in the map's
     *     {@link MemoryMapBuffer#sizeBytes()}
     */
    long getMemoryMap(MemoryMapBuffer map) {
        long status = call(
                base.loadAddress(GET_MEMORY_MAP),
                Scratch.slot(0, map.capacity()),
                map.start().toLong(),
                Scratch.slot(1),
                Scratch.slot(2),
                Scratch.slot(3));
        map.filled(Scratch.result(0), Scratch.result(1), Scratch.result(2));
        return status;
    }

    /** The interface of a protocol on a handle (7.3.7); address 0 if the handle does not have it. */
    Address protocol(long handle, Guid protocol) {
        long status = call(base.loadAddress(HANDLE_PROTOCOL), handle, Scratch.guid(protocol), Scratch.slot(0));
        return Status.isError(status) ? Address.zero() : Address.of(Scratch.result(0));
    }

    /** The first interface of a protocol on any handle (7.3.16); address 0 if there is none. */
    Address anyProtocol(Guid protocol) {
        long status = call(base.loadAddress(LOCATE_PROTOCOL), Scratch.guid(protocol), 0, Scratch.slot(0));
        return Status.isError(status) ? Address.zero() : Address.of(Scratch.result(0));
    }

    /** Ends this loader with a status (7.4.5); the firmware goes on with its next choice. Does not return. */
    void exit(long imageHandle, long status) {
        call(base.loadAddress(EXIT), imageHandle, status, 0, 0);
    }

    /**
     * Leaves the firmware (7.4.6). {@link Status#INVALID_PARAMETER} if the map with that key is no longer true: then
     * only the map may be read anew.
     */
    long exitBootServices(long imageHandle, long mapKey) {
        return call(base.loadAddress(EXIT_BOOT_SERVICES), imageHandle, mapKey);
    }

    /** Waits (7.5.2). */
    void stallMicros(long micros) {
        call(base.loadAddress(STALL), micros);
    }

    /** Turns off the timer that resets the machine if a loader takes more than five minutes (7.5.1). */
    void disableWatchdog() {
        call(base.loadAddress(SET_WATCHDOG_TIMER), 0, 0, 0, 0);
    }

    private Address allocatePages(int type, long address, long sizeBytes) {
        long pages = (sizeBytes + (1 << PAGE_SHIFT) - 1) >>> PAGE_SHIFT;
        long status = call(base.loadAddress(ALLOCATE_PAGES), type, LOADER_DATA, pages, Scratch.slot(0, address));
        return Status.isError(status) ? Address.zero() : Address.of(Scratch.result(0));
    }
}
