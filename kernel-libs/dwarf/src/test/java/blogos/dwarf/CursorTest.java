package blogos.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blogos.aot.api.Bytes;
import org.junit.jupiter.api.Test;

class CursorTest {
    /** The examples of DWARF 5 section 7.6, tables 7.6 and 7.7. */
    @Test
    void readsLeb128() throws DwarfException {
        assertEquals(2, cursor(2).uleb());
        assertEquals(127, cursor(127).uleb());
        assertEquals(128, cursor(0x80, 1).uleb());
        assertEquals(12857, cursor(57 + 0x80, 100).uleb());
        assertEquals(-2, cursor(0x7e).sleb());
        assertEquals(127, cursor(127 + 0x80, 0).sleb());
        assertEquals(-127, cursor(1 + 0x80, 0x7f).sleb());
        assertEquals(-129, cursor(0x7f + 0x80, 0x7e).sleb());
        assertEquals(
                Long.MIN_VALUE,
                cursor(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f)
                        .sleb());
        assertEquals(
                -1,
                cursor(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1).uleb());
    }

    @Test
    void readsFixedSizesAndText() throws DwarfException {
        Cursor in = cursor(1, 2, 0xff, 1, 2, 3, 0xff, 0xff, 0xff, 0xff, 'a', 0xc3, 0xb6, 0);
        assertEquals(0x0201, in.u16());
        assertEquals(-1, in.s8());
        assertEquals(0x030201, in.u24());
        assertEquals(0xffff_ffffL, in.u32());
        assertEquals("a\u00f6", in.string());
    }

    @Test
    void dataThatEndEarlyAreErrors() {
        assertThrows(DwarfException.class, () -> cursor(1, 2, 3).u32());
        assertThrows(DwarfException.class, () -> cursor(0x80).uleb());
        assertThrows(DwarfException.class, () -> cursor('a').string());
        assertThrows(DwarfException.class, () -> cursor(1).skip(-1));
        assertThrows(DwarfException.class, () -> cursor(1).moveTo(2));
        assertThrows(
                DwarfException.class,
                () -> cursor(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0).unitLength());
        assertThrows(DwarfException.class, () -> cursor(1, 0, 0, 0).unitLength());
    }

    private static Cursor cursor(int... values) throws DwarfException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new DwarfSection("test", Bytes.copyForTest(bytes)).at(0);
    }
}
