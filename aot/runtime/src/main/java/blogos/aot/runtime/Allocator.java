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
    private static long allocatedBytes;

    private Allocator() {}

    /** Makes the allocator ready. Called once; false if there is no memory. */
    static boolean open() {
        records = Platform.growHeap((long) SizeClass.COUNT * RECORD_SIZE).toLong();
        allocatedBytes = 0;
        if (records == 0 || !ChunkList.open()) {
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
            Address memory = allocateLarge(sizeBytes);
            allocatedBytes += memory.isZero() ? 0 : sizeBytes;
            return memory;
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
        for (Address c = ChunkList.first(); !c.isZero(); c = HeapChunk.at(c).next()) {
            HeapChunk chunk = HeapChunk.at(c);
            Address block = chunk.isHuge() ? Address.zero() : chunk.takeBlock(cellSize);
            if (!block.isZero()) {
                return block;
            }
        }
        Address added = ChunkList.addPaged();
        return added.isZero() ? added : HeapChunk.at(added).takeBlock(cellSize);
    }

    private static Address allocateLarge(long sizeBytes) {
        if (sizeBytes > LARGEST_RUN) {
            return ChunkList.allocateHuge(sizeBytes);
        }
        int pages = (int) (sizeBytes + HeapChunk.PAGE_SIZE - 1) / HeapChunk.PAGE_SIZE;
        for (Address c = ChunkList.first(); !c.isZero(); c = HeapChunk.at(c).next()) {
            HeapChunk chunk = HeapChunk.at(c);
            Address memory = chunk.isHuge() ? Address.zero() : chunk.takePages(pages);
            if (!memory.isZero()) {
                return memory;
            }
        }
        Address added = ChunkList.addPaged();
        return added.isZero() ? added : HeapChunk.at(added).takePages(pages);
    }

    /** Bytes that have been allocated since the start; the rest of each run of cells counts as allocated. */
    static long allocatedBytes() {
        return allocatedBytes;
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
        for (Address c = ChunkList.first(); !c.isZero(); c = HeapChunk.at(c).next()) {
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
