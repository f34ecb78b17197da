package blogos.kernel.memory;

/**
 * What the kernel allocates memory from: page tables, physical frames and virtual addresses. There is one, from
 * {@link #set} on.
 */
public final class AllocKernelInfo {
    private static AllocKernelInfo current;

    private final PageTables pageTables;
    private final FrameAllocator frames;
    private final RegionAllocator regions;

    /** Puts the three together. */
    public AllocKernelInfo(PageTables pageTables, FrameAllocator frames, RegionAllocator regions) {
        this.pageTables = pageTables;
        this.frames = frames;
        this.regions = regions;
    }

    /** The kernel's one. */
    public static AllocKernelInfo get() {
        return current;
    }

    /** Makes this the kernel's one. */
    public static void set(AllocKernelInfo info) {
        current = info;
    }

    /** The kernel's page tables. */
    public PageTables pageTables() {
        return pageTables;
    }

    /** Physical memory. */
    public FrameAllocator frames() {
        return frames;
    }

    /** The kernel's virtual addresses. */
    public RegionAllocator regions() {
        return regions;
    }
}
