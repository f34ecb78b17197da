package blogos.dwarf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import blogos.aot.api.Bytes;
import blogos.aot.runtime.TraceTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables made from ELF files that clang wrote give, for every address, what llvm-symbolizer said when the files were
 * made. See {@code make-inlining.sh} beside them.
 */
class InliningTest {
    private static final long IMAGE_START = 0x40_0000;

    @ParameterizedTest
    @ValueSource(strings = {"inlining-dwarf4.elf", "inlining-dwarf5.elf"})
    void framesAreThoseOfTheSymbolizer(String elf) throws Exception {
        TraceTable table = TraceTable.of(Bytes.copyForTest(TraceTableWriter.write(resource(elf))));
        TreeMap<Long, String> expected = expected();
        for (long address = expected.firstKey(); address <= expected.lastKey(); address++) {
            assertEquals(expected.floorEntry(address).getValue(), frames(table, address), Long.toHexString(address));
        }
        assertFalse(table.find(0));
        assertFalse(table.find(-1));
        assertFalse(table.find(Long.MAX_VALUE));
        assertFalse(table.find(expected.lastKey() + 0x1_0000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inlining-dwarf4.elf", "inlining-dwarf5.elf"})
    void theSameFileGivesTheSameTable(String elf) throws Exception {
        byte[] file = resource(elf);
        assertArrayEquals(TraceTableWriter.write(file), TraceTableWriter.write(file));
    }

    private static String frames(TraceTable table, long address) {
        StringBuilder text = new StringBuilder();
        for (table.find(address - IMAGE_START); table.hasFrame(); table.next()) {
            String file = table.fileName().isEmpty() ? "??" : table.fileName();
            text.append(text.length() == 0 ? "" : " < ");
            text.append(table.methodName())
                    .append(" at ")
                    .append(file)
                    .append(':')
                    .append(table.line());
        }
        return text.length() == 0 ? "?? at ??:0" : text.toString();
    }

    private static TreeMap<Long, String> expected() throws IOException {
        TreeMap<Long, String> expected = new TreeMap<>();
        for (String line : new String(resource("inlining.expected"), StandardCharsets.US_ASCII).split("\n")) {
            int colon = line.indexOf(": ");
            expected.put(Long.decode(line.substring(0, colon)), line.substring(colon + 2));
        }
        return expected;
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = InliningTest.class.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return in.readAllBytes();
        }
    }
}
