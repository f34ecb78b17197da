package blogos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8DecoderTest {
    private static String decode(byte[] bytes) {
        Utf8Decoder decoder = new Utf8Decoder();
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (decoder.wasBroken(b & 0xff)) {
                text.append('\ufffd');
            }
            int codePoint = decoder.next(b & 0xff);
            if (codePoint != Utf8Decoder.INCOMPLETE) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    @Test
    void textIsDecoded() {
        String text = "a\u00fc\u20ac\ud83d\ude00\u0000z\uffff\ud7ff\ue000";
        assertEquals(text, decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void brokenCharactersAreReplaced() {
        assertEquals("\ufffda", decode(new byte[] {(byte) 0xc3, 'a'}));
        assertEquals("\ufffd\u00fc", decode(new byte[] {(byte) 0xe2, (byte) 0x82, (byte) 0xc3, (byte) 0xbc}));
        assertEquals("\ufffd\ufffdb", decode(new byte[] {(byte) 0x80, (byte) 0xff, 'b'}));
        assertEquals("\ufffd", decode(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
        assertEquals("\ufffd", decode(new byte[] {(byte) 0xe0, (byte) 0x80, (byte) 0x80}));
        assertEquals("\ufffd", decode(new byte[] {(byte) 0xf4, (byte) 0xbf, (byte) 0xbf, (byte) 0xbf}));
    }

    @Test
    void everyAnswerIsACodePoint() {
        Random random = new Random(11);
        byte[] bytes = new byte[100_000];
        random.nextBytes(bytes);
        decode(bytes);
    }
}
