package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;

/**
 * The description of a block of {@link #BLOCK_SIZE} bytes that is cut into cells of one {@link SizeClass}. It lies in
 * the chunk's metadata, outside of the block, and has two bitmaps with a bit for each cell: allocated and marked.
 */
@Word
@NoPoll
final class HeapBlock {
    /** Size in bytes of a block. */
    static final int BLOCK_SIZE = 32 * 1024;

    /** Size in bytes of a description. */
    static final int SIZE = 576;

    private static final int NEXT = 0;
    private static final int CELL_SIZE = 8;
    private static final int CELL_COUNT = 12;
    private static final int RECIPROCAL = 16;
    private static final int START = 24;
    private static final int SCANNED = 32;
    private static final int DIRTY = 36;
    private static final int ALLOCATED = 64;
    private static final int BITMAP_SIZE = 256;
    private static final int MARKED = ALLOCATED + BITMAP_SIZE;

    private final long description;

    private HeapBlock(long description) {
        this.description = description;
    }

    static HeapBlock at(Address description) {
        return new HeapBlock(description.toLong());
    }

    /** Where the description lies. */
    Address description() {
        return Address.of(description);
    }

    /** Makes a block with no allocated cell. {@code isDirty}: whether its memory may not be zero. */
    void open(Address start, int cellSize, boolean isDirty) {
        Address memory = description();
        memory.fill(SIZE, (byte) 0);
        memory.storeInt(CELL_SIZE, cellSize);
        memory.storeInt(CELL_COUNT, BLOCK_SIZE / cellSize);
        memory.storeLong(RECIPROCAL, ((1L << 32) + cellSize - 1) / cellSize);
        memory.storeAddress(START, start);
        memory.storeInt(DIRTY, isDirty ? 1 : 0);
    }

    Address next() {
        return description().loadAddress(NEXT);
    }

    void setNext(Address block) {
        description().storeAddress(NEXT, block);
    }

    Address start() {
        return description().loadAddress(START);
    }

    int cellSize() {
        return description().loadInt(CELL_SIZE);
    }

    int cellCount() {
        return description().loadInt(CELL_COUNT);
    }

    /**
     * Number of the cell that holds an address inside the block; it may be {@link #cellCount} in the rest at the
     * block's end. Exact since offsets are below 2^15.
     */
    int cellAt(Address address) {
        return (int) (address.distanceFrom(start()) * description().loadLong(RECIPROCAL) >>> 32);
    }

    Address cell(int index) {
        return start().plus((long) index * cellSize());
    }

    boolean isAllocated(int cell) {
        return (description().loadByte(ALLOCATED + (cell >>> 3)) & 1 << (cell & 7)) != 0;
    }

    boolean isMarked(int cell) {
        return (description().loadByte(MARKED + (cell >>> 3)) & 1 << (cell & 7)) != 0;
    }

    /** Marks a cell; whether it was not marked before. */
    boolean mark(int cell) {
        Address place = description().plus(MARKED + (cell >>> 3));
        int before = place.loadByte();
        int bit = 1 << (cell & 7);
        place.storeByte((byte) (before | bit));
        return (before & bit) == 0;
    }

    /** Frees all cells that are not marked, and removes all marks. Answers how many cells stay allocated. */
    int sweep() {
        Address memory = description();
        int live = 0;
        for (int i = 0; i < BITMAP_SIZE; i += 8) {
            long marks = memory.loadLong(MARKED + i);
            memory.storeLong(ALLOCATED + i, marks);
            memory.storeLong(MARKED + i, 0);
            live += Long.bitCount(marks);
        }
        memory.storeInt(SCANNED, 0);
        memory.storeInt(DIRTY, 1);
        return live;
    }

    /** How many cells are allocated. */
    int allocatedCount() {
        int count = 0;
        for (int i = 0; i < BITMAP_SIZE; i += 8) {
            count += Long.bitCount(description().loadLong(ALLOCATED + i));
        }
        return count;
    }

    /**
     * First free cell of the next run of free ones that has not been looked at; {@link #cellCount} if there is none.
     */
    int findRun() {
        return nextCell(description().loadInt(SCANNED), 0);
    }

    /** Takes the run of free cells that starts at {@code first}: marks them allocated. Answers the cell behind it. */
    int takeRun(int first) {
        int end = nextCell(first, -1L);
        description().storeInt(SCANNED, end);
        changeBits(first, end, true);
        return end;
    }

    /** Makes the cells of a run that has been taken zero. */
    void clean(int first, int end) {
        if (description().loadInt(DIRTY) != 0) {
            cell(first).fill((long) (end - first) * cellSize(), (byte) 0);
        }
    }

    /** Gives back the end of a run: the cells from {@code first} to before {@code end}, which are zero. */
    void returnRun(int first, int end) {
        changeBits(first, end, false);
    }

    /**
     * First cell from {@code from} on whose allocated bit differs from those of {@code inverted}: 0 finds a clear bit,
     * -1 a set one.
     */
    private int nextCell(int from, long inverted) {
        int count = cellCount();
        int cell = from;
        while (cell < count) {
            long free = ~(description().loadLong(ALLOCATED + (cell >>> 6 << 3)) ^ inverted) >>> (cell & 63);
            if (free != 0) {
                int next = cell + Long.numberOfTrailingZeros(free);
                return next < count ? next : count;
            }
            cell = (cell | 63) + 1;
        }
        return count;
    }

    private void changeBits(int first, int end, boolean isSet) {
        int cell = first;
        while (cell < end) {
            int inWord = 64 - (cell & 63);
            int bits = end - cell < inWord ? end - cell : inWord;
            long mask = -1L >>> 64 - bits << (cell & 63);
            Address place = description().plus(ALLOCATED + (cell >>> 6 << 3));
            place.storeLong(isSet ? place.loadLong() | mask : place.loadLong() & ~mask);
            cell += bits;
        }
    }
}
