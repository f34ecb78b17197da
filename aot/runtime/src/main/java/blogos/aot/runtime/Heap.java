package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.jdk.JavaClass;

/**
 * The Java heap: makes objects and arrays in memory of {@link Allocator}. Objects have an 8-byte header, 32 bits of
 * class pointer and 32 bits of status; arrays keep their length at offset 8 and their elements from offset 16 on.
 * Nothing moves.
 */
@NoPoll
public final class Heap {
    /** Bytes of memory that each thread needs to allocate. */
    public static final int THREAD_SIZE = FreeCells.SIZE;

    private static final int HEADER_SIZE = 8;
    private static final int LENGTH_OFFSET = ArrayMemory.LENGTH_OFFSET;
    private static final int ELEMENTS_OFFSET = ArrayMemory.ELEMENTS_OFFSET;

    /** Length from which on HotSpot refuses every array. */
    private static final int FIRST_REFUSED_LENGTH = Integer.MAX_VALUE - 1;

    private static OutOfMemoryError outOfMemory;

    private Heap() {}

    /** Makes the heap usable: called once by {@link Startup}. */
    static void open() {
        if (!Allocator.open()) {
            Platform.fatal("no memory for the heap");
        }
        Tls.storeLong(Tls.FREE_CELLS, Allocator.firstCells().base().toLong());
    }

    /** Makes the error that could not be made when it is needed: called once by {@link Startup}, when there is a thread. */
    static void prepareOutOfMemoryError() {
        outOfMemory = new OutOfMemoryError("Java heap space");
    }

    /** Makes memory of a new thread, {@link #THREAD_SIZE} zero bytes, usable as its {@link Tls#FREE_CELLS}. */
    public static void addThread(Address memory) {
        Allocator.addCells(FreeCells.at(memory));
    }

    /** Ends the use of what {@link #addThread} was given: its thread allocates no more. */
    public static void removeThread(Address memory) {
        Allocator.removeCells(FreeCells.at(memory));
    }

    /** A new object of a class, its fields zero. */
    public static Object newObject(Class<?> c) {
        Address object = allocate(JavaClass.of(c).instanceSize);
        object.storeInt(ClassPointer.encode(c));
        return object.toObject();
    }

    /** A new array of an array class, its elements zero. */
    public static Object newArray(Class<?> arrayClass, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(String.valueOf(length));
        }
        if (length >= FIRST_REFUSED_LENGTH) {
            throw new OutOfMemoryError("Requested array size exceeds VM limit");
        }
        Address array = allocate(ELEMENTS_OFFSET + ((long) length << JavaClass.of(arrayClass).elementShift));
        array.storeInt(ClassPointer.encode(arrayClass));
        array.storeInt(LENGTH_OFFSET, length);
        return array.toObject();
    }

    /**
     * A new array of arrays.
     *
     * @param dimensions the lengths, 32 bits each, outermost first
     * @param count how many lengths there are, at least 1
     */
    public static Object newMultiArray(Class<?> arrayClass, Address dimensions, int count) {
        for (int i = 0; i < count; i++) {
            int length = dimensions.loadInt(i * 4L);
            if (length < 0) {
                throw new NegativeArraySizeException(String.valueOf(length));
            }
        }
        return nested(arrayClass, dimensions, count);
    }

    private static Object nested(Class<?> arrayClass, Address dimensions, int count) {
        int length = dimensions.loadInt();
        Object array = newArray(arrayClass, length);
        if (count > 1) {
            Class<?> component = arrayClass.getComponentType();
            Object[] elements = (Object[]) array;
            for (int i = 0; i < length; i++) {
                elements[i] = nested(component, dimensions.plus(4), count - 1);
            }
        }
        return array;
    }

    /** A copy of an object or array, field by field or element by element. */
    public static Object copyOf(Object original) {
        JavaClass<?> c = JavaClass.of(original.getClass());
        Address from = Address.ofObject(original);
        Object copy;
        long size;
        if (c.kind == JavaClass.KIND_ARRAY) {
            int length = from.loadInt(LENGTH_OFFSET);
            copy = newArray(c.toClass(), length);
            size = ELEMENTS_OFFSET + ((long) length << c.elementShift);
        } else {
            copy = newObject(c.toClass());
            size = c.instanceSize;
        }
        Address.ofObject(copy).plus(HEADER_SIZE).copyFrom(from.plus(HEADER_SIZE), size - HEADER_SIZE);
        return copy;
    }

    /** Length of an array. */
    public static int lengthOf(Object array) {
        return Address.ofObject(array).loadInt(LENGTH_OFFSET);
    }

    /** Bytes that the heap has from the platform. */
    public static long totalBytes() {
        return ChunkList.totalBytes();
    }

    /** Bytes of {@link #totalBytes} that hold no object. */
    public static long freeBytes() {
        HeapStatistics now = HeapStatistics.take();
        return now.totalBytes() - now.usedBytes();
    }

    /** Start of the object that an address points into, or address 0. */
    public static Address objectAt(Address address) {
        return Allocator.objectAt(address);
    }

    /** Bytes that {@link #totalBytes} may grow to. */
    public static long maxBytes() {
        return ChunkList.limit();
    }

    /** Frees what is no longer reachable, where that is possible ({@link Collector}). */
    public static void collect() {
        Collector.collect(false);
    }

    private static Address allocate(long sizeBytes) {
        if (Collector.isDue()) {
            Collector.collectIfDue();
        }
        Address memory = Allocator.allocate(FreeCells.current(), sizeBytes);
        return memory.isZero() ? allocateAtLast(sizeBytes) : memory;
    }

    /** Tries again after collections that spare as little as they can; other threads may take what one has freed. */
    private static Address allocateAtLast(long sizeBytes) {
        int outcome;
        do {
            outcome = Collector.collect(true);
            Address memory = Allocator.allocate(FreeCells.current(), sizeBytes);
            if (!memory.isZero()) {
                return memory;
            }
        } while (outcome == Collector.BY_ANOTHER_THREAD);
        throw outOfMemory;
    }
}
