package blogos.bootloader;

import blogos.aot.api.Address;
import blogos.boot.BootInfo;

/**
 * The map of physical memory while it is put together: regions in ascending order, made of whole pages, without
 * overlaps, each as long as it can be.
 *
 * <p>What is added later wins over what was there. So the maker of a map first adds what the firmware calls free, then
 * everything else the firmware says (a firmware's map may contradict itself; then memory is not free), then what the
 * loader itself has put somewhere.
 *
 * <p>All memory is allocated by the constructor: a map can be filled when there is no memory allocator any more.
 */
public final class RegionMap {
    /** Size of a page in bytes. */
    static final long PAGE_SIZE = 4096;

    private final long[] starts;
    private final long[] ends;
    private final int[] kinds;
    private int count;

    /** An empty map for that many regions. An addition makes at most two more of them. */
    public RegionMap(int capacity) {
        this.starts = new long[capacity];
        this.ends = new long[capacity];
        this.kinds = new int[capacity];
    }

    /** Number of regions. */
    public int count() {
        return count;
    }

    /** Physical address of the first byte of a region. */
    public long start(int index) {
        return starts[index];
    }

    /** Physical address after a region. */
    public long end(int index) {
        return ends[index];
    }

    /** Kind of a region: one of the constants of {@link BootInfo}. */
    public int kind(int index) {
        return kinds[index];
    }

    /** Forgets all regions. */
    public void clear() {
        count = 0;
    }

    /**
     * Gives a range of memory a kind, whatever it was before. A page that belongs to the range only in part keeps its
     * kind if the new one is {@link BootInfo#USABLE}, else it takes the new one.
     *
     * @param start physical address of the first byte, not negative
     * @param end physical address after the last byte
     * @throws BootFailure if there are more regions than the map can hold
     */
    public void add(long start, long end, int kind) {
        boolean usable = kind == BootInfo.USABLE;
        long first = (usable ? start + PAGE_SIZE - 1 : start) & -PAGE_SIZE;
        long last = (usable ? end : end + PAGE_SIZE - 1) & -PAGE_SIZE;
        if (first >= last) {
            return;
        }
        clear(first, last);
        int index = 0;
        while (index < count && starts[index] < first) {
            index++;
        }
        insert(index, first, last, kind);
        mergeWithNext(index);
        if (index > 0) {
            mergeWithNext(index - 1);
        }
    }

    /** Adds all regions of another map. */
    public void addAll(RegionMap other) {
        for (int i = 0; i < other.count; i++) {
            add(other.starts[i], other.ends[i], other.kinds[i]);
        }
    }

    /**
     * Address after the last byte of RAM that is or will be free. What the firmware keeps may lie above; devices'
     * windows usually do.
     */
    public long ramEnd() {
        long end = 0;
        for (int i = 0; i < count; i++) {
            if (kinds[i] != BootInfo.RESERVED) {
                end = ends[i];
            }
        }
        return end;
    }

    /** Bytes in all regions of a kind. */
    public long total(int kind) {
        long total = 0;
        for (int i = 0; i < count; i++) {
            if (kinds[i] == kind) {
                total += ends[i] - starts[i];
            }
        }
        return total;
    }

    /** Writes the regions in the layout of {@link BootInfo}; the memory must have room for all of them. */
    public void store(Address array) {
        for (int i = 0; i < count; i++) {
            Address entry = array.plus(i * BootInfo.REGION_SIZE);
            entry.storeLong(0, starts[i]);
            entry.storeLong(8, ends[i]);
            entry.storeLong(16, kinds[i]);
        }
    }

    /** Removes a range from all regions. */
    private void clear(long start, long end) {
        int i = 0;
        while (i < count) {
            if (ends[i] <= start || starts[i] >= end) {
                i++;
            } else if (starts[i] >= start && ends[i] <= end) {
                remove(i);
            } else if (starts[i] >= start) {
                starts[i] = end;
                i++;
            } else {
                if (ends[i] > end) {
                    insert(i + 1, end, ends[i], kinds[i]);
                }
                ends[i] = start;
                i++;
            }
        }
    }

    private void mergeWithNext(int index) {
        if (index + 1 < count && ends[index] == starts[index + 1] && kinds[index] == kinds[index + 1]) {
            ends[index] = ends[index + 1];
            remove(index + 1);
        }
    }

    private void insert(int index, long start, long end, int kind) {
        if (count == starts.length) {
            throw new BootFailure("the memory map has more than " + count + " regions");
        }
        for (int i = count; i > index; i--) {
            starts[i] = starts[i - 1];
            ends[i] = ends[i - 1];
            kinds[i] = kinds[i - 1];
        }
        count++;
        starts[index] = start;
        ends[index] = end;
        kinds[index] = kind;
    }

    private void remove(int index) {
        count--;
        for (int i = index; i < count; i++) {
            starts[i] = starts[i + 1];
            ends[i] = ends[i + 1];
            kinds[i] = kinds[i + 1];
        }
    }
}
