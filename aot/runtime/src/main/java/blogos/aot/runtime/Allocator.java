package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * Memory for objects. Small ones come from blocks of equal cells: a thread takes a run of free cells ({@link FreeCells})
 * and hands them out by moving a pointer. Sweeping is then only a matter of bitmaps. Larger objects get runs of pages,
 * and those beyond a chunk a chunk of their own.
 *
 * <p>All cells of a run count as allocated when it is taken; {@link #retire} gives the rest back before a collection
 * looks. Everything that threads share is changed under one lock, or while all but one of them stand still.
 */
@NoPoll
final class Allocator {
    /** In the record of a size class: first and last block of the class's list. */
    private static final int BLOCKS = 0;

    private static final int LAST = 8;

    /** The block to look for free cells in; those before it in the list have no more. */
    private static final int CURRENT = 16;

    private static final int CELL_SIZE = 24;
    private static final int RECORD_SIZE = 32;

    /** Offset of the lock from the records, and of the first thread's free cells. */
    private static final int LOCK = 1984;

    private static final int FIRST_CELLS = 2048;

    private static final int LARGEST_RUN = (HeapChunk.PAGES - HeapChunk.FIRST_PAGE) * HeapChunk.PAGE_SIZE;

    private static long records;
    private static long allCells;
    private static long allocatedBytes;

    private Allocator() {}

    /** Makes the allocator ready, {@link #firstCells} included. Called once; false if there is no memory. */
    static boolean open() {
        records = Platform.growHeap(HeapChunk.PAGE_SIZE).toLong();
        allocatedBytes = 0;
        allCells = 0;
        if (records == 0 || !ChunkList.open()) {
            return false;
        }
        for (int i = 0; i < SizeClass.COUNT; i++) {
            record(i).storeLong(CELL_SIZE, SizeClass.sizeOf(i));
        }
        addCells(firstCells());
        return true;
    }

    private static Address record(int sizeClass) {
        return Address.of(records + (long) sizeClass * RECORD_SIZE);
    }

    private static SpinLock lock() {
        return SpinLock.at(Address.of(records + LOCK));
    }

    /** The free cells of the first thread. */
    static FreeCells firstCells() {
        return FreeCells.at(Address.of(records + FIRST_CELLS));
    }

    /** Opens the free cells of a new thread. */
    static void addCells(FreeCells cells) {
        cells.open();
        lock().acquire();
        cells.setNext(Address.of(allCells));
        allCells = cells.base().toLong();
        lock().release();
    }

    /** Gives the free cells of a thread back that allocates no more. */
    static void removeCells(FreeCells cells) {
        lock().acquire();
        allocatedBytes -= cells.retire();
        if (allCells == cells.base().toLong()) {
            allCells = cells.next().toLong();
        } else {
            FreeCells previous = FreeCells.at(Address.of(allCells));
            while (!previous.next().isSame(cells.base())) {
                previous = FreeCells.at(previous.next());
            }
            previous.setNext(cells.next());
        }
        lock().release();
    }

    /** Zeroed memory for an object, aligned to 8; address 0 if there is none. {@code cells}: the running thread's. */
    static Address allocate(FreeCells cells, long sizeBytes) {
        if (sizeBytes > SizeClass.LARGEST) {
            lock().acquire();
            Address memory = allocateLarge(sizeBytes);
            allocatedBytes += memory.isZero() ? 0 : sizeBytes;
            lock().release();
            return memory;
        }
        int sizeClass = SizeClass.of((int) sizeBytes);
        Address cell = cells.take(sizeClass);
        return cell.isZero() && refill(cells, sizeClass) ? cells.take(sizeClass) : cell;
    }

    /** Takes the next run of free cells of a size class. */
    private static boolean refill(FreeCells cells, int sizeClass) {
        lock().acquire();
        Address found = findBlock(sizeClass);
        if (found.isZero()) {
            lock().release();
            return false;
        }
        HeapBlock block = HeapBlock.at(found);
        int first = block.findRun();
        int end = block.takeRun(first);
        allocatedBytes += (long) (end - first) * block.cellSize();
        lock().release();
        block.clean(first, end);
        cells.setRun(sizeClass, block, first, end);
        return true;
    }

    /** A block with a free cell, a new one if need be; address 0 if there is no memory. */
    private static Address findBlock(int sizeClass) {
        Address record = record(sizeClass);
        Address current = record.loadAddress(CURRENT);
        while (!current.isZero()) {
            HeapBlock block = HeapBlock.at(current);
            if (block.findRun() < block.cellCount()) {
                break;
            }
            current = block.next();
        }
        if (current.isZero()) {
            current = takeBlock(SizeClass.sizeOf(sizeClass));
            if (current.isZero()) {
                return current;
            }
            append(record, current);
        }
        record.storeAddress(CURRENT, current);
        return current;
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

    /** Gives the unused ends of all runs back. All other threads stand still. */
    static void retire() {
        for (Address c = Address.of(allCells); !c.isZero(); c = FreeCells.at(c).next()) {
            allocatedBytes -= FreeCells.at(c).retire();
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

    /** Adds the figures of the heap to a count. What other threads do meanwhile waits. */
    static void count(HeapCount count) {
        lock().acquire();
        count.countChunks();
        for (Address c = Address.of(allCells); !c.isZero(); c = FreeCells.at(c).next()) {
            count.usedBytes -= FreeCells.at(c).bytes();
            count.objects -= FreeCells.at(c).count();
        }
        lock().release();
    }

    /** Bytes of cells that were taken for allocation but not handed out. */
    static long unusedRunBytes() {
        long sum = 0;
        lock().acquire();
        for (Address c = Address.of(allCells); !c.isZero(); c = FreeCells.at(c).next()) {
            sum += FreeCells.at(c).bytes();
        }
        lock().release();
        return sum;
    }
}
