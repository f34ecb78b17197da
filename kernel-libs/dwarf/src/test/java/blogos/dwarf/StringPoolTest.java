package blogos.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StringPoolTest {
    @Test
    void stringsComeBack() {
        StringPool pool = new StringPool();
        int[] numbers = new int[1000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = pool.add(text(i));
            assertEquals(numbers[i], pool.add(text(i)));
        }
        pool.compress();
        assertEquals(0, pool.offset(pool.add("")));
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(text(i), decode(pool, pool.offset(numbers[i])));
        }
    }

    @Test
    void commonPartsTakeLittleSpace() {
        StringPool pool = new StringPool();
        int length = 0;
        for (int i = 0; i < 1000; i++) {
            pool.add(text(i));
            length += text(i).length() + 1;
        }
        pool.compress();
        assertTrue(pool.bytes().length < length / 2, pool.bytes().length + " of " + length);
    }

    private static String text(int i) {
        return i % 10 == 0 ? "gr\u00f6\u00dfe" + i : "getSomething" + i + "AndMore";
    }

    private static String decode(StringPool pool, int offset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = pool.bytes();
        boolean goesOn = true;
        for (int at = offset; goesOn; at++) {
            if (bytes[at] == 1) {
                out.write(bytes[++at]);
            } else {
                goesOn = expand(pool.pairs(), bytes[at] & 0xff, out);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean expand(byte[] pairs, int b, ByteArrayOutputStream out) {
        if (b >= 0x80) {
            int pair = 2 * (b - 0x80);
            return expand(pairs, pairs[pair] & 0xff, out) && expand(pairs, pairs[pair + 1] & 0xff, out);
        }
        if (b != 0) {
            out.write(b);
        }
        return b != 0;
    }
}
