package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;

/**
 * A bounds-checked, little-endian view of a range of memory that can be read and written: framebuffers, tables in
 * frames, program segments being loaded. Every access outside throws {@link IndexOutOfBoundsException}. The maker of
 * the view vouches that the memory stays mapped while the view is in use.
 */
public final class MemoryWindow {
    private final Address start;
    private final long length;

    private MemoryWindow(Address start, long length) {
        this.start = start;
        this.length = length;
    }

    /** A view of {@code length} bytes of mapped memory. Only trusted code can make one. */
    public static MemoryWindow of(Address start, long length) {
        if (length < 0) {
            throw new IllegalArgumentException("negative length");
        }
        return new MemoryWindow(start, length);
    }

    /** Size in bytes. */
    public long length() {
        return length;
    }

    /** Virtual address of the first byte. */
    public VirtAddr start() {
        return VirtAddr.of(start.toLong());
    }

    /** Part of this view. */
    public MemoryWindow slice(long offset, long size) {
        check(offset, size);
        return new MemoryWindow(start.plus(offset), size);
    }

    /** The same memory, read-only. */
    public Bytes asBytes() {
        return Bytes.of(start, length);
    }

    /** Unsigned byte. */
    public int loadByte(long offset) {
        check(offset, 1);
        return start.loadUnsignedByte(offset);
    }

    /** Stores the low 8 bits. */
    public void storeByte(long offset, int value) {
        check(offset, 1);
        start.storeByte(offset, (byte) value);
    }

    /** 32-bit value. */
    public int loadInt(long offset) {
        check(offset, 4);
        return start.loadInt(offset);
    }

    /** Stores a 32-bit value. */
    public void storeInt(long offset, int value) {
        check(offset, 4);
        start.storeInt(offset, value);
    }

    /** 64-bit value. */
    public long loadLong(long offset) {
        check(offset, 8);
        return start.loadLong(offset);
    }

    /** Stores a 64-bit value. */
    public void storeLong(long offset, long value) {
        check(offset, 8);
        start.storeLong(offset, value);
    }

    /** Stores the same 32-bit value {@code count} times. */
    public void fillInts(long offset, int count, int value) {
        check(offset, count * 4L);
        for (int i = 0; i < count; i++) {
            start.storeInt(offset + i * 4L, value);
        }
    }

    /** Sets bytes. */
    public void fill(long offset, long size, int value) {
        check(offset, size);
        start.plus(offset).fill(size, (byte) value);
    }

    /** Copies a range of this memory to another place in it; the ranges may overlap. */
    public void move(long to, long from, long size) {
        check(to, size);
        check(from, size);
        start.plus(to).copyFrom(start.plus(from), size);
    }

    /** Copies all bytes of a view to an offset. */
    public void copyFrom(long offset, Bytes source) {
        check(offset, source.length());
        start.plus(offset).copyFrom(source.start(), source.length());
    }

    /** Copies bytes of an array to an offset. */
    public void copyFrom(long offset, byte[] source, int from, int count) {
        check(offset, count);
        if (from < 0 || from > source.length - count) {
            throw new IndexOutOfBoundsException(from);
        }
        start.plus(offset).copyFrom(source, from, count);
    }

    /** Copies bytes from an offset into an array. */
    public void copyTo(long offset, byte[] target, int from, int count) {
        check(offset, count);
        if (from < 0 || from > target.length - count) {
            throw new IndexOutOfBoundsException(from);
        }
        start.plus(offset).copyTo(target, from, count);
    }

    /** Address of a range inside this view. */
    Address place(long offset, long size) {
        check(offset, size);
        return start.plus(offset);
    }

    private void check(long offset, long size) {
        if (offset < 0 || size < 0 || size > length || offset > length - size) {
            throw new IndexOutOfBoundsException(offset);
        }
    }
}
