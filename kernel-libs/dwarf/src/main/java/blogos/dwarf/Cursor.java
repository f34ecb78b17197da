package blogos.dwarf;

import blogos.aot.api.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Reads the primitive encodings of DWARF one after the other from a section. Reading past its end is a
 * {@link DwarfException}.
 */
final class Cursor {
    private final DwarfSection section;
    private final Bytes bytes;
    private long position;

    Cursor(DwarfSection section, long position) throws DwarfException {
        this.section = section;
        this.bytes = section.bytes();
        moveTo(position);
    }

    /** Offset in the section of the byte to read next. */
    long position() {
        return position;
    }

    void moveTo(long newPosition) throws DwarfException {
        if (newPosition < 0 || newPosition > bytes.length()) {
            throw problem("offset outside the section: 0x" + Long.toHexString(newPosition));
        }
        position = newPosition;
    }

    void skip(long count) throws DwarfException {
        if (count < 0 || count > bytes.length() - position) {
            throw problem("data end early");
        }
        position += count;
    }

    int u8() throws DwarfException {
        long at = position;
        skip(1);
        return bytes.u8(at);
    }

    int s8() throws DwarfException {
        return (byte) u8();
    }

    int u16() throws DwarfException {
        long at = position;
        skip(2);
        return bytes.u16(at);
    }

    int u24() throws DwarfException {
        int low = u16();
        return low | u8() << 16;
    }

    long u32() throws DwarfException {
        long at = position;
        skip(4);
        return bytes.u32(at);
    }

    long u64() throws DwarfException {
        long at = position;
        skip(8);
        return bytes.i64(at);
    }

    /** Unsigned LEB128; bits above 64 are lost. DWARF 5 section 7.6. */
    long uleb() throws DwarfException {
        long result = 0;
        for (int shift = 0; ; shift += 7) {
            int b = u8();
            result |= shift < Long.SIZE ? (b & 0x7fL) << shift : 0;
            if (b < 0x80) {
                return result;
            }
        }
    }

    /** An unsigned LEB128 number that must fit in an int. */
    int ulebInt() throws DwarfException {
        long value = uleb();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw problem("number too large");
        }
        return (int) value;
    }

    /** Signed LEB128; bits above 64 are lost. */
    long sleb() throws DwarfException {
        long result = 0;
        for (int shift = 0; ; shift += 7) {
            int b = u8();
            result |= shift < Long.SIZE ? (b & 0x7fL) << shift : 0;
            if (b < 0x80) {
                int used = shift + 7;
                return used < Long.SIZE ? result << Long.SIZE - used >> Long.SIZE - used : result;
            }
        }
    }

    void skipLeb() throws DwarfException {
        while (u8() >= 0x80) {
            continue;
        }
    }

    /** A unit length of the 32-bit DWARF format: the only one LLVM writes for images of our size. */
    long unitLength() throws DwarfException {
        long length = u32();
        if (length >= 0xffff_fff0L) {
            throw problem("64-bit DWARF is not supported");
        }
        if (length > bytes.length() - position) {
            throw problem("unit reaches past the end of the section");
        }
        return length;
    }

    /** NUL-terminated ISO-8859-1 or UTF-8 text. */
    String string() throws DwarfException {
        long start = position;
        skipString();
        int length = (int) (position - 1 - start);
        boolean ascii = true;
        for (int i = 0; i < length && ascii; i++) {
            ascii = bytes.u8(start + i) < 0x80;
        }
        if (ascii) {
            return bytes.latin1(start, length);
        }
        byte[] utf8 = new byte[length];
        bytes.copyTo(start, utf8, 0, length);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    void skipString() throws DwarfException {
        while (u8() != 0) {
            continue;
        }
    }

    DwarfException problem(String problem) {
        return new DwarfException(problem, section.name(), position);
    }
}
