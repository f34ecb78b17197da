package blogos.hal;

/** Bits of page table entries (Intel SDM volume 3A, section 4.5, tables 4-15 to 4-20). */
public final class PageFlags {
    /** The entry is in use. */
    public static final long PRESENT = 1;

    /** Writes are allowed; without it they fault, in the kernel as well (CR0.WP). */
    public static final long WRITABLE = 1 << 1;

    /** Programs (CPL 3) may access the page. */
    public static final long USER = 1 << 2;

    /** Write-through caching. */
    public static final long WRITE_THROUGH = 1 << 3;

    /** No caching: device registers. */
    public static final long CACHE_DISABLE = 1 << 4;

    /** The entry maps a 2 MiB (level 2) or 1 GiB (level 3) page rather than a table. */
    public static final long LARGE = 1 << 7;

    /** The translation survives a change of CR3: kernel pages. */
    public static final long GLOBAL = 1 << 8;

    /** The frame belongs to somebody else: who unmaps the page must not free it. Bit 9, which the CPU ignores. */
    public static final long BORROWED = 1 << 9;

    /** Instructions may not be fetched. Needs EFER.NXE. */
    public static final long NO_EXECUTE = 1L << 63;

    /** Kernel data: writable, not executable, global. */
    public static final long KERNEL_DATA = WRITABLE | GLOBAL | NO_EXECUTE;

    /** Physical address part of an entry: bits 51 to 12. */
    static final long ADDRESS_MASK = 0x000f_ffff_ffff_f000L;

    private PageFlags() {}

    /**
     * The flags of a page with the given rights, besides those that say whose it is. A page is never both writable and
     * executable.
     */
    public static long rights(boolean writable, boolean executable) {
        if (writable && executable) {
            throw new IllegalArgumentException("a page must not be both writable and executable");
        }
        return (writable ? WRITABLE : 0) | (executable ? 0 : NO_EXECUTE);
    }
}
