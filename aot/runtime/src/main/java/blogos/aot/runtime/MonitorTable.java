package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * All monitors by number, since an object's header has no room for an address. A page leads to pieces of memory with
 * {@value #PIECE} monitors each; free monitors are linked.
 */
@NoPoll
final class MonitorTable {
    private static final int PAGE_SIZE = 4096;
    private static final int PIECE_LOG2 = 10;
    private static final int PIECE = 1 << PIECE_LOG2;

    /** In the page: lock, first free monitor, and how many there are, free ones included. */
    private static final int LOCK = 0;

    private static final int FREE = 8;
    private static final int COUNT = 16;
    private static final int PIECES = 64;
    private static final int MOST = (PAGE_SIZE - PIECES) / 8 * PIECE;

    private static long page;

    private MonitorTable() {}

    /** Makes the table usable; called once. False if there is no memory. */
    static boolean open() {
        page = Platform.growHeap(PAGE_SIZE).toLong();
        return page != 0;
    }

    private static Address page() {
        return Address.of(page);
    }

    static int count() {
        return page().loadInt(COUNT);
    }

    static Monitor at(int number) {
        Address piece = page().loadAddress(PIECES + (number >>> PIECE_LOG2) * 8L);
        return Monitor.at(piece.plus((long) (number & PIECE - 1) * Monitor.SIZE));
    }

    /** Takes a free monitor; one at address 0 if there is no memory. */
    static Monitor take() {
        SpinLock lock = SpinLock.at(page().plus(LOCK));
        lock.acquire();
        Address free = page().loadAddress(FREE);
        if (!free.isZero()) {
            page().storeAddress(FREE, Monitor.at(free).nextFree());
        } else {
            free = add();
        }
        lock.release();
        return Monitor.at(free);
    }

    private static Address add() {
        int number = count();
        if (number == MOST) {
            return Address.zero();
        }
        if ((number & PIECE - 1) == 0) {
            Address piece = Platform.growHeap((long) PIECE * Monitor.SIZE);
            if (piece.isZero()) {
                return piece;
            }
            page().storeAddress(PIECES + (number >>> PIECE_LOG2) * 8L, piece);
        }
        page().storeInt(COUNT, number + 1);
        Monitor added = at(number);
        added.setNumber(number);
        return added.address();
    }

    /** Makes a monitor free. */
    static void give(Monitor monitor) {
        SpinLock lock = SpinLock.at(page().plus(LOCK));
        lock.acquire();
        giveWhileStopped(monitor);
        lock.release();
    }

    /** Makes a monitor free, while other threads stand still. */
    static void giveWhileStopped(Monitor monitor) {
        monitor.close(page().loadAddress(FREE));
        page().storeAddress(FREE, monitor.address());
    }
}
