package blogos.hal;

import blogos.aot.api.Word;

/**
 * A virtual byte address. It is only a number: nothing can be read or written through it outside this module.
 * Comparison is unsigned.
 *
 * <p>With four levels of page tables 48 bits are translated and bits 63 to 47 must be equal ("canonical", Intel SDM
 * volume 1, section 3.3.7.1). The lower half belongs to user programs, the upper half to the kernel.
 */
@Word
public final class VirtAddr {
    /**
     * First address that no program may use. The last page of the lower half stays free: a system call instruction at
     * its very end would return to a non-canonical address, which faults inside the kernel.
     */
    public static final long USER_END = 0x0000_7fff_ffff_f000L;

    /** First address of the kernel's half. */
    public static final long KERNEL_START = 0xffff_8000_0000_0000L;

    private final long value;

    private VirtAddr(long value) {
        this.value = value;
    }

    /** The address with the given bits. */
    public static VirtAddr of(long value) {
        return new VirtAddr(value);
    }

    /** The bits. */
    public long toLong() {
        return value;
    }

    /** The address {@code offset} bytes on. */
    public VirtAddr plus(long offset) {
        return new VirtAddr(value + offset);
    }

    /** Bytes from {@code base} up to this address. */
    public long distanceFrom(VirtAddr base) {
        return value - base.value;
    }

    /** Rounds down to a multiple of a power of two. */
    public VirtAddr alignDown(long alignment) {
        return new VirtAddr(value & -alignment);
    }

    /** Rounds up to a multiple of a power of two. */
    public VirtAddr alignUp(long alignment) {
        return new VirtAddr((value + alignment - 1) & -alignment);
    }

    /** Whether the address is a multiple of a power of two. */
    public boolean isAligned(long alignment) {
        return (value & (alignment - 1)) == 0;
    }

    /** Whether bits 63 to 47 are equal. */
    public boolean isCanonical() {
        return value << 16 >> 16 == value;
    }

    /** Whether the address lies in the part of the lower half that programs may use. */
    public boolean isUser() {
        return value >= 0 && value < USER_END;
    }

    /** Whether both are the same address. */
    public boolean isSame(VirtAddr other) {
        return value == other.value;
    }

    /** Unsigned less-than. */
    public boolean isBelow(VirtAddr other) {
        return Long.compareUnsigned(value, other.value) < 0;
    }

    /**
     * Whether the byte range [{@code start}, {@code start + length}) lies in the part of the lower half that programs
     * may use. Empty ranges must begin there, too.
     */
    public static boolean isUserRange(long start, long length) {
        return start >= 0 && length >= 0 && start <= USER_END && length <= USER_END - start;
    }

    /** Index into the page table of a level (1 = page table to 4 = root). */
    int tableIndex(int level) {
        return (int) (value >>> (3 + 9 * level)) & 511;
    }
}
