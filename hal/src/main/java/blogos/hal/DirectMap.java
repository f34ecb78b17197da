package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;

/**
 * The window of virtual memory in which all physical memory appears at a constant offset. The offset is 0 until
 * {@link #initialize}: UEFI runs with identity-mapped memory, and so do unit tests, where "physical" addresses are the
 * host's own.
 */
public final class DirectMap {
    /** Where the window of the kernel begins: the bottom of the upper half. */
    public static final long KERNEL_OFFSET = 0xffff_8000_0000_0000L;

    private static long offset;

    private DirectMap() {}

    /** Sets the offset from physical to virtual addresses. */
    public static void initialize(long physicalMemoryOffset) {
        offset = physicalMemoryOffset;
    }

    /** The offset from physical to virtual addresses. */
    public static long offset() {
        return offset;
    }

    /** Where a physical address can be reached. */
    public static Address at(PhysAddr address) {
        return Address.of(address.toLong() + offset);
    }

    /** The same as a number. */
    public static VirtAddr virtual(PhysAddr address) {
        return VirtAddr.of(address.toLong() + offset);
    }

    /** The physical address behind an address inside the window. */
    public static PhysAddr physical(Address address) {
        return PhysAddr.of(address.toLong() - offset);
    }

    /** A read-only view of physical memory. */
    public static Bytes bytes(PhysAddr start, long length) {
        return Bytes.of(at(start), length);
    }

    /** A read-write view of physical memory. */
    public static MemoryWindow window(PhysAddr start, long length) {
        return MemoryWindow.of(at(start), length);
    }

    /** Clears a frame. */
    public static void clear(PageFrame frame) {
        at(frame.start()).fill(PageFrame.SIZE, (byte) 0);
    }
}
