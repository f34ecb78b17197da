package blogos.aot.runtime;

import blogos.aot.api.NoPoll;

/**
 * The sizes of cells in blocks for small objects: 16 to 64 bytes in steps of 8, then four steps to each doubling, so
 * that at most a fifth of a cell is lost.
 */
@NoPoll
final class SizeClass {
    /** Largest cell in bytes. */
    static final int LARGEST = 8192;

    /** How many classes there are. */
    static final int COUNT = 35;

    private static final int SMALLEST = 16;
    private static final int FINE_LIMIT = 64;
    private static final int FINE_COUNT = 7;
    private static final int FINE_LIMIT_LOG2 = 6;

    private SizeClass() {}

    /** The class for objects of a size from 1 to {@link #LARGEST} bytes. */
    static int of(int sizeBytes) {
        if (sizeBytes <= FINE_LIMIT) {
            return sizeBytes <= SMALLEST ? 0 : (sizeBytes + 7 >>> 3) - (SMALLEST >>> 3);
        }
        int last = sizeBytes - 1;
        int log2 = 31 - Integer.numberOfLeadingZeros(last);
        return FINE_COUNT + (log2 - FINE_LIMIT_LOG2) * 4 + (last >>> log2 - 2 & 3);
    }

    /** Cell size of a class in bytes. */
    static int sizeOf(int sizeClass) {
        if (sizeClass < FINE_COUNT) {
            return SMALLEST + sizeClass * 8;
        }
        int step = sizeClass - FINE_COUNT;
        return 5 + (step & 3) << (step >>> 2) + FINE_LIMIT_LOG2 - 2;
    }
}
