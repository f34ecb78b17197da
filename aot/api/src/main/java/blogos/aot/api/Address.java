package blogos.aot.api;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * A raw 64-bit machine address: the way to memory outside the Java heap. Only trusted modules may use it.
 *
 * <p>Accesses are unchecked, little-endian and may be unaligned; the {@code Volatile} ones are atomic when aligned and ordered as Java's volatile accesses.
 * Comparison is unsigned. On a host JVM the same class works on real memory, so that code over it can be tested there with
 * memory from {@link #allocateForTest}.
 */
@Word
public final class Address {
    private final long value;

    private Address(long value) {
        this.value = value;
    }

    /** The address with the given bits. */
    public static Address of(long value) {
        return new Address(value);
    }

    /** Address 0. */
    public static Address zero() {
        return new Address(0);
    }

    /** The address of an object's header. In images only: objects do not move there. */
    @Intrinsic
    public static Address ofObject(Object object) {
        throw new UnsupportedOperationException("objects have no address on the host");
    }

    /** The object whose header is here. In images only; the caller vouches for it. */
    @Intrinsic
    public Object toObject() {
        throw new UnsupportedOperationException("objects have no address on the host");
    }

    /** Memory for a unit test on the host, zeroed, never freed. */
    public static Address allocateForTest(long sizeBytes) {
        long memory = Host.UNSAFE.allocateMemory(sizeBytes);
        Host.UNSAFE.setMemory(memory, sizeBytes, (byte) 0);
        return new Address(memory);
    }

    /** The bits. */
    public long toLong() {
        return value;
    }

    /** Whether this is address 0. */
    public boolean isZero() {
        return value == 0;
    }

    /** The address {@code offset} bytes on. */
    public Address plus(long offset) {
        return new Address(value + offset);
    }

    /** The address {@code offset} bytes back. */
    public Address minus(long offset) {
        return new Address(value - offset);
    }

    /** Bytes from {@code base} up to this address. */
    public long distanceFrom(Address base) {
        return value - base.value;
    }

    /** Rounds down to a multiple of a power of two. */
    public Address alignDown(long alignment) {
        return new Address(value & -alignment);
    }

    /** Rounds up to a multiple of a power of two. */
    public Address alignUp(long alignment) {
        return new Address((value + alignment - 1) & -alignment);
    }

    /** Whether both are the same address. */
    public boolean isSame(Address other) {
        return value == other.value;
    }

    /** Unsigned less-than. */
    public boolean isBelow(Address other) {
        return value + Long.MIN_VALUE < other.value + Long.MIN_VALUE;
    }

    /** Loads byte. */
    @Intrinsic
    public byte loadByte() {
        return Host.UNSAFE.getByte(value);
    }

    /** Loads byte {@code offset} bytes on. */
    @Intrinsic
    public byte loadByte(long offset) {
        return Host.UNSAFE.getByte(value + offset);
    }

    /** Stores byte. */
    @Intrinsic
    public void storeByte(byte v) {
        Host.UNSAFE.putByte(value, v);
    }

    /** Stores byte {@code offset} bytes on. */
    @Intrinsic
    public void storeByte(long offset, byte v) {
        Host.UNSAFE.putByte(value + offset, v);
    }

    /** Loads byte, volatile. */
    @Intrinsic
    public byte loadByteVolatile(long offset) {
        return Host.UNSAFE.getByteVolatile(null, value + offset);
    }

    /** Stores byte, volatile. */
    @Intrinsic
    public void storeByteVolatile(long offset, byte v) {
        Host.UNSAFE.putByteVolatile(null, value + offset, v);
    }

    /** Loads short. */
    @Intrinsic
    public short loadShort() {
        return Host.UNSAFE.getShort(value);
    }

    /** Loads short {@code offset} bytes on. */
    @Intrinsic
    public short loadShort(long offset) {
        return Host.UNSAFE.getShort(value + offset);
    }

    /** Stores short. */
    @Intrinsic
    public void storeShort(short v) {
        Host.UNSAFE.putShort(value, v);
    }

    /** Stores short {@code offset} bytes on. */
    @Intrinsic
    public void storeShort(long offset, short v) {
        Host.UNSAFE.putShort(value + offset, v);
    }

    /** Loads short, volatile. */
    @Intrinsic
    public short loadShortVolatile(long offset) {
        return Host.UNSAFE.getShortVolatile(null, value + offset);
    }

    /** Stores short, volatile. */
    @Intrinsic
    public void storeShortVolatile(long offset, short v) {
        Host.UNSAFE.putShortVolatile(null, value + offset, v);
    }

    /** Loads int. */
    @Intrinsic
    public int loadInt() {
        return Host.UNSAFE.getInt(value);
    }

    /** Loads int {@code offset} bytes on. */
    @Intrinsic
    public int loadInt(long offset) {
        return Host.UNSAFE.getInt(value + offset);
    }

    /** Stores int. */
    @Intrinsic
    public void storeInt(int v) {
        Host.UNSAFE.putInt(value, v);
    }

    /** Stores int {@code offset} bytes on. */
    @Intrinsic
    public void storeInt(long offset, int v) {
        Host.UNSAFE.putInt(value + offset, v);
    }

    /** Loads int, volatile. */
    @Intrinsic
    public int loadIntVolatile(long offset) {
        return Host.UNSAFE.getIntVolatile(null, value + offset);
    }

    /** Stores int, volatile. */
    @Intrinsic
    public void storeIntVolatile(long offset, int v) {
        Host.UNSAFE.putIntVolatile(null, value + offset, v);
    }

    /** Loads long. */
    @Intrinsic
    public long loadLong() {
        return Host.UNSAFE.getLong(value);
    }

    /** Loads long {@code offset} bytes on. */
    @Intrinsic
    public long loadLong(long offset) {
        return Host.UNSAFE.getLong(value + offset);
    }

    /** Stores long. */
    @Intrinsic
    public void storeLong(long v) {
        Host.UNSAFE.putLong(value, v);
    }

    /** Stores long {@code offset} bytes on. */
    @Intrinsic
    public void storeLong(long offset, long v) {
        Host.UNSAFE.putLong(value + offset, v);
    }

    /** Loads long, volatile. */
    @Intrinsic
    public long loadLongVolatile(long offset) {
        return Host.UNSAFE.getLongVolatile(null, value + offset);
    }

    /** Stores long, volatile. */
    @Intrinsic
    public void storeLongVolatile(long offset, long v) {
        Host.UNSAFE.putLongVolatile(null, value + offset, v);
    }

    /** Loads an unsigned byte. */
    public int loadUnsignedByte(long offset) {
        return loadByte(offset) & 0xff;
    }

    /** Loads an unsigned 16-bit value. */
    public int loadUnsignedShort(long offset) {
        return loadShort(offset) & 0xffff;
    }

    /** Loads an unsigned 32-bit value. */
    public long loadUnsignedInt(long offset) {
        return loadInt(offset) & 0xffff_ffffL;
    }

    /** Loads an address. */
    public Address loadAddress(long offset) {
        return new Address(loadLong(offset));
    }

    /** Stores an address. */
    public void storeAddress(long offset, Address v) {
        storeLong(offset, v.value);
    }

    /** Loads a reference. In images only. */
    @Intrinsic
    public Object loadReference(long offset) {
        throw new UnsupportedOperationException("objects have no address on the host");
    }

    /** Stores a reference. In images only. */
    @Intrinsic
    public void storeReference(long offset, Object v) {
        throw new UnsupportedOperationException("objects have no address on the host");
    }

    /** Atomically sets an int if it has the expected value; whether it did. */
    @Intrinsic
    public boolean compareAndSetInt(long offset, int expected, int v) {
        return Host.UNSAFE.compareAndSwapInt(null, value + offset, expected, v);
    }

    /** Atomically sets a long if it has the expected value; whether it did. */
    @Intrinsic
    public boolean compareAndSetLong(long offset, long expected, long v) {
        return Host.UNSAFE.compareAndSwapLong(null, value + offset, expected, v);
    }

    /** Copies bytes from {@code source} to here; the ranges may overlap. */
    @Intrinsic
    public void copyFrom(Address source, long sizeBytes) {
        Host.UNSAFE.copyMemory(source.value, value, sizeBytes);
    }

    /** Sets bytes. */
    @Intrinsic
    public void fill(long sizeBytes, byte v) {
        Host.UNSAFE.setMemory(value, sizeBytes, v);
    }

    /** Copies {@code length} bytes from here into an array. The caller has checked the range in the array. */
    public void copyTo(byte[] target, int from, int length) {
        for (int i = 0; i < length; i++) {
            target[from + i] = loadByte(i);
        }
    }

    /** Copies {@code length} bytes of an array to here. */
    public void copyFrom(byte[] source, int from, int length) {
        for (int i = 0; i < length; i++) {
            storeByte(i, source[from + i]);
        }
    }

    /** Never reached in an image. */
    private static final class Host {
        static final Unsafe UNSAFE = unsafe();

        private static Unsafe unsafe() {
            try {
                Field field = Unsafe.class.getDeclaredField("theUnsafe");
                field.setAccessible(true);
                return (Unsafe) field.get(null);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
