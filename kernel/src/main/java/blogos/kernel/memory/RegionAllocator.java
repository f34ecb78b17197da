package blogos.kernel.memory;

import blogos.hal.PageFrame;
import blogos.hal.VirtAddr;

/**
 * The allocator of the kernel's virtual addresses: hands out page-aligned ranges, without mapping anything. Free ranges
 * are kept sorted and apart: neighbours are always joined. Best fit.
 *
 * <p>The list has a fixed size and nothing here touches the Java heap, which grows from here.
 */
public final class RegionAllocator {
    private static final int CAPACITY = 512;

    private final long[] starts = new long[CAPACITY];
    private final long[] sizes = new long[CAPACITY];
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
     * @throws IllegalStateException if the list of free ranges is full
     */
    public VirtAddr allocate(long sizeBytes, long alignment) {
        long size = roundUp(sizeBytes);
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
     * @throws IllegalStateException if a part of it is free already, or the list of free ranges is full
     */
    public void free(VirtAddr start, long sizeBytes) {
        long first = start.toLong();
        long size = roundUp(sizeBytes);
        int at = 0;
        while (at < count && starts[at] < first) {
            at++;
        }
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

    private void insert(int at, long start, long size) {
        if (count == CAPACITY) {
            throw new IllegalStateException("the list of free regions is full");
        }
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
