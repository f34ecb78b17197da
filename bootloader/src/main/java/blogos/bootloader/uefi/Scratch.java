package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.bootloader.BootFailure;

/**
 * Memory at a fixed place for what firmware calls read and write through pointers: results, GUIDs, strings and small
 * buffers.
 *
 * <p>It lies in the stack frame of the entry point, so it is there before the heap is and stays as long as the loader.
 * Its contents last until the next use of the same part: a caller reads a result right after the call that wrote it.
 */
final class Scratch {
    /** Size in bytes. */
    static final int SIZE = 4096;

    /** Size of {@link #buffer} in bytes. */
    static final int BUFFER_SIZE = 2048;

    /** UTF-16 units of a string, its NUL included. */
    static final int TEXT_LENGTH = 512;

    private static final int GUID = 64;
    private static final int TEXT = 128;
    private static final int BUFFER = SIZE - BUFFER_SIZE;

    private static Address base;

    private Scratch() {}

    /** Tells where the memory is: {@link #SIZE} bytes, 16-byte aligned. */
    static void initialize(Address memory) {
        base = memory;
    }

    /** A zeroed 8-byte variable for a result; {@code index} is from 0 to 7. Its address, as a call argument. */
    static long slot(int index) {
        return slot(index, 0);
    }

    /** Sets a variable that a call reads as well as writes. Its address, as a call argument. */
    static long slot(int index, long value) {
        base.storeLong(index * 8, value);
        return base.toLong() + index * 8;
    }

    /** What a call left in a variable. */
    static long result(int index) {
        return base.loadLong(index * 8);
    }

    /** A GUID in memory, as a call argument. */
    static long guid(Guid guid) {
        guid.store(base.plus(GUID));
        return base.toLong() + GUID;
    }

    /** An ASCII string as NUL-terminated UTF-16, as a call argument. */
    static long text(String text) {
        if (text.length() >= TEXT_LENGTH) {
            throw new BootFailure("a name is too long for the firmware");
        }
        for (int i = 0; i < text.length(); i++) {
            textUnit(i, text.charAt(i));
        }
        textUnit(text.length(), '\0');
        return text();
    }

    /** Sets one unit of the string; {@code index} is below {@link #TEXT_LENGTH}. */
    static void textUnit(int index, char unit) {
        base.storeShort(TEXT + index * 2, (short) unit);
    }

    /** The string as it is, as a call argument. */
    static long text() {
        return base.toLong() + TEXT;
    }

    /** {@link #BUFFER_SIZE} bytes for the contents of something. */
    static Address buffer() {
        return base.plus(BUFFER);
    }
}
