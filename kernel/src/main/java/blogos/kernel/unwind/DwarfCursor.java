package blogos.kernel.unwind;

import blogos.aot.api.Bytes;

/**
 * A position in DWARF data. Reading past the end throws {@link IndexOutOfBoundsException}, so every loop that reads
 * ends.
 */
final class DwarfCursor {
    /** Bits of an encoding that say how long the number is. */
    static final int FORMAT = 0x0f;

    private static final int ABSOLUTE = 0;
    private static final int UNSIGNED_4 = 3;
    private static final int SIGNED_4 = 11;
    private static final int SIGNED_8 = 12;
    private static final int PC_RELATIVE = 0x10;

    private final Bytes bytes;
    private final long address;
    private long position;

    /** At an offset of the contents of a section that the program sees at an address. */
    DwarfCursor(Bytes bytes, long address, long position) {
        this.bytes = bytes;
        this.address = address;
        this.position = position;
    }

    /** Offset of the next byte. */
    long position() {
        return position;
    }

    void moveTo(long offset) {
        position = offset;
    }

    int u8() {
        int value = bytes.u8(position);
        position++;
        return value;
    }

    int u16() {
        int value = bytes.u16(position);
        position += 2;
        return value;
    }

    long u32() {
        long value = bytes.u32(position);
        position += 4;
        return value;
    }

    /** A LEB128 number, read as unsigned; bits above 63 are lost. */
    long unsigned() {
        long value = 0;
        int shift = 0;
        int b;
        do {
            b = u8();
            value |= shift < Long.SIZE ? (long) (b & 0x7f) << shift : 0;
            shift += 7;
        } while ((b & 0x80) != 0);
        return value;
    }

    /** A LEB128 number, read as signed. */
    long signed() {
        long value = 0;
        int shift = 0;
        int b;
        do {
            b = u8();
            value |= shift < Long.SIZE ? (long) (b & 0x7f) << shift : 0;
            shift += 7;
        } while ((b & 0x80) != 0);
        return shift < Long.SIZE && (b & 0x40) != 0 ? value | -1L << shift : value;
    }

    /**
     * A number in one of the encodings of exception handling tables (Linux Standard Base, 10.5).
     *
     * @throws IndexOutOfBoundsException if the encoding is unknown
     */
    long encoded(int encoding) {
        long base = (encoding & PC_RELATIVE) != 0 ? address + position : 0;
        long value;
        switch (encoding & FORMAT) {
            case ABSOLUTE, SIGNED_8 -> {
                value = bytes.i64(position);
                position += 8;
            }
            case UNSIGNED_4 -> value = u32();
            case SIGNED_4 -> value = (int) u32();
            default -> throw new IndexOutOfBoundsException(encoding);
        }
        if ((encoding & ~(FORMAT | PC_RELATIVE)) != 0) {
            throw new IndexOutOfBoundsException(encoding);
        }
        return base + value;
    }
}
