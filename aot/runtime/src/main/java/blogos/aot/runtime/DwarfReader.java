package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;

/**
 * Reads the number formats of DWARF (version 5, 7.6) and of exception tables (Linux Standard Base, 10.5.1) one after
 * another. The position is kept in memory that the caller provides, so that reading allocates nothing.
 */
@Word
@NoPoll
final class DwarfReader {
    /** Encoding of a pointer that is not there. */
    static final int OMITTED = 0xff;

    private static final int PC_RELATIVE = 0x10;
    private static final int DATA_RELATIVE = 0x30;
    private static final int APPLICATION = 0x70;
    private static final int INDIRECT = 0x80;

    /** Address of the 8 bytes that hold the position. */
    private final long slot;

    private DwarfReader(long slot) {
        this.slot = slot;
    }

    /** A reader whose position lies at {@code slot} and is set to {@code start}. */
    static DwarfReader open(Address slot, Address start) {
        slot.storeAddress(0, start);
        return new DwarfReader(slot.toLong());
    }

    Address position() {
        return Address.of(slot).loadAddress(0);
    }

    void moveTo(Address position) {
        Address.of(slot).storeAddress(0, position);
    }

    void skip(long sizeBytes) {
        moveTo(position().plus(sizeBytes));
    }

    int u8() {
        int value = position().loadUnsignedByte(0);
        skip(1);
        return value;
    }

    int u16() {
        int value = position().loadUnsignedShort(0);
        skip(2);
        return value;
    }

    long u32() {
        long value = position().loadUnsignedInt(0);
        skip(4);
        return value;
    }

    long i64() {
        long value = position().loadLong(0);
        skip(8);
        return value;
    }

    /** Unsigned LEB128. */
    long unsigned() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = u8();
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next >= 0x80);
        return value;
    }

    /** Signed LEB128. */
    long signed() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = u8();
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next >= 0x80);
        return shift < 64 ? value << 64 - shift >> 64 - shift : value;
    }

    /** The number of an encoded pointer, without what it is relative to. */
    long encodedValue(int encoding) {
        return switch (encoding & 0xf) {
            case 0x1 -> unsigned();
            case 0x2 -> u16();
            case 0x3 -> u32();
            case 0x9 -> signed();
            case 0xa -> (short) u16();
            case 0xb -> (int) u32();
            default -> i64();
        };
    }

    /**
     * An encoded pointer; address 0 stays 0 whatever it is relative to. {@code dataBase} is what data-relative ones are
     * relative to.
     */
    Address encoded(int encoding, Address dataBase) {
        Address here = position();
        long value = encodedValue(encoding);
        if (value == 0) {
            return Address.zero();
        }
        long base = 0;
        if ((encoding & APPLICATION) == PC_RELATIVE) {
            base = here.toLong();
        } else if ((encoding & APPLICATION) == DATA_RELATIVE) {
            base = dataBase.toLong();
        }
        Address pointer = Address.of(base + value);
        return (encoding & INDIRECT) != 0 ? pointer.loadAddress(0) : pointer;
    }
}
