package blogos.aot.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reads a table made by hand from the description of the format. The writer's own tests read what it writes. */
class TraceTableTest {
    /**
     * Two functions: at 0x10 a method of 10 bytes with a call inlined, at 0x20 two bytes without class, file and line.
     */
    private static final int[] CODE = {
        0, 0, // no gap; method 0
        0, 3, // the first line; 4 bytes
        6, 0, 5, 3, // enter at site 0, in its line 5; 4 bytes
        7, 1, 0, // leave; the line before; 1 byte
        5, 0, // unknown line; 1 byte
        15, // end of the function
        6, 2, // a gap of 6; method 2
        5, 1, // unknown line; 2 bytes
        15,
    };

    /** Class, name, first line, sites: line and method of each. */
    private static final int[] METHODS = {
        0, 7, 12, 1, 9, 1, // run, which calls get in its line 9
        1, 11, 40, 0, // get
        2, 26, 0, 0, // a function without a class
    };

    /** Package, class, file. */
    private static final int[] CLASSES = {
        1, 3, 0, // a.b.C$D in the usual file
        1, 3, 1 + 15, // a.b.C$D in Other.java
        0, 0, 1, // unknown
    };

    /** Byte 0x80 stands for "a.", byte 0x81 for byte 0x80 and "b". */
    private static final byte[] PAIRS = {'a', '.', (byte) 0x80, 'b'};

    /**
     * At offset 0 nothing, 1 "a.b", 3 "C$D", 7 "run", 11 "get", 15 "Other.java", 26 "f" and two escaped bytes of UTF-8.
     */
    private static final byte[] STRINGS = "\0\u0081\0C$D\0run\0get\0Other.java\0f\1\u00c3\1\u00b6\0"
            .getBytes(StandardCharsets.ISO_8859_1);

    private final TraceTable table = TraceTable.of(Bytes.copyForTest(table()));

    @Test
    void findsFramesInnermostFirst() {
        assertEquals("a.b.C$D.run(C.java:12)\n", frames(0x10));
        assertEquals("a.b.C$D.run(C.java:12)\n", frames(0x13));
        assertEquals("a.b.C$D.get(Other.java:44)\na.b.C$D.run(C.java:20)\n", frames(0x14));
        assertEquals("a.b.C$D.get(Other.java:44)\na.b.C$D.run(C.java:20)\n", frames(0x17));
        assertEquals("a.b.C$D.run(C.java:12)\n", frames(0x18));
        assertEquals("a.b.C$D.run(C.java)\n", frames(0x19));
        assertEquals("f\u00f6(Unknown Source)\n", frames(0x21));
    }

    @Test
    void knowsOnlyItsFunctions() {
        for (long pc : new long[] {Long.MIN_VALUE, -1, 0, 0xf, 0x1a, 0x1f, 0x22, 0x1_0000_0010L, Long.MAX_VALUE}) {
            assertFalse(table.find(pc));
            assertFalse(table.hasFrame());
            assertEquals("", table.className() + table.methodName() + table.fileName());
            assertEquals(0, table.line());
        }
    }

    @Test
    void saysWhatAFrameIs() {
        assertTrue(table.find(0x14));
        assertTrue(table.isInlined());
        assertEquals("a.b.C$D", table.className());
        assertEquals("get", table.methodName());
        assertEquals("Other.java", table.fileName());
        assertEquals(44, table.line());
        table.next();
        assertFalse(table.isInlined());
        assertEquals("run", table.methodName());
        table.next();
        assertFalse(table.hasFrame());
        table.next();
        assertFalse(table.hasFrame());
    }

    @Test
    void whatIsNoTableKnowsNothing() {
        assertFalse(TraceTable.of(Bytes.copyForTest(new byte[0])).find(0x10));
        assertFalse(TraceTable.of(Bytes.copyForTest(new byte[100])).find(0x10));
        byte[] whole = table();
        for (int length = 0; length < whole.length; length++) {
            assertFalse(TraceTable.of(Bytes.copyForTest(Arrays.copyOf(whole, length))).find(0x10));
        }
    }

    private String frames(long pc) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (table.find(pc); table.hasFrame(); table.next()) {
            table.writeFrame(text::write);
            text.write('\n');
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static byte[] table() {
        ByteBuffer out = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        int[] methods = numbers(METHODS);
        int[] classes = numbers(CLASSES);
        out.putInt(0x3152544a).putInt(0).putInt(1).putInt(1).putInt(1).putInt(PAIRS.length / 2);
        out.putInt(CODE.length).putInt(methods.length).putInt(classes.length);
        out.putInt(0x10).putInt(0).putInt(0x22).putInt(CODE.length);
        out.putInt(0).putInt(0);
        out.put(PAIRS).put(pack(CODE)).put(pack(methods)).put(pack(classes)).put(STRINGS);
        out.putInt(4, out.position());
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The units of numbers below 64. */
    private static int[] numbers(int[] numbers) {
        return Arrays.stream(numbers)
                .flatMap(n -> n < 8 ? IntStream.of(n) : IntStream.of(n & 7 | 8, n >> 3))
                .toArray();
    }

    private static byte[] pack(int[] units) {
        byte[] bytes = new byte[units.length + 1 >> 1];
        for (int i = 0; i < units.length; i++) {
            bytes[i >> 1] |= (byte) (units[i] << 4 * (i & 1));
        }
        return bytes;
    }
}
