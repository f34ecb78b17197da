package blogos.aot.api;

/**
 * A bounds-checked, read-only, little-endian view of a range of memory: the safe face of {@link Address} for parsers of untrusted data.
 *
 * <p>Every access outside the range throws {@link IndexOutOfBoundsException}. The maker of the view vouches that the memory stays
 * mapped while the view is in use.
 */
public final class Bytes {
    private final Address start;
    private final long length;

    private Bytes(Address start, long length) {
        this.start = start;
        this.length = length;
    }

    /** A view of {@code length} bytes of mapped memory. Only trusted code can make one. */
    public static Bytes of(Address start, long length) {
        if (length < 0) {
            throw new IllegalArgumentException("negative length");
        }
        return new Bytes(start, length);
    }

    /** On the host: a view of a copy of the array, which is never freed. */
    public static Bytes copyForTest(byte[] bytes) {
        Address memory = Address.allocateForTest(Math.max(bytes.length, 1));
        memory.copyFrom(bytes, 0, bytes.length);
        return new Bytes(memory, bytes.length);
    }

    /** Size in bytes. */
    public long length() {
        return length;
    }

    /** Address of the first byte, for trusted code. */
    public Address start() {
        return start;
    }

    /** Part of this view. */
    public Bytes slice(long offset, long size) {
        check(offset, size);
        return new Bytes(start.plus(offset), size);
    }

    /** Unsigned byte. */
    public int u8(long offset) {
        check(offset, 1);
        return start.loadByte(offset) & 0xff;
    }

    /** Unsigned 16-bit value. */
    public int u16(long offset) {
        check(offset, 2);
        return start.loadShort(offset) & 0xffff;
    }

    /** Unsigned 32-bit value. */
    public long u32(long offset) {
        check(offset, 4);
        return start.loadInt(offset) & 0xffff_ffffL;
    }

    /** Signed 32-bit value. */
    public int i32(long offset) {
        check(offset, 4);
        return start.loadInt(offset);
    }

    /** 64-bit value. */
    public long i64(long offset) {
        check(offset, 8);
        return start.loadLong(offset);
    }

    /** Copies bytes into an array. */
    public void copyTo(long offset, byte[] target, int from, int count) {
        check(offset, count);
        if (from < 0 || from > target.length - count) {
            throw new IndexOutOfBoundsException(from);
        }
        start.plus(offset).copyTo(target, from, count);
    }

    /** The bytes as ISO-8859-1 text. */
    public String latin1(long offset, int count) {
        char[] chars = new char[Math.max(count, 0)];
        check(offset, count);
        for (int i = 0; i < count; i++) {
            chars[i] = (char) (start.loadByte(offset + i) & 0xff);
        }
        return new String(chars);
    }

    /** The NUL-terminated ISO-8859-1 text at an offset; the NUL must lie inside the view. */
    public String cString(long offset) {
        int count = 0;
        while (u8(offset + count) != 0) {
            count++;
        }
        return latin1(offset, count);
    }

    private void check(long offset, long size) {
        if (offset < 0 || size < 0 || size > length || offset > length - size) {
            throw new IndexOutOfBoundsException(offset);
        }
    }
}
