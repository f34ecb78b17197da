package blogos.terminal;

/**
 * A queue of bytes in fixed memory between one writer and one reader, of which either may interrupt the other: an
 * interrupt handler and the task that it wakes. Nothing allocates after construction, nothing waits.
 */
public final class ByteRing {
    private final byte[] bytes;
    private final int mask;
    private volatile int written;
    private volatile int read;

    /** A queue for {@code capacity} bytes, a power of two. */
    public ByteRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity must be a power of two");
        }
        bytes = new byte[capacity];
        mask = capacity - 1;
    }

    /** Whether there is nothing to {@link #take}. */
    public boolean isEmpty() {
        return written == read;
    }

    /** Whether there is no room. */
    public boolean isFull() {
        return written - read == bytes.length;
    }

    /** Bytes that can be taken. */
    public int size() {
        return written - read;
    }

    /** For the writer: appends the low 8 bits. Answers false, and drops them, if there is no room. */
    public boolean put(int value) {
        int position = written;
        if (position - read == bytes.length) {
            return false;
        }
        bytes[position & mask] = (byte) value;
        written = position + 1;
        return true;
    }

    /** For the reader: removes the oldest byte and answers it as 0 to 255, or -1 if there is none. */
    public int take() {
        int position = read;
        if (position == written) {
            return -1;
        }
        int value = bytes[position & mask] & 0xff;
        read = position + 1;
        return value;
    }
}
