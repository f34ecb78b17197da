package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * Memory for objects. Small ones come from blocks of equal cells: the allocator takes a run of free cells, and hands
 * them out by moving a pointer. Sweeping is then only a matter of bitmaps. Larger objects get runs of pages, and those
 * beyond a chunk a chunk of their own.
 *
 * <p>All cells of a run count as allocated when it is taken; {@link #retire} gives the rest back before a collection
 * looks.
 */
@NoPoll
final class Allocator {
    /** In the record of a size class: next cell of the run. */
    private static final int NEXT = 0;

    /** End of the run. */
    private static final int LIMIT = 8;

    private static final int CELL_SIZE = 16;

    /** First and last block of the class's list. */
    private static final int BLOCKS = 24;

    private static final int LAST = 32;

    /** The block that the run is in; those before it in the list have no more free cells. */
    private static final int CURRENT = 40;

    private static final int RECORD_SIZE = 64;

    private static final int LARGEST_RUN = (HeapChunk.PAGES - HeapChunk.FIRST_PAGE) * HeapChunk.PAGE_SIZE;

    private static long records;
    private static long chunks;
    private static long totalBytes;
    private static long allocatedBytes;
    private static long limit = Long.MAX_VALUE;

    private Allocator() {}

    /** Makes the allocator ready. Called once; false if there is no memory. */
    static boolean open() {
        records = Platform.growHeap((long) SizeClass.COUNT * RECORD_SIZE).toLong();
        chunks = 0;
        totalBytes = 0;
        allocatedBytes = 0;
        if (records == 0 || !ChunkTable.open()) {
            return false;
        }
        for (int i = 0; i < SizeClass.COUNT; i++) {
            record(i).storeLong(CELL_SIZE, SizeClass.sizeOf(i));
        }
        return true;
    }

    private static Address record(int sizeClass) {
        return Address.of(records + (long) sizeClass * RECORD_SIZE);
    }

    /** Zeroed memory for an object, aligned to 8; address 0 if there is none. */
    static Address allocate(long sizeBytes) {
        if (sizeBytes > SizeClass.LARGEST) {
            return allocateLarge(sizeBytes);
        }
        int sizeClass = SizeClass.of((int) sizeBytes);
        Address record = record(sizeClass);
        long cell = record.loadLong(NEXT);
        long after = cell + record.loadLong(CELL_SIZE);
        if (after > record.loadLong(LIMIT)) {
            return refill(record, sizeClass) ? allocate(sizeBytes) : Address.zero();
        }
        record.storeLong(NEXT, after);
        return Address.of(cell);
    }

    /** Takes the next run of free cells of a size class. */
    private static boolean refill(Address record, int sizeClass) {
        Address current = record.loadAddress(CURRENT);
        while (!current.isZero()) {
            HeapBlock block = HeapBlock.at(current);
            int first = block.findRun();
            if (first < block.cellCount()) {
                int end = block.takeRun(first);
                record.storeAddress(CURRENT, current);
                record.storeAddress(NEXT, block.cell(first));
                record.storeAddress(LIMIT, block.cell(end));
                allocatedBytes += (long) (end - first) * block.cellSize();
                return true;
            }
            current = block.next();
        }
        Address added = takeBlock(SizeClass.sizeOf(sizeClass));
        if (added.isZero()) {
            return false;
        }
        append(record, added);
        record.storeAddress(CURRENT, added);
        return refill(record, sizeClass);
    }

    private static Address takeBlock(int cellSize) {
        for (Address c = Address.of(chunks); !c.isZero(); c = HeapChunk.at(c).next()) {
            HeapChunk chunk = HeapChunk.at(c);
            Address block = chunk.isHuge() ? Address.zero() : chunk.takeBlock(cellSize);
            if (!block.isZero()) {
                return block;
            }
        }
        Address added = addPagedChunk();
        return added.isZero() ? added : HeapChunk.at(added).takeBlock(cellSize);
    }

    private static Address allocateLarge(long sizeBytes) {
        if (sizeBytes > LARGEST_RUN) {
            return allocateHuge(sizeBytes);
        }
        allocatedBytes += sizeBytes;
        int pages = (int) (sizeBytes + HeapChunk.PAGE_SIZE - 1) / HeapChunk.PAGE_SIZE;
        for (Address c = Address.of(chunks); !c.isZero(); c = HeapChunk.at(c).next()) {
            HeapChunk chunk = HeapChunk.at(c);
            Address memory = chunk.isHuge() ? Address.zero() : chunk.takePages(pages);
            if (!memory.isZero()) {
                return memory;
            }
        }
        Address added = addPagedChunk();
        return added.isZero() ? added : HeapChunk.at(added).takePages(pages);
    }

    /** Takes the smallest free huge chunk that is large enough but not twice so, or a new one. */
    private static Address allocateHuge(long sizeBytes) {
        allocatedBytes += sizeBytes;
        long wanted = (sizeBytes + HeapChunk.PAGE_SIZE * 2 - 1) & -HeapChunk.PAGE_SIZE;
        Address best = Address.zero();
        for (Address c = Address.of(chunks); !c.isZero(); c = HeapChunk.at(c).next()) {
            HeapChunk chunk = HeapChunk.at(c);
            boolean isFree = chunk.isHuge() && !chunk.isHugeInUse();
            boolean fits = isFree && chunk.sizeBytes() >= wanted && chunk.sizeBytes() < wanted * 2;
            if (fits && (best.isZero() || chunk.sizeBytes() < HeapChunk.at(best).sizeBytes())) {
                best = c;
            }
        }
        if (!best.isZero()) {
            HeapChunk.at(best).reuseHuge();
            return HeapChunk.at(best).hugeObject();
        }
        Address memory = addMemory(wanted);
        if (memory.isZero()) {
            return memory;
        }
        HeapChunk.at(memory).openHuge(wanted);
        return HeapChunk.at(memory).hugeObject();
    }

    private static Address addPagedChunk() {
        Address memory = addMemory(HeapChunk.ALIGNMENT);
        if (!memory.isZero()) {
            HeapChunk.at(memory).openPaged();
        }
        return memory;
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
        HeapChunk.at(memory).setNext(Address.of(chunks));
        chunks = memory.toLong();
        totalBytes += sizeBytes;
        return memory;
    }

    /** First chunk of the list. */
    static Address firstChunk() {
        return Address.of(chunks);
    }

    /** Bytes that the platform has given for chunks. */
    static long totalBytes() {
        return totalBytes;
    }

    /** Bytes that have been allocated since the start; the rest of each run of cells counts as allocated. */
    static long allocatedBytes() {
        return allocatedBytes;
    }

    /** Bytes that {@link #totalBytes} may grow to. */
    static long limit() {
        return limit;
    }

    /** Sets {@link #limit}; what is there already stays. */
    static void setLimit(long bytes) {
        limit = bytes;
    }

    /** Start of the allocated object around an address; address 0 if there is none. Exact after {@link #retire}. */
    static Address objectAt(Address address) {
        Address found = ChunkTable.find(address);
        if (found.isZero()) {
            return found;
        }
        HeapChunk chunk = HeapChunk.at(found);
        if (chunk.isHuge()) {
            boolean isInside = chunk.isHugeInUse() && !address.isBelow(chunk.hugeObject())
                    && address.isBelow(found.plus(chunk.sizeBytes()));
            return isInside ? chunk.hugeObject() : Address.zero();
        }
        int page = chunk.pageAt(address);
        return switch (chunk.kind(page)) {
            case HeapChunk.BLOCK -> {
                HeapBlock block = chunk.block(page);
                int cell = block.cellAt(address);
                yield cell < block.cellCount() && block.isAllocated(cell) ? block.cell(cell) : Address.zero();
            }
            case HeapChunk.LARGE -> chunk.page(page);
            case HeapChunk.LARGE_REST -> chunk.page(page - chunk.number(page));
            default -> Address.zero();
        };
    }

    /** Gives the unused ends of all runs back. */
    static void retire() {
        for (int i = 0; i < SizeClass.COUNT; i++) {
            Address record = record(i);
            Address next = record.loadAddress(NEXT);
            allocatedBytes -= record.loadLong(LIMIT) - next.toLong();
            if (!next.isSame(record.loadAddress(LIMIT))) {
                HeapBlock block = HeapBlock.at(record.loadAddress(CURRENT));
                block.returnRun(block.cellAt(next), block.cellAt(record.loadAddress(LIMIT).minus(1)) + 1);
            }
            record.storeLong(NEXT, 0);
            record.storeLong(LIMIT, 0);
        }
    }

    /**
     * Frees what is not marked, and removes the marks. Blocks that become empty give their pages back to their chunks.
     * The runs must have been retired. Answers the bytes that stay in use.
     */
    static long sweep() {
        long used = 0;
        for (Address c = Address.of(chunks); !c.isZero(); c = HeapChunk.at(c).next()) {
            used += HeapChunk.at(c).sweepLarge();
        }
        for (int i = 0; i < SizeClass.COUNT; i++) {
            used += sweepBlocks(record(i));
        }
        return used;
    }

    private static long sweepBlocks(Address record) {
        long cells = 0;
        Address current = record.loadAddress(BLOCKS);
        record.storeLong(BLOCKS, 0);
        record.storeLong(LAST, 0);
        while (!current.isZero()) {
            HeapBlock block = HeapBlock.at(current);
            Address next = block.next();
            int live = block.sweep();
            if (live == 0) {
                HeapChunk chunk = HeapChunk.of(block.start());
                chunk.release(chunk.pageAt(block.start()), HeapChunk.BLOCK_PAGES);
            } else {
                block.setNext(Address.zero());
                append(record, current);
                cells += live;
            }
            current = next;
        }
        record.storeAddress(CURRENT, record.loadAddress(BLOCKS));
        return cells * record.loadLong(CELL_SIZE);
    }

    /** Puts a block at the end of a class's list. */
    private static void append(Address record, Address block) {
        if (record.loadLong(BLOCKS) == 0) {
            record.storeAddress(BLOCKS, block);
        } else {
            HeapBlock.at(record.loadAddress(LAST)).setNext(block);
        }
        record.storeAddress(LAST, block);
    }

    /** Bytes of cells that were taken for allocation but not handed out. */
    static long unusedRunBytes() {
        long sum = 0;
        for (int i = 0; i < SizeClass.COUNT; i++) {
            sum += record(i).loadLong(LIMIT) - record(i).loadLong(NEXT);
        }
        return sum;
    }

    /** How many cells {@link #unusedRunBytes} are. */
    static long unusedRunCells() {
        long sum = 0;
        for (int i = 0; i < SizeClass.COUNT; i++) {
            sum += (record(i).loadLong(LIMIT) - record(i).loadLong(NEXT)) / record(i).loadLong(CELL_SIZE);
        }
        return sum;
    }
}
