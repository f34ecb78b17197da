package blogos.std;

import blogos.aot.api.Address;
import blogos.aot.runtime.ArrayMemory;
import java.nio.charset.StandardCharsets;

/**
 * Memory for what system calls take by address: little-endian numbers and texts. It is an array, which never moves; the
 * caller keeps the buffer alive until the call is over.
 */
final class CallBuffer {
    private final byte[] bytes;

    /** Zeros. */
    CallBuffer(int size) {
        bytes = new byte[size];
    }

    /** A text as UTF-8. */
    CallBuffer(String text) {
        bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where the byte at an index is. */
    static long address(byte[] array, int index) {
        Address start = ArrayMemory.of(array, index);
        return start.toLong();
    }

    /** Where it begins. */
    long address() {
        return address(bytes, 0);
    }

    /** Size in bytes. */
    int length() {
        return bytes.length;
    }

    /** Stores a u32. */
    void putInt(int offset, int value) {
        put(offset, value, Integer.BYTES);
    }

    /** Stores a u64. */
    void putLong(int offset, long value) {
        put(offset, value, Long.BYTES);
    }

    private void put(int offset, long value, int size) {
        for (int i = 0; i < size; i++) {
            bytes[offset + i] = (byte) (value >>> 8 * i);
        }
    }

    /** The u32 at an offset. */
    int getInt(int offset) {
        return (int) get(offset, Integer.BYTES);
    }

    /** The u64 at an offset. */
    long getLong(int offset) {
        return get(offset, Long.BYTES);
    }

    private long get(int offset, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[offset + i] & 0xff;
        }
        return value;
    }

    /** The UTF-8 text of some bytes. */
    String getText(int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    /** The UTF-8 text from an offset up to a NUL, or to the end. */
    String getText(int offset) {
        int end = offset;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return getText(offset, end - offset);
    }
}
