package blogos.kernel.syscalls;

import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** A record that a system call fills in a program's memory or reads from there: little-endian numbers at fixed offsets. */
final class Record {
    private final byte[] bytes;

    /** A record of zeros. */
    Record(int size) {
        bytes = new byte[size];
    }

    /** Reads a record of a program. */
    static Record read(Process process, long address, int size) throws SyscallException {
        Record record = new Record(size);
        if (!process.buffer(address, size).copyIn(0, record.bytes, size)) {
            throw new SyscallException(IoError.BAD_ADDRESS);
        }
        return record;
    }

    /** Reads a u64 of a program. */
    static long readLong(Process process, long address) throws SyscallException {
        return read(process, address, Long.BYTES).getLong(0);
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

    /** Stores the first bytes of an array. */
    void putBytes(int offset, byte[] source, int count) {
        System.arraycopy(source, 0, bytes, offset, count);
    }

    /** Writes it to a program's memory. */
    void copyTo(Process process, long address) throws SyscallException {
        if (!process.buffer(address, bytes.length).copyOut(0, bytes, bytes.length)) {
            throw new SyscallException(IoError.BAD_ADDRESS);
        }
    }
}
