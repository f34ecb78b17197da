package blogos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDisciplineTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private int interrupts;
    private final LineDiscipline discipline = new LineDiscipline(screen::write, () -> interrupts++);

    private void type(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            assertTrue(discipline.hasRoom(1));
            discipline.input(b & 0xff);
        }
    }

    private String read(int most) {
        byte[] buffer = new byte[most + 2];
        int count = discipline.read(buffer, 1, most);
        return new String(buffer, 1, count, StandardCharsets.UTF_8);
    }

    private String read() {
        return read(100);
    }

    private String shown() {
        String text = screen.toString(StandardCharsets.UTF_8);
        screen.reset();
        return text;
    }

    @Test
    void aLineIsReadableWhenItEnds() {
        type("echo hi");
        assertFalse(discipline.isReadable());
        assertEquals("echo hi", shown());
        type("\r");
        assertTrue(discipline.isReadable());
        assertEquals("\n", shown());
        assertEquals("echo hi\n", read());
        assertFalse(discipline.isReadable());
    }

    @Test
    void oneReadingTakesOneLineAtMost() {
        type("one\ntwo\r");
        assertEquals("one\n", read());
        assertEquals("t", read(1));
        assertEquals("wo\n", read());
    }

    @Test
    void backspaceErasesACharacter() {
        type("ab\u007f\bc\n");
        assertEquals("ab\b \b\b \bc\n", shown());
        assertEquals("c\n", read());
        type("\u007f\u007fx\n");
        assertEquals("x\n", shown());
        assertEquals("x\n", read());
    }

    @Test
    void charactersOfSeveralBytesAreErasedAsAWhole() {
        type("a\u00fc\u20ac\ud83d\ude00");
        shown();
        type("\u007f\u007f\u007f\n");
        assertEquals("\b \b\b \b\b \b\n", shown());
        assertEquals("a\n", read());
    }

    @Test
    void brokenTextIsErasedWithoutHarm() {
        for (int i = 0; i < 5; i++) {
            discipline.input(0x80);
        }
        discipline.input(0x7f);
        discipline.input(0x7f);
        type("ok\n");
        assertEquals("ok\n", read());
    }

    @Test
    void controlCharactersTakeTwoColumns() {
        type("\t\u001b");
        assertEquals("^I^[", shown());
        type("\u007f");
        assertEquals("\b \b\b \b", shown());
        type("\n");
        assertEquals("\t\n", read());
    }

    @Test
    void wordsAndLinesAreErased() {
        type("one two  \u0017three\u0017\u0017x\n");
        assertEquals("x\n", read());
        type("one two\u0015three\n");
        assertEquals("three\n", read());
    }

    @Test
    void controlDIsEndOfFileAtTheStartOfALine() {
        type("\u0004");
        assertTrue(discipline.isReadable());
        assertEquals("", read());
        assertFalse(discipline.isReadable());
        assertEquals("", shown());
    }

    @Test
    void controlDElsewhereEndsTheReading() {
        type("ab\u0004");
        assertEquals("ab", read());
        assertFalse(discipline.isReadable());
        type("abcd\u0004");
        assertEquals("abcd", read(4));
        assertFalse(discipline.isReadable());
        type("ab\u0004\u0004");
        assertEquals("ab", read());
        assertEquals("", read());
    }

    @Test
    void controlCThrowsInputAwayAndCalls() {
        type("line\npart");
        shown();
        type("\u0003");
        assertEquals("^C\n", shown());
        assertEquals(1, interrupts);
        assertFalse(discipline.isReadable());
        type("next\n");
        assertEquals("next\n", read());
    }

    @Test
    void rawModePassesEverything() {
        discipline.setMode(false, false);
        type("a\u0003\u0004\r\u007f");
        assertEquals("a\u0003\u0004\r\u007f", read());
        assertEquals("", shown());
        assertEquals(0, interrupts);
        type("a\nb");
        assertEquals("a\nb", read());
    }

    @Test
    void anUnfinishedLineIsReadyInRawMode() {
        type("par");
        discipline.setMode(false, true);
        assertEquals("par", read());
        discipline.setMode(true, false);
        shown();
        type("secret\n");
        assertEquals("", shown());
        assertEquals("secret\n", read());
    }

    @Test
    void longLinesAreRefusedWithABell() {
        type("x".repeat(LineDiscipline.MOST_LINE_BYTES));
        shown();
        type("yz");
        assertEquals("\u0007\u0007", shown());
        type("\n");
        assertEquals(LineDiscipline.MOST_LINE_BYTES + 1, read(10_000).length());
    }

    @Test
    void inputWaitsForRoom() {
        int typed = 0;
        while (discipline.hasRoom(1)) {
            discipline.input(typed % 100 == 99 ? '\n' : 'x');
            typed++;
        }
        assertTrue(typed > LineDiscipline.MOST_LINE_BYTES);
        int read = 0;
        while (discipline.isReadable()) {
            read += read(64).length();
        }
        assertTrue(discipline.hasRoom(1));
        assertEquals(typed / 100 * 100, read);
    }

    @Test
    void noInputBreaksIt() {
        Random random = new Random(3);
        byte[] buffer = new byte[64];
        for (int i = 0; i < 200_000; i++) {
            if (discipline.hasRoom(1) && random.nextInt(50) != 0) {
                discipline.input(random.nextInt(random.nextBoolean() ? 32 : 256));
            } else if (discipline.isReadable()) {
                discipline.read(buffer, 0, random.nextInt(buffer.length));
            } else if (random.nextInt(10) == 0) {
                discipline.setMode(random.nextBoolean(), random.nextBoolean());
            }
        }
    }
}
