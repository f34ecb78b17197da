package blogos.kernel.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextGridTest {
    private static TextGrid grid(int columns, int rows, String text) {
        TextGrid grid = new TextGrid(columns, rows);
        print(grid, text);
        return grid;
    }

    private static void print(TextGrid grid, String text) {
        for (char c : text.toCharArray()) {
            grid.print(c);
        }
    }

    private static String row(TextGrid grid, int row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < grid.columns(); i++) {
            text.append(TextGrid.characterOf(grid.cell(row * grid.columns() + i)));
        }
        return text.toString();
    }

    private static int foreground(TextGrid grid, int index) {
        return TextGrid.foregroundOf(grid.cell(index));
    }

    @Test
    void linesWrapAndScroll() {
        TextGrid grid = grid(4, 2, "abcdef\ngh");
        assertEquals("ef  ", row(grid, 0));
        assertEquals("gh  ", row(grid, 1));
        assertEquals(6, grid.cursor());
    }

    @Test
    void aFullLineWrapsOnlyWithTheNextCharacter() {
        TextGrid grid = grid(4, 3, "abcd\nef");
        assertEquals("abcd", row(grid, 0));
        assertEquals("ef  ", row(grid, 1));
    }

    @Test
    void controlCharacters() {
        assertEquals("xbcd", row(grid(4, 1, "abcd\rx"), 0));
        assertEquals("aXc ", row(grid(4, 1, "abc\b\bX"), 0));
        assertEquals("a       b  ", row(grid(11, 1, "a\tb"), 0));
        assertEquals("ab  ", row(grid(4, 1, "a\u0007\u0000\u007fb"), 0));
    }

    @Test
    void coloursAreSelectedAndReset() {
        TextGrid grid =
                grid(10, 1, "a\u001b[31mb\u001b[1mc\u001b[0;92;44md\u001b[me\u001b[38;5;12mf\u001b[38;2;1;2;3mg");
        assertEquals("abcdefg   ", row(grid, 0));
        assertEquals(7, foreground(grid, 0));
        assertEquals(1, foreground(grid, 1));
        assertEquals(9, foreground(grid, 2));
        assertEquals(10, foreground(grid, 3));
        assertEquals(4, TextGrid.backgroundOf(grid.cell(3)));
        assertEquals(7, foreground(grid, 4));
        assertEquals(0, TextGrid.backgroundOf(grid.cell(4)));
        assertEquals(12, foreground(grid, 5));
        assertEquals(12, foreground(grid, 6));
    }

    @Test
    void clearingAndMoving() {
        TextGrid grid = grid(4, 2, "abcdefgh");
        print(grid, "\u001b[2;3H\u001b[K");
        assertEquals("ef  ", row(grid, 1));
        print(grid, "\u001b[2J\u001b[HX");
        assertEquals("X   ", row(grid, 0));
        assertEquals("    ", row(grid, 1));
        print(grid, "\u001b[99;99HY");
        assertEquals("   Y", row(grid, 1));
    }

    @Test
    void changedRowsAreKnown() {
        TextGrid grid = grid(4, 3, "ab\ncd");
        grid.clean();
        assertTrue(grid.dirtyFrom() >= grid.dirtyTo());
        print(grid, "e");
        assertEquals(1, grid.dirtyFrom());
        assertEquals(2, grid.dirtyTo());
        print(grid, "\n\n");
        assertEquals(0, grid.dirtyFrom());
        assertEquals(3, grid.dirtyTo());
        grid.clean();
        print(grid, "\u001b[2;1H\u001b[K");
        assertEquals(1, grid.dirtyFrom());
        assertEquals(2, grid.dirtyTo());
    }

    /** Rows that are not marked look as before, whatever is printed. */
    @Test
    void noChangeIsForgotten() {
        Random random = new Random(9);
        TextGrid grid = new TextGrid(7, 4);
        int[] shown = new int[28];
        String frequent = "\u001b[;012mJKH\n\rab";
        for (int i = 0; i < 50_000; i++) {
            grid.print(frequent.charAt(random.nextInt(frequent.length())));
            for (int index = 0; index < shown.length; index++) {
                boolean isDirty = index / 7 >= grid.dirtyFrom() && index / 7 < grid.dirtyTo();
                if (isDirty) {
                    shown[index] = grid.cell(index);
                }
                assertEquals(shown[index], grid.cell(index));
            }
            grid.clean();
        }
    }

    @Test
    void anyInputIsSurvived() {
        Random random = new Random(7);
        TextGrid grid = new TextGrid(7, 3);
        String frequent = "\u001b[;0123456789mJKH\n\r\b\t";
        for (int i = 0; i < 200_000; i++) {
            grid.print(
                    random.nextInt(4) == 0
                            ? (char) random.nextInt()
                            : frequent.charAt(random.nextInt(frequent.length())));
            assertTrue(grid.cursor() >= 0 && grid.cursor() < 21);
        }
    }

    @Test
    void everyGlyphIsInTheFont() {
        byte[] rows = Font.rows();
        for (int c = 0; c <= 0xffff; c++) {
            int glyph = Font.glyphOf((char) c);
            assertTrue(glyph >= 0 && (glyph + 1) * Font.HEIGHT <= rows.length);
        }
        assertEquals(-1, rows[Font.glyphOf('\u2588') * Font.HEIGHT]);
        assertEquals(0x7c, rows[Font.glyphOf('A') * Font.HEIGHT + 2]);
        assertEquals(rows.length, (Font.glyphOf('\ufffd') + 1) * Font.HEIGHT);
    }
}
