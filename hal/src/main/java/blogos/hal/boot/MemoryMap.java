package blogos.hal.boot;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;

/**
 * A map of physical memory under construction: regions sorted by address, without overlaps. Kinds are those of
 * {@link BootInfo}. What is added later takes precedence over what was there.
 */
public final class MemoryMap {
    private static final int CAPACITY = 168;

    private final long[] starts = new long[CAPACITY];
    private final long[] ends = new long[CAPACITY];
    private final int[] kinds = new int[CAPACITY];
    private int count;

    /** An empty map. */
    public MemoryMap() {}

    /** Adds a region [{@code start}, {@code end}) of the firmware's map. Empty ones are ignored. */
    public void add(long start, long end, int kind) {
        claim(start, end, kind);
        long next = start;
        int i = 0;
        while (next < end) {
            while (i < count && ends[i] <= next) {
                i++;
            }
            long gapEnd = i < count ? Math.min(starts[i], end) : end;
            if (next < gapEnd) {
                insert(i, next, gapEnd, kind);
            }
            next = i < count ? Math.max(ends[i], gapEnd) : end;
        }
    }

    /** Gives the parts of existing regions that lie in [{@code start}, {@code end}) another kind. */
    public void claim(long start, long end, int kind) {
        for (int i = 0; i < count; i++) {
            if (ends[i] <= start || starts[i] >= end) {
                continue;
            }
            if (starts[i] < start) {
                insert(i + 1, start, ends[i], kinds[i]);
                ends[i] = start;
                continue;
            }
            if (ends[i] > end) {
                insert(i + 1, end, ends[i], kinds[i]);
                ends[i] = end;
            }
            kinds[i] = kind;
        }
    }

    /** End of the region of a kind that contains an address; 0 if there is none. */
    public long endOfRegion(long address, int kind) {
        for (int i = 0; i < count; i++) {
            if (starts[i] <= address && address < ends[i] && kinds[i] == kind) {
                return ends[i];
            }
        }
        return 0;
    }

    /**
     * Writes the regions as {@link BootInfo} wants them, neighbours of the same kind as one.
     *
     * @return how many entries there are, at most {@code capacity}; regions beyond that are left out
     */
    public int write(Address target, int capacity) {
        int written = 0;
        for (int i = 0; i < count && written < capacity; ) {
            long end = ends[i];
            int next = i + 1;
            while (next < count && starts[next] == end && kinds[next] == kinds[i]) {
                end = ends[next];
                next++;
            }
            Address entry = target.plus(written * BootInfo.REGION_SIZE);
            entry.storeLong(0, starts[i]);
            entry.storeLong(8, end);
            entry.storeInt(16, kinds[i]);
            entry.storeInt(20, 0);
            written++;
            i = next;
        }
        return written;
    }

    private void insert(int at, long start, long end, int kind) {
        if (count == CAPACITY) {
            throw new IllegalStateException("the memory map has too many regions");
        }
        for (int i = count; i > at; i--) {
            starts[i] = starts[i - 1];
            ends[i] = ends[i - 1];
            kinds[i] = kinds[i - 1];
        }
        starts[at] = start;
        ends[at] = end;
        kinds[at] = kind;
        count++;
    }
}
