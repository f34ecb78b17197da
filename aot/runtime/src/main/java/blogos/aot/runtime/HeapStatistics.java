package blogos.aot.runtime;

/**
 * Figures of the heap at one moment.
 *
 * @param totalBytes what the platform has given
 * @param usedBytes what objects (dead ones not yet collected included) occupy, rounding to cells and pages included
 * @param objects how many objects that are
 * @param largeObjects how many of them lie outside of blocks of small cells
 * @param blocks how many blocks of small cells there are
 * @param collections how often garbage was collected
 */
public record HeapStatistics(
        long totalBytes, long usedBytes, long objects, long largeObjects, long blocks, long collections) {
    /**
     * Counts now. Takes time in proportion to the heap's size; what the caller itself allocates meanwhile may be
     * missing.
     */
    public static HeapStatistics take() {
        HeapCount count = new HeapCount();
        count.countAll();
        return new HeapStatistics(
                Allocator.totalBytes(),
                count.usedBytes,
                count.objects,
                count.largeObjects,
                count.blocks,
                Heap.collections());
    }
}
