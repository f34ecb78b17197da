package blogos.aot.runtime;

import blogos.aot.api.Address;

/** Where the elements of arrays lie. Arrays never move; the caller keeps the array alive and has checked the index. */
public final class ArrayMemory {
    /** Offset of the length (32 bits) in an array. */
    static final int LENGTH_OFFSET = 8;

    /** Offset of the first element in an array. */
    static final int ELEMENTS_OFFSET = 16;

    private ArrayMemory() {}

    /** Address of an element of a byte array. */
    public static Address of(byte[] array, int index) {
        return Address.ofObject(array).plus(ELEMENTS_OFFSET + index);
    }
}
