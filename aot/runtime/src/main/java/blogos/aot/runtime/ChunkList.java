package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * All chunks of the heap, in no order. New ones come from the platform; when it gives no more, free huge chunks become
 * paged ones, and adjacent paged chunks without objects a huge one.
 */
@NoPoll
final class ChunkList {
    private static long first;
    private static long totalBytes;
    private static long limit;

    private ChunkList() {}

    /** Makes the list empty. False if there is no memory. */
    static boolean open() {
        first = 0;
        totalBytes = 0;
        limit = Long.MAX_VALUE;
        return ChunkTable.open();
    }

    /** First chunk; each knows the next one. */
    static Address first() {
        return Address.of(first);
    }

    /** Bytes that the platform has given for chunks and for the collector. */
    static long totalBytes() {
        return totalBytes;
    }

    /** Bytes that {@link #totalBytes} may grow to. */
    static long limit() {
        return limit;
    }

    /** Sets {@link #limit}; what is there already stays. */
    static void setLimit(long bytes) {
        limit = bytes;
    }

    /** Adds a paged chunk; answers it, or address 0 if there is no memory. */
    static Address addPaged() {
        Address memory = addMemory(HeapChunk.ALIGNMENT);
        if (memory.isZero()) {
            return splitHuge();
        }
        HeapChunk.at(memory).openPaged();
        return memory;
    }

    /**
     * Zeroed memory for one object in a huge chunk: in the smallest free one that is large enough but not twice so, in
     * a new one, or else in any; address 0 if there is no memory.
     */
    static Address allocateHuge(long sizeBytes) {
        long wanted = (sizeBytes + HeapChunk.PAGE_SIZE * 2 - 1) & -HeapChunk.PAGE_SIZE;
        Address taken = freeHuge(wanted, wanted * 2);
        if (taken.isZero()) {
            Address added = addMemory(wanted);
            if (!added.isZero()) {
                HeapChunk.at(added).openHuge(wanted);
                return HeapChunk.at(added).hugeObject();
            }
            taken = freeHuge(wanted, Long.MAX_VALUE);
        }
        if (taken.isZero()) {
            taken = joinPaged(wanted);
        }
        if (taken.isZero()) {
            return taken;
        }
        HeapChunk.at(taken).reuseHuge();
        return HeapChunk.at(taken).hugeObject();
    }

    /** Zeroed memory for a table of the collector; address 0 if there is none. Never given back. */
    static Address addTable(long sizeBytes) {
        Address memory = sizeBytes > limit - totalBytes ? Address.zero() : Platform.growHeap(sizeBytes);
        totalBytes += memory.isZero() ? 0 : sizeBytes;
        return memory;
    }

    /** The smallest free huge chunk from {@code least} to below {@code bound} bytes; address 0 if there is none. */
    private static Address freeHuge(long least, long bound) {
        Address best = Address.zero();
        for (Address c = first(); !c.isZero(); c = HeapChunk.at(c).next()) {
            HeapChunk chunk = HeapChunk.at(c);
            boolean isFree = chunk.isHuge() && !chunk.isHugeInUse();
            boolean fits = isFree && chunk.sizeBytes() >= least && chunk.sizeBytes() < bound;
            if (fits && (best.isZero() || chunk.sizeBytes() < HeapChunk.at(best).sizeBytes())) {
                best = c;
            }
        }
        return best;
    }

    /** Makes paged chunks of the smallest free huge chunk; what is left at its end is lost. Answers one of them. */
    private static Address splitHuge() {
        Address memory = freeHuge(HeapChunk.ALIGNMENT, Long.MAX_VALUE);
        if (memory.isZero()) {
            return memory;
        }
        long size = HeapChunk.at(memory).sizeBytes();
        ChunkTable.split(memory, size);
        Address following = HeapChunk.at(memory).next();
        Address last = memory.plus(size).alignDown(HeapChunk.ALIGNMENT).minus(HeapChunk.ALIGNMENT);
        for (Address c = last; !c.isBelow(memory); c = c.minus(HeapChunk.ALIGNMENT)) {
            HeapChunk.at(c).openPagedAgain();
            HeapChunk.at(c).setNext(following);
            following = c;
        }
        return memory;
    }

    /** Makes a free huge chunk of adjacent empty paged ones; address 0 if not enough of them are adjacent. */
    private static Address joinPaged(long sizeBytes) {
        long size = (sizeBytes + HeapChunk.ALIGNMENT - 1) & -HeapChunk.ALIGNMENT;
        for (Address c = first(); !c.isZero(); c = HeapChunk.at(c).next()) {
            Address end = c;
            while (end.distanceFrom(c) < size && isEmptyPaged(end)) {
                end = end.plus(HeapChunk.ALIGNMENT);
            }
            if (end.distanceFrom(c) >= size) {
                removeBetween(c, end);
                ChunkTable.join(c, size);
                HeapChunk.at(c).openHugeAgain(size);
                return c;
            }
        }
        return Address.zero();
    }

    private static boolean isEmptyPaged(Address chunk) {
        return ChunkTable.find(chunk).isSame(chunk) && !HeapChunk.at(chunk).isHuge() && HeapChunk.at(chunk).isEmpty();
    }

    /** Takes the chunks behind {@code chunk} and before {@code end} out of the list. */
    private static void removeBetween(Address chunk, Address end) {
        Address previous = Address.zero();
        for (Address c = first(); !c.isZero(); c = HeapChunk.at(c).next()) {
            if (!chunk.isBelow(c) || !c.isBelow(end)) {
                previous = c;
            } else if (previous.isZero()) {
                first = HeapChunk.at(c).next().toLong();
            } else {
                HeapChunk.at(previous).setNext(HeapChunk.at(c).next());
            }
        }
    }

    /** Gets aligned memory from the platform and puts it in the list of chunks. */
    private static Address addMemory(long sizeBytes) {
        if (sizeBytes > limit - totalBytes) {
            return Address.zero();
        }
        Address memory = Platform.growHeap(sizeBytes);
        if (!memory.isZero() && !memory.isSame(memory.alignDown(HeapChunk.ALIGNMENT))) {
            memory = Platform.growHeap(sizeBytes + HeapChunk.ALIGNMENT);
            memory = memory.isZero() ? memory : memory.alignUp(HeapChunk.ALIGNMENT);
        }
        if (memory.isZero() || !ChunkTable.add(HeapChunk.at(memory), sizeBytes)) {
            return Address.zero();
        }
        HeapChunk.at(memory).setNext(first());
        first = memory.toLong();
        totalBytes += sizeBytes;
        return memory;
    }
}
