package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.jdk.JavaClass;

/**
 * Marks what is reachable. Marked objects whose references have not been followed wait on an explicit stack, so the
 * depth of a structure costs no machine stack. If the stack is full and cannot grow, objects are marked without being
 * put on it, and {@link #drain} later visits all marked objects of the heap again until none was left out.
 *
 * <p>An entry is an object and, for an array, the index at which to go on: long arrays are followed in slices, so that
 * they take one entry and not one for each element.
 *
 * <p>Most of the time goes into waiting for memory. So a marked object first passes through a short ring, while the
 * cache fetches its header.
 */
@NoPoll
final class Marker {
    private static final int ENTRY_SIZE = 16;
    private static final int INDEX = 8;
    private static final long FIRST_SIZE = 32 << 10;

    /** Elements of an array that are followed at a time. */
    private static final int SLICE = 64;

    private static final int REFERENCE_SIZE = 8;

    /** Size of the ring in bytes, a power of two; it lies before the first stack. */
    private static final int RING_SIZE = 16 * REFERENCE_SIZE;

    private static long ring;
    private static int ringPosition;
    private static long stack;
    private static long top;
    private static long end;
    private static boolean overflowed;

    private Marker() {}

    /** Gets memory for the stack. Called once; false if there is none. */
    static boolean open() {
        Address memory = ChunkList.addTable(FIRST_SIZE);
        ring = memory.toLong();
        stack = ring + RING_SIZE;
        top = stack;
        end = ring + FIRST_SIZE;
        return !memory.isZero();
    }

    /** Marks the object that a reference leads to; null and objects of the image are passed over. */
    static void mark(Address object) {
        Address found = object.isZero() ? object : ChunkTable.find(object);
        if (found.isZero()) {
            if (PluginUse.checked != 0) {
                PluginUse.note(object);
            }
            return;
        }
        HeapChunk chunk = HeapChunk.at(found);
        boolean isNew;
        if (!chunk.isHuge() && chunk.kind(chunk.pageAt(object)) == HeapChunk.BLOCK) {
            HeapBlock block = chunk.block(chunk.pageAt(object));
            isNew = block.mark(block.cellAt(object));
        } else {
            isNew = chunk.markLarge(object);
        }
        if (isNew) {
            if (PluginUse.checked != 0) {
                PluginUse.noteClassOf(object);
            }
            prefetch(object);
            Address earlier = exchangeInRing(object);
            if (!earlier.isZero()) {
                push(earlier, 0);
            }
        }
    }

    /** Puts an object (or 0) into the ring, and answers what has been in it for longest (or 0). */
    private static Address exchangeInRing(Address object) {
        Address slot = Address.of(ring + ringPosition);
        Address earlier = slot.loadAddress(0);
        slot.storeAddress(0, object);
        ringPosition = ringPosition + REFERENCE_SIZE & RING_SIZE - 1;
        return earlier;
    }

    /** Marks the object that an address points into, if it points into one: for memory whose contents are unknown. */
    static void markAround(Address address) {
        Address object = Allocator.objectAt(address);
        if (!object.isZero()) {
            mark(object);
        } else if (PluginUse.checked != 0) {
            PluginUse.note(address);
        }
    }

    /** Whether an object is marked, or lies outside of the heap and needs no mark. */
    static boolean isMarked(Address object) {
        Address found = ChunkTable.find(object);
        if (found.isZero()) {
            return true;
        }
        HeapChunk chunk = HeapChunk.at(found);
        if (chunk.isHuge() || chunk.kind(chunk.pageAt(object)) != HeapChunk.BLOCK) {
            return chunk.isLargeMarked(object);
        }
        HeapBlock block = chunk.block(chunk.pageAt(object));
        return block.isMarked(block.cellAt(object));
    }

    /** Follows the references of all objects on the stack, and of those found that way. */
    static void drain() {
        drainStack();
        while (overflowed) {
            overflowed = false;
            for (Address c = ChunkList.first(); !c.isZero(); c = HeapChunk.at(c).next()) {
                followMarked(HeapChunk.at(c));
            }
        }
    }

    /** Marks what an object refers to, and what that refers to. */
    static void follow(Address object) {
        push(object, 0);
        drainStack();
    }

    private static void drainStack() {
        do {
            while (top != stack) {
                top -= ENTRY_SIZE;
                followEntry(Address.of(top).loadAddress(0), (int) Address.of(top).loadLong(INDEX));
            }
            emptyRing();
        } while (top != stack);
    }

    private static void emptyRing() {
        for (int i = 0; i < RING_SIZE; i += REFERENCE_SIZE) {
            Address object = exchangeInRing(Address.zero());
            if (!object.isZero()) {
                push(object, 0);
            }
        }
    }

    private static void followEntry(Address object, int index) {
        JavaClass<?> c = JavaClass.of(object.toObject().getClass());
        if (c.kind == JavaClass.KIND_ARRAY) {
            followArray(object, index);
            return;
        }
        long skipped = WeakReferences.isReference(c) ? WeakReferences.discover(object, c) : 0;
        Address map = Address.of(c.referenceMap);
        int count = map.loadUnsignedShort(0);
        for (int i = 1; i <= count; i++) {
            int offset = map.loadUnsignedShort(2L * i);
            if (offset != skipped) {
                mark(object.loadAddress(offset));
            }
        }
    }

    private static void followArray(Address array, int index) {
        int length = array.loadInt(ArrayMemory.LENGTH_OFFSET);
        int limit = length;
        if (length - index > SLICE) {
            limit = index + SLICE;
            push(array, limit);
        }
        Address elements = array.plus(ArrayMemory.ELEMENTS_OFFSET);
        for (int i = index; i < limit; i++) {
            mark(elements.loadAddress((long) i * REFERENCE_SIZE));
        }
    }

    /** Puts an object on the stack unless it has no references. */
    private static void push(Address object, int index) {
        JavaClass<?> c = JavaClass.of(object.toObject().getClass());
        boolean isLeaf = c.kind == JavaClass.KIND_ARRAY
                ? c.componentType.kind == JavaClass.KIND_PRIMITIVE
                : Address.of(c.referenceMap).loadUnsignedShort(0) == 0;
        if (isLeaf) {
            return;
        }
        if (top == end && !grow()) {
            overflowed = true;
            return;
        }
        Address.of(top).storeAddress(0, object);
        Address.of(top).storeLong(INDEX, index);
        top += ENTRY_SIZE;
    }

    /** Doubles the stack; false if there is no memory. */
    private static boolean grow() {
        long size = end - stack;
        Address larger = ChunkList.addTable(size * 2);
        if (larger.isZero()) {
            return false;
        }
        larger.copyFrom(Address.of(stack), size);
        stack = larger.toLong();
        top = stack + size;
        end = stack + size * 2;
        return true;
    }

    @Asm(value = "prefetcht0 ($0)", constraints = "r")
    private static native void prefetch(Address address);

    private static void followMarked(HeapChunk chunk) {
        if (chunk.isHuge()) {
            followIfMarked(chunk.isHugeInUse(), chunk.hugeObject());
            return;
        }
        for (int page = HeapChunk.FIRST_PAGE; page < HeapChunk.PAGES; page++) {
            int kind = chunk.kind(page);
            if (kind == HeapChunk.BLOCK && page % HeapChunk.BLOCK_PAGES == 0) {
                HeapBlock block = chunk.block(page);
                int count = block.cellCount();
                for (int cell = 0; cell < count; cell++) {
                    followIfMarked(block.isMarked(cell), block.cell(cell));
                }
            } else {
                followIfMarked(kind == HeapChunk.LARGE, chunk.page(page));
            }
        }
    }

    private static void followIfMarked(boolean mayBeMarked, Address object) {
        if (mayBeMarked && isMarked(object)) {
            follow(object);
        }
    }
}
