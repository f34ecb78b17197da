package blogos.dwarf;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** A copy of an array as the raw memory that views are made of, on the host JVM. */
public final class HostMemory implements AutoCloseable {
    private static final Unsafe UNSAFE = unsafe();

    private final long address;
    private final long length;

    /** Copies an array. */
    public HostMemory(byte[] bytes) {
        length = bytes.length;
        address = UNSAFE.allocateMemory(Math.max(length, 1));
        UNSAFE.copyMemory(bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET, null, address, length);
    }

    /** The bytes. Not to be used after {@link #close}. */
    public Bytes bytes() {
        return Bytes.of(Address.of(address), length);
    }

    @Override
    public void close() {
        UNSAFE.freeMemory(address);
    }

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
