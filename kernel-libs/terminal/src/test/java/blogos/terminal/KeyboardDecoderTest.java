package blogos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyboardDecoderTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final KeyboardDecoder decoder = new KeyboardDecoder(out::write);

    private String send(int... codes) {
        for (int code : codes) {
            decoder.accept(code);
        }
        String text = out.toString(StandardCharsets.ISO_8859_1);
        out.reset();
        return text;
    }

    /** Presses and releases keys. */
    private String press(int... keys) {
        StringBuilder text = new StringBuilder();
        for (int key : keys) {
            text.append(send(key, key | 0x80));
        }
        return text.toString();
    }

    private String pressExtended(int key) {
        return send(0xe0, key, 0xe0, key | 0x80);
    }

    @Test
    void lettersAndDigits() {
        assertEquals("hello 1\r", press(0x23, 0x12, 0x26, 0x26, 0x18, 0x39, 0x02, 0x1c));
    }

    @Test
    void everyCharacterKeyHasItsPlace() {
        StringBuilder plain = new StringBuilder();
        for (int key = 2; key < 0x3a; key++) {
            plain.append(press(key));
        }
        assertEquals("1234567890-=\u007f\tqwertyuiop[]\rasdfghjkl;'`\\zxcvbnm,./* ", plain.toString());
    }

    @Test
    void shiftHoldsUntilItIsReleased() {
        assertEquals("A", send(0x2a, 0x1e, 0x9e));
        assertEquals("!", send(0x02, 0x82));
        assertEquals("a", send(0xaa, 0x1e, 0x9e));
        assertEquals("|", send(0x36, 0x2b, 0xab, 0xb6));
        assertEquals("Q", send(0x2a, 0x36, 0xaa, 0x10, 0xb6));
    }

    @Test
    void capsLockIsForLetters() {
        press(0x3a);
        assertEquals("A1", press(0x1e, 0x02));
        assertEquals("a", send(0x2a, 0x1e, 0xaa));
        press(0x3a);
        assertEquals("a", press(0x1e));
    }

    @Test
    void controlMakesControlCharacters() {
        assertEquals("\u0003", send(0x1d, 0x2e, 0xae, 0x9d));
        assertEquals("\u0004", send(0xe0, 0x1d, 0x20, 0xe0, 0x9d));
        assertEquals("\u0003", send(0x1d, 0x2a, 0x2e, 0xaa, 0x9d));
        assertEquals("\u001b\u0000\u001f1", send(0x1d) + press(0x1a, 0x39, 0x35, 0x02));
        assertEquals("c", send(0x9d) + press(0x2e));
    }

    @Test
    void altPutsEscapeInFront() {
        assertEquals("\u001bx", send(0x38, 0x2d, 0xad, 0xb8));
    }

    @Test
    void extendedKeysAreSequences() {
        assertEquals("\u001b[A", pressExtended(0x48));
        assertEquals("\u001b[3~", pressExtended(0x53));
        assertEquals("/", pressExtended(0x35));
        assertEquals("\r", pressExtended(0x1c));
        assertEquals("\u001bOP", press(0x3b));
        assertEquals("\u001b[15~", press(0x3f));
        assertEquals("\u001b[21~", press(0x44));
        assertEquals("\u001b[24~", press(0x58));
        assertEquals("\u001b[Z", send(0x2a, 0x0f, 0xaa));
    }

    @Test
    void cursorKeysSendFakeShifts() {
        assertEquals("\u001b[A", send(0xe0, 0x2a, 0xe0, 0x48, 0xe0, 0xc8, 0xe0, 0xaa));
        assertEquals("A", send(0x2a, 0xe0, 0xaa, 0x1e, 0xaa));
    }

    @Test
    void keypadFollowsNumLock() {
        assertEquals("7+.", press(0x47, 0x4e, 0x53));
        press(0x45);
        assertEquals("\u001b[H+\u001b[3~", press(0x47, 0x4e, 0x53));
    }

    @Test
    void pauseIsSkipped() {
        assertEquals("a", send(0xe1, 0x1d, 0x45, 0xe1, 0x9d, 0xc5, 0x1e));
    }

    @Test
    void garbageIsIgnored() {
        assertEquals("", press(0x00, 0x54, 0x55, 0x59, 0x7f));
        assertEquals("", send(0xff, 0xfa, 0xfe, 0xee));
        assertEquals("a", press(0x1e));
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            decoder.accept(random.nextInt(256));
        }
    }
}
