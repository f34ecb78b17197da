package blogos.aot.runtime;

/**
 * Figures of the heap at one moment.
 *
 * @param totalBytes what the platform has given
 * @param usedBytes what objects (dead ones not yet collected included) occupy, rounding to cells and pages included
 * @param objects how many objects that are
 * @param largeObjects how many of them lie outside of blocks of small cells
 * @param blocks how many blocks of small cells there are
 * @param liveBytes what of it stayed in use at the last collection
 * @param allocatedBytes what has been allocated since the start
 * @param collections how often garbage was collected
 * @param longestPauseNanos how long the longest collection took, in nanoseconds
 * @param longestStopNanos how long it took at most until all threads stood still for one, in nanoseconds
 */
public record HeapStatistics(
        long totalBytes,
        long usedBytes,
        long objects,
        long largeObjects,
        long blocks,
        long liveBytes,
        long allocatedBytes,
        long collections,
        long longestPauseNanos,
        long longestStopNanos) {
    /**
     * Counts now. Takes time in proportion to the heap's size; what the caller itself allocates meanwhile may be
     * missing.
     */
    public static HeapStatistics take() {
        HeapCount count = new HeapCount();
        count.countAll();
        return new HeapStatistics(
                ChunkList.totalBytes(),
                count.usedBytes,
                count.objects,
                count.largeObjects,
                count.blocks,
                Collector.liveBytes(),
                Allocator.allocatedBytes() - Allocator.unusedRunBytes(),
                Collector.collections(),
                Collector.longestPauseNanos(),
                Collector.longestStopNanos());
    }
}
