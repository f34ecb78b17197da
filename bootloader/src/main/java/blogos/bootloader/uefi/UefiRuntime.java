package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.hal.Cpu;

/** The loader as a process of the firmware: its handle, its memory, its end. Works before there is a heap. */
final class UefiRuntime {
    /** Memory for the loader lies below 4 GiB: page tables there can be used by CPUs that are still in 32-bit mode. */
    private static final long MEMORY_LIMIT = 1L << 32;

    private static final long CALIBRATION_MICROS = 1000;

    private static long imageHandle;
    private static SystemTable table;
    private static boolean left;
    private static long cyclesPerMilli;

    private UefiRuntime() {}

    /** Takes over from the entry point. */
    static void initialize(long handle, SystemTable systemTable) {
        imageHandle = handle;
        table = systemTable;
    }

    /** Names this image to the firmware. */
    static long imageHandle() {
        return imageHandle;
    }

    /** The firmware's tables. */
    static SystemTable systemTable() {
        return table;
    }

    /** Whether the firmware was left: then none of its boot services may be called. */
    static boolean hasLeft() {
        return left;
    }

    /** The firmware was left. */
    static void leave() {
        left = true;
    }

    /** Zeroed, page-aligned memory, which is never given back; address 0 if there is none. */
    static Address allocate(long sizeBytes) {
        if (left) {
            return Address.zero();
        }
        Address start = table.bootServices().allocatePagesBelow(MEMORY_LIMIT, sizeBytes);
        if (!start.isZero()) {
            start.fill(sizeBytes, (byte) 0);
        }
        return start;
    }

    /** Ends the loader; stops the CPU if the firmware was left. Does not return. */
    static void exit(long status) {
        if (!left) {
            table.bootServices().exit(imageHandle, status);
        }
        Cpu.stop();
    }

    /** Nanoseconds since the CPU was reset, by a clock that is measured on first use, which takes a millisecond. */
    static long nanoTime() {
        if (cyclesPerMilli == 0) {
            long start = Cpu.readTimestamp();
            table.bootServices().stallMicros(CALIBRATION_MICROS);
            cyclesPerMilli = Math.max(Cpu.readTimestamp() - start, 1);
        }
        long now = Cpu.readTimestamp();
        return now / cyclesPerMilli * 1_000_000 + now % cyclesPerMilli * 1_000_000 / cyclesPerMilli;
    }
}
