package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;

/**
 * A piece of heap memory, aligned to {@link #ALIGNMENT}, so that the chunk of an object is found by clearing low bits
 * of the object's address.
 *
 * <p>A <em>paged</em> chunk has {@link #ALIGNMENT} bytes. Its first pages hold this header, an entry for each page, and
 * the descriptions of the blocks; the other pages are free, belong to a block ({@link HeapBlock}, eight aligned pages),
 * or to a large object (a run of pages). A <em>huge</em> chunk holds one object, behind its first page.
 */
@Word
@NoPoll
final class HeapChunk {
    /** Alignment of chunks and size of paged ones in bytes. */
    static final long ALIGNMENT = 1L << 20;

    static final int PAGE_SIZE = 4096;
    static final int PAGES = (int) (ALIGNMENT / PAGE_SIZE);
    static final int BLOCK_PAGES = HeapBlock.BLOCK_SIZE / PAGE_SIZE;

    /** First page that can hold objects. */
    static final int FIRST_PAGE = 6;

    /** Kind of page: not in use. */
    static final int FREE = 0;

    /** Kind of page: in a block. */
    static final int BLOCK = 1;

    /** Kind of page: first one of a large object. */
    static final int LARGE = 2;

    /** Kind of page: further one of a large object. */
    static final int LARGE_REST = 3;

    /** Kind of page: the chunk's metadata. */
    static final int METADATA = 4;

    private static final int NEXT = 0;
    private static final int SIZE_BYTES = 8;
    private static final int IS_HUGE = 16;
    private static final int FREE_PAGES = 20;
    private static final int RUN_BOUND = 24;
    private static final int HUGE_IN_USE = 32;
    private static final int HUGE_MARK = 36;
    private static final int HUGE_DIRTY = 40;
    private static final int ENTRIES = 64;
    private static final int ENTRY_SIZE = 8;
    private static final int ENTRY_MARK = 1;
    private static final int ENTRY_DIRTY = 2;
    private static final int ENTRY_NUMBER = 4;
    private static final int BLOCKS = 4096;

    private final long base;

    private HeapChunk(long base) {
        this.base = base;
    }

    static HeapChunk at(Address base) {
        return new HeapChunk(base.toLong());
    }

    /** The chunk in which an object starts. */
    static HeapChunk of(Address object) {
        return new HeapChunk(object.toLong() & -ALIGNMENT);
    }

    Address base() {
        return Address.of(base);
    }

    /** Makes a paged chunk of zeroed memory. */
    void openPaged() {
        base().storeLong(SIZE_BYTES, ALIGNMENT);
        base().storeInt(FREE_PAGES, PAGES - FIRST_PAGE);
        base().storeInt(RUN_BOUND, PAGES);
        for (int i = 0; i < FIRST_PAGE; i++) {
            entry(i).storeByte((byte) METADATA);
        }
    }

    /** Makes a paged chunk of memory that may not be zero. */
    void openPagedAgain() {
        base().fill((long) FIRST_PAGE * PAGE_SIZE, (byte) 0);
        openPaged();
        for (int i = FIRST_PAGE; i < PAGES; i++) {
            entry(i).storeByte(ENTRY_DIRTY, (byte) 1);
        }
    }

    /** Makes a huge chunk of zeroed memory, its object in use. */
    void openHuge(long sizeBytes) {
        base().storeLong(SIZE_BYTES, sizeBytes);
        base().storeInt(IS_HUGE, 1);
        base().storeInt(HUGE_IN_USE, 1);
    }

    /** Makes a free huge chunk of memory that may not be zero; it stays where it is in the list of chunks. */
    void openHugeAgain(long sizeBytes) {
        Address following = next();
        base().fill(PAGE_SIZE, (byte) 0);
        setNext(following);
        base().storeLong(SIZE_BYTES, sizeBytes);
        base().storeInt(IS_HUGE, 1);
        base().storeInt(HUGE_DIRTY, 1);
    }

    /** Whether this paged chunk has no object. */
    boolean isEmpty() {
        return freePages() == PAGES - FIRST_PAGE;
    }

    Address next() {
        return base().loadAddress(NEXT);
    }

    void setNext(Address chunk) {
        base().storeAddress(NEXT, chunk);
    }

    long sizeBytes() {
        return base().loadLong(SIZE_BYTES);
    }

    boolean isHuge() {
        return base().loadInt(IS_HUGE) != 0;
    }

    boolean isHugeInUse() {
        return base().loadInt(HUGE_IN_USE) != 0;
    }

    /** The object of a huge chunk. */
    Address hugeObject() {
        return base().plus(PAGE_SIZE);
    }

    /** Takes a free huge chunk's space again, made zero. */
    void reuseHuge() {
        base().storeInt(HUGE_IN_USE, 1);
        if (base().loadInt(HUGE_DIRTY) != 0) {
            hugeObject().fill(sizeBytes() - PAGE_SIZE, (byte) 0);
        }
    }

    int freePages() {
        return base().loadInt(FREE_PAGES);
    }

    private Address entry(int page) {
        return base().plus(ENTRIES + page * ENTRY_SIZE);
    }

    Address page(int page) {
        return base().plus((long) page * PAGE_SIZE);
    }

    /** The page of this paged chunk that holds an address. */
    int pageAt(Address address) {
        return (int) (address.distanceFrom(base()) / PAGE_SIZE);
    }

    int kind(int page) {
        return entry(page).loadByte();
    }

    /** Of a LARGE page: how many pages the object has. Of a LARGE_REST page: how many pages back it starts. */
    int number(int page) {
        return entry(page).loadInt(ENTRY_NUMBER);
    }

    /** The description of the block that a BLOCK page belongs to. */
    HeapBlock block(int page) {
        return HeapBlock.at(base().plus(BLOCKS + (long) (page / BLOCK_PAGES) * HeapBlock.SIZE - HeapBlock.SIZE));
    }

    /** Marks a large or huge object that starts at an address; whether it was not marked before. */
    boolean markLarge(Address object) {
        Address mark = isHuge() ? base().plus(HUGE_MARK) : entry(pageAt(object)).plus(ENTRY_MARK);
        boolean isNew = mark.loadByte() == 0;
        mark.storeByte((byte) 1);
        return isNew;
    }

    /** Whether the large or huge object that starts at an address is marked. */
    boolean isLargeMarked(Address object) {
        Address mark = isHuge() ? base().plus(HUGE_MARK) : entry(pageAt(object)).plus(ENTRY_MARK);
        return mark.loadByte() != 0;
    }

    /**
     * Frees the large objects that are not marked (or the huge one), and removes the marks. Answers the bytes that
     * stay in use.
     */
    long sweepLarge() {
        if (isHuge()) {
            boolean isDead = isHugeInUse() && base().loadInt(HUGE_MARK) == 0;
            base().storeInt(HUGE_MARK, 0);
            if (isDead) {
                base().storeInt(HUGE_IN_USE, 0);
                base().storeInt(HUGE_DIRTY, 1);
            }
            return isHugeInUse() ? sizeBytes() : 0;
        }
        long used = 0;
        for (int page = FIRST_PAGE; page < PAGES; page++) {
            if (kind(page) == LARGE) {
                int count = number(page);
                if (entry(page).loadByte(ENTRY_MARK) == 0) {
                    release(page, count);
                } else {
                    used += (long) count * PAGE_SIZE;
                    entry(page).storeByte(ENTRY_MARK, (byte) 0);
                }
                page += count - 1;
            }
        }
        return used;
    }

    /** Takes eight aligned free pages as a block of a cell size; address 0 if there are none. Searches upwards. */
    Address takeBlock(int cellSize) {
        if (freePages() < BLOCK_PAGES) {
            return Address.zero();
        }
        for (int page = BLOCK_PAGES; page < PAGES; page += BLOCK_PAGES) {
            if (freeRun(page, BLOCK_PAGES) == BLOCK_PAGES) {
                boolean isDirty = false;
                for (int i = page; i < page + BLOCK_PAGES; i++) {
                    isDirty |= entry(i).loadByte(ENTRY_DIRTY) != 0;
                    entry(i).storeByte((byte) BLOCK);
                }
                base().storeInt(FREE_PAGES, freePages() - BLOCK_PAGES);
                HeapBlock block = block(page);
                block.open(page(page), cellSize, isDirty);
                return block.description();
            }
        }
        return Address.zero();
    }

    /**
     * Takes a run of free pages for a large object, made zero; address 0 if there is none. Searches downwards, away
     * from the blocks.
     */
    Address takePages(int count) {
        if (base().loadInt(RUN_BOUND) < count || freePages() < count) {
            return Address.zero();
        }
        int run = 0;
        for (int page = PAGES - 1; page >= FIRST_PAGE; page--) {
            run = kind(page) == FREE ? run + 1 : 0;
            if (run == count) {
                occupy(page, count);
                return page(page);
            }
        }
        base().storeInt(RUN_BOUND, count - 1);
        return Address.zero();
    }

    private void occupy(int first, int count) {
        for (int i = 0; i < count; i++) {
            Address entry = entry(first + i);
            entry.storeByte((byte) (i == 0 ? LARGE : LARGE_REST));
            entry.storeInt(ENTRY_NUMBER, i == 0 ? count : i);
            if (entry.loadByte(ENTRY_DIRTY) != 0) {
                page(first + i).fill(PAGE_SIZE, (byte) 0);
            }
        }
        base().storeInt(FREE_PAGES, freePages() - count);
    }

    /** Makes pages free, and dirty. */
    void release(int first, int count) {
        for (int i = first; i < first + count; i++) {
            entry(i).storeByte((byte) FREE);
            entry(i).storeByte(ENTRY_DIRTY, (byte) 1);
        }
        base().storeInt(FREE_PAGES, freePages() + count);
        base().storeInt(RUN_BOUND, PAGES);
    }

    private int freeRun(int first, int most) {
        int run = 0;
        while (run < most && kind(first + run) == FREE) {
            run++;
        }
        return run;
    }
}
