package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.api.Word;

/**
 * The runs of free cells from which one thread allocates (one CPU in the kernel), one for each size class. Nobody else
 * touches them, so taking a cell needs no lock. {@link Tls#FREE_CELLS} leads to the running thread's.
 */
@Word
@NoPoll
final class FreeCells {
    /** Bytes of memory that this takes. */
    static final int SIZE = 1152;

    /** In the record of a size class: next cell of the run. */
    private static final int NEXT = 0;

    /** End of the run. */
    private static final int LIMIT = 8;

    private static final int CELL_SIZE = 16;

    /** Description of the block that the run is in. */
    private static final int BLOCK = 24;

    private static final int RECORD_SIZE = 32;

    /** Address of those of another thread, in the list of all. */
    private static final int LINK = SizeClass.COUNT * RECORD_SIZE;

    private final long base;

    private FreeCells(long base) {
        this.base = base;
    }

    static FreeCells at(Address memory) {
        return new FreeCells(memory.toLong());
    }

    /** Those of the running thread. */
    static FreeCells current() {
        return new FreeCells(Tls.loadLong(Tls.FREE_CELLS));
    }

    Address base() {
        return Address.of(base);
    }

    /** Makes {@link #SIZE} zero bytes of memory usable, without any cell. */
    void open() {
        for (int i = 0; i < SizeClass.COUNT; i++) {
            record(i).storeLong(CELL_SIZE, SizeClass.sizeOf(i));
        }
    }

    private Address record(int sizeClass) {
        return Address.of(base + (long) sizeClass * RECORD_SIZE);
    }

    /** Takes a cell; address 0 if the run is at its end. */
    Address take(int sizeClass) {
        Address record = record(sizeClass);
        long cell = record.loadLong(NEXT);
        long after = cell + record.loadLong(CELL_SIZE);
        if (after > record.loadLong(LIMIT)) {
            return Address.zero();
        }
        record.storeLong(NEXT, after);
        return Address.of(cell);
    }

    /** Makes the cells from {@code first} to before {@code end} of a block the run of a size class. */
    void setRun(int sizeClass, HeapBlock block, int first, int end) {
        Address record = record(sizeClass);
        record.storeAddress(BLOCK, block.description());
        record.storeAddress(NEXT, block.cell(first));
        record.storeAddress(LIMIT, block.cell(end));
    }

    /** Gives the unused ends of all runs back to their blocks. Answers how many bytes that were. */
    long retire() {
        long sum = 0;
        for (int i = 0; i < SizeClass.COUNT; i++) {
            Address record = record(i);
            Address next = record.loadAddress(NEXT);
            Address limit = record.loadAddress(LIMIT);
            if (!next.isSame(limit)) {
                HeapBlock block = HeapBlock.at(record.loadAddress(BLOCK));
                block.returnRun(block.cellAt(next), block.cellAt(limit.minus(1)) + 1);
                sum += limit.distanceFrom(next);
            }
            record.storeLong(NEXT, 0);
            record.storeLong(LIMIT, 0);
        }
        return sum;
    }

    /** Bytes of cells in the runs. */
    long bytes() {
        long sum = 0;
        for (int i = 0; i < SizeClass.COUNT; i++) {
            sum += record(i).loadLong(LIMIT) - record(i).loadLong(NEXT);
        }
        return sum;
    }

    /** How many cells {@link #bytes} are. */
    long count() {
        long sum = 0;
        for (int i = 0; i < SizeClass.COUNT; i++) {
            sum += (record(i).loadLong(LIMIT) - record(i).loadLong(NEXT)) / record(i).loadLong(CELL_SIZE);
        }
        return sum;
    }

    /** The next ones in the list of all; address 0 at its end. */
    Address next() {
        return base().loadAddress(LINK);
    }

    void setNext(Address others) {
        base().storeAddress(LINK, others);
    }
}
