package blogos.hal;

/** Bits of the error code that the CPU gives with a page fault (Intel SDM volume 3A, section 4.7). */
public final class PageFaultBits {
    /** The page is present, but its rights forbid the access. */
    public static final int PROTECTION = 1;

    /** The access was a write. */
    public static final int WRITE = 1 << 1;

    /** A reserved bit is set in a page table. */
    public static final int RESERVED_BIT = 1 << 3;

    /** The access was the fetch of an instruction. */
    public static final int FETCH = 1 << 4;

    private PageFaultBits() {}
}
