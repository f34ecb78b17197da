package blogos.hal;

import blogos.aot.api.Word;

/** A physical byte address. Comparison is unsigned. */
@Word
public final class PhysAddr {
    private final long value;

    private PhysAddr(long value) {
        this.value = value;
    }

    /** The address with the given bits. */
    public static PhysAddr of(long value) {
        return new PhysAddr(value);
    }

    /** The bits. */
    public long toLong() {
        return value;
    }

    /** The address {@code offset} bytes on. */
    public PhysAddr plus(long offset) {
        return new PhysAddr(value + offset);
    }

    /** Bytes from {@code base} up to this address. */
    public long distanceFrom(PhysAddr base) {
        return value - base.value;
    }

    /** Whether the address is a multiple of a power of two. */
    public boolean isAligned(long alignment) {
        return (value & (alignment - 1)) == 0;
    }

    /** Whether both are the same address. */
    public boolean isSame(PhysAddr other) {
        return value == other.value;
    }

    /** Unsigned less-than. */
    public boolean isBelow(PhysAddr other) {
        return Long.compareUnsigned(value, other.value) < 0;
    }
}
