package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * Which addresses lie in the heap: a linear-probing hash table from each {@link HeapChunk#ALIGNMENT} of address space
 * to the chunk that covers it.
 */
@NoPoll
final class ChunkTable {
    private static final int ENTRY_SIZE = 16;
    private static final int CHUNK = 8;
    private static final int ALIGNMENT_LOG2 = 20;
    private static final long FIRST_CAPACITY = HeapChunk.PAGE_SIZE / ENTRY_SIZE;

    private static long table;
    private static long capacity;
    private static long used;

    private ChunkTable() {}

    /** Makes the table empty. False if there is no memory. */
    static boolean open() {
        used = 0;
        capacity = FIRST_CAPACITY;
        table = Platform.growHeap(capacity * ENTRY_SIZE).toLong();
        return table != 0;
    }

    /** Adds a chunk. False if there is no memory for a larger table. */
    static boolean add(HeapChunk chunk, long sizeBytes) {
        long slots = sizeBytes + HeapChunk.ALIGNMENT - 1 >>> ALIGNMENT_LOG2;
        while ((used + slots) * 2 > capacity) {
            if (!grow()) {
                return false;
            }
        }
        long slot = chunk.base().toLong() >>> ALIGNMENT_LOG2;
        for (long i = 0; i < slots; i++) {
            put(slot + i, chunk.base().toLong());
        }
        used += slots;
        return true;
    }

    /** Makes each whole {@link HeapChunk#ALIGNMENT} of a huge chunk a chunk of its own; the rest is in none. */
    static void split(Address chunk, long sizeBytes) {
        long slot = chunk.toLong() >>> ALIGNMENT_LOG2;
        for (long offset = 0; offset < sizeBytes; offset += HeapChunk.ALIGNMENT) {
            boolean isWhole = sizeBytes - offset >= HeapChunk.ALIGNMENT;
            put(slot++, isWhole ? chunk.toLong() + offset : 0);
        }
    }

    /** Makes adjacent paged chunks one chunk. */
    static void join(Address chunk, long sizeBytes) {
        for (long offset = 0; offset < sizeBytes; offset += HeapChunk.ALIGNMENT) {
            put(chunk.toLong() + offset >>> ALIGNMENT_LOG2, chunk.toLong());
        }
    }

    /** The chunk around an address; address 0 if it is not in the heap. */
    static Address find(Address address) {
        long slot = address.toLong() >>> ALIGNMENT_LOG2;
        Address entry = entryFor(slot);
        return entry.loadLong() == slot ? entry.loadAddress(CHUNK) : Address.zero();
    }

    /** The entry with a slot number, or the empty one where it belongs. Slot 0 is never in the heap. */
    private static Address entryFor(long slot) {
        long index = (slot * 0x9e37_79b9_7f4a_7c15L >>> 32) & capacity - 1;
        Address entry = Address.of(table + index * ENTRY_SIZE);
        while (entry.loadLong() != slot && entry.loadLong() != 0) {
            index = index + 1 & capacity - 1;
            entry = Address.of(table + index * ENTRY_SIZE);
        }
        return entry;
    }

    private static void put(long slot, long chunk) {
        Address entry = entryFor(slot);
        entry.storeLong(slot);
        entry.storeLong(CHUNK, chunk);
    }

    private static boolean grow() {
        long oldTable = table;
        long oldCapacity = capacity;
        Address larger = Platform.growHeap(oldCapacity * 2 * ENTRY_SIZE);
        if (larger.isZero()) {
            return false;
        }
        table = larger.toLong();
        capacity = oldCapacity * 2;
        for (long i = 0; i < oldCapacity; i++) {
            Address entry = Address.of(oldTable + i * ENTRY_SIZE);
            if (entry.loadLong() != 0) {
                put(entry.loadLong(), entry.loadLong(CHUNK));
            }
        }
        return true;
    }
}
