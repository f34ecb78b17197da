package blogos.kernel.memory;

import blogos.hal.PageFrame;
import blogos.hal.Preemption;
import blogos.hal.VirtAddr;
import java.util.Arrays;

/**
 * The allocator of the kernel's virtual addresses: hands out page-aligned ranges, without mapping anything. Free ranges
 * are kept sorted and apart: neighbours are always joined. Best fit. The list grows on the Java heap, so that heap has
 * addresses of its own ({@link KernelHeap}). Any task may call; interrupt handlers may not.
 */
public final class RegionAllocator {
    private static final int FIRST_CAPACITY = 64;

    private long[] starts = new long[FIRST_CAPACITY];
    private long[] sizes = new long[FIRST_CAPACITY];
    private int count;

    /** An allocator of one range of addresses, both ends page-aligned. */
    public RegionAllocator(VirtAddr start, VirtAddr end) {
        insert(0, start.toLong(), end.distanceFrom(start));
    }

    /**
     * Takes a range.
     *
     * @param sizeBytes positive; rounded up to whole pages
     * @param alignment of the first address: a power of two, at least the page size
     * @return its first address; address 0 if no free range is large enough
     */
    public VirtAddr allocate(long sizeBytes, long alignment) {
        long size = roundUp(sizeBytes);
        disableWithRoom();
        try {
            return take(size, alignment);
        } finally {
            Preemption.enable();
        }
    }

    private VirtAddr take(long size, long alignment) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            long unused = alignUp(starts[i], alignment) - starts[i];
            if (sizes[i] - unused >= size && (best < 0 || sizes[i] < sizes[best])) {
                best = i;
            }
        }
        if (best < 0) {
            return VirtAddr.of(0);
        }
        long start = alignUp(starts[best], alignment);
        long before = start - starts[best];
        long after = sizes[best] - before - size;
        if (before == 0 && after == 0) {
            remove(best);
        } else if (before == 0) {
            starts[best] += size;
            sizes[best] = after;
        } else {
            if (after != 0) {
                insert(best + 1, start + size, after);
            }
            sizes[best] = before;
        }
        return VirtAddr.of(start);
    }

    /** Takes a range aligned to pages. */
    public VirtAddr allocate(long sizeBytes) {
        return allocate(sizeBytes, PageFrame.SIZE);
    }

    /**
     * Gives a range back, whole or in part.
     *
     * @throws IllegalStateException if a part of it is free already
     */
    public void free(VirtAddr start, long sizeBytes) {
        long size = roundUp(sizeBytes);
        disableWithRoom();
        try {
            give(start.toLong(), size);
        } finally {
            Preemption.enable();
        }
    }

    private void give(long first, long size) {
        int at = Arrays.binarySearch(starts, 0, count, first);
        at = at < 0 ? -at - 1 : at;
        boolean overlapsPrevious = at > 0 && starts[at - 1] + sizes[at - 1] > first;
        boolean overlapsNext = at < count && first + size > starts[at];
        if (overlapsPrevious || overlapsNext) {
            throw new IllegalStateException("region 0x" + Long.toHexString(first) + " is free already");
        }
        boolean joinsPrevious = at > 0 && starts[at - 1] + sizes[at - 1] == first;
        boolean joinsNext = at < count && first + size == starts[at];
        if (joinsPrevious) {
            sizes[at - 1] += size;
            if (joinsNext) {
                sizes[at - 1] += sizes[at];
                remove(at);
            }
        } else if (joinsNext) {
            starts[at] = first;
            sizes[at] += size;
        } else {
            insert(at, first, size);
        }
    }

    /** Bytes in all free ranges. */
    public long freeBytes() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sizes[i];
        }
        return sum;
    }

    /** Number of free ranges. */
    public int freeRanges() {
        return count;
    }

    private static long alignUp(long address, long alignment) {
        return address + alignment - 1 & -alignment;
    }

    private static long roundUp(long sizeBytes) {
        if (sizeBytes <= 0) {
            throw new IllegalArgumentException("size of a region must be positive");
        }
        return sizeBytes + PageFrame.SIZE - 1 & -PageFrame.SIZE;
    }

    /** Turns preemption off with room for one more free range. */
    private void disableWithRoom() {
        Preemption.disable();
        while (count == starts.length) {
            Preemption.enable();
            grow();
            Preemption.disable();
        }
    }

    /** Doubles the list. The new one is made with preemption on; meanwhile somebody else may have done the same. */
    private void grow() {
        int capacity = 2 * starts.length;
        long[] newStarts = new long[capacity];
        long[] newSizes = new long[capacity];
        Preemption.disable();
        if (starts.length < capacity) {
            System.arraycopy(starts, 0, newStarts, 0, count);
            System.arraycopy(sizes, 0, newSizes, 0, count);
            starts = newStarts;
            sizes = newSizes;
        }
        Preemption.enable();
    }

    private void insert(int at, long start, long size) {
        System.arraycopy(starts, at, starts, at + 1, count - at);
        System.arraycopy(sizes, at, sizes, at + 1, count - at);
        starts[at] = start;
        sizes[at] = size;
        count++;
    }

    private void remove(int at) {
        count--;
        System.arraycopy(starts, at + 1, starts, at, count - at);
        System.arraycopy(sizes, at + 1, sizes, at, count - at);
    }
}
