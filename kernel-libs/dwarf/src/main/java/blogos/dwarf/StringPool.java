package blogos.dwarf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The strings of a trace table, compressed by byte pairs: a byte of 128 or more stands for a pair of bytes which may
 * again be such bytes. The pairs are those most frequent in all the strings together, found greedily (P. Gage, "A New
 * Algorithm for Data Compression", 1994). Every string ends with the byte 0, alone or as the second half of a pair.
 */
final class StringPool {
    /** Says that the next byte is no pair but part of UTF-8 text. */
    private static final int ESCAPE = 1;

    /** The first byte that stands for a pair. */
    private static final int FIRST_PAIR = 0x80;

    /** Deepest nesting of pairs: bounds the stack that the reader needs. */
    private static final int MAX_PAIR_DEPTH = 8;

    private static final int MAX_PAIRS = 0x100 - FIRST_PAIR;

    /** A pair costs two bytes itself. */
    private static final int MIN_COUNT = 4;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Bytes; those behind ESCAPE are 256 more than their value. */
    private short[] text = new short[1024];

    private int length;

    private final byte[] pairs = new byte[2 * MAX_PAIRS];
    private final int[] depths = new int[0x100];
    private final boolean[] endsString = new boolean[0x100];
    private int pairCount;
    private int[] offsets;

    /** The empty string has offset 0. */
    StringPool() {
        add("");
        endsString[0] = true;
    }

    /** Number of a string, which is added if it is new. Strings added early get small offsets. */
    int add(String string) {
        Integer known = numbers.get(string);
        if (known != null) {
            return known;
        }
        for (byte b : string.getBytes(StandardCharsets.UTF_8)) {
            if (b < 0) {
                append(ESCAPE);
                append(0x100 + (b & 0xff));
            } else if (b > ESCAPE) {
                append(b);
            }
        }
        append(0);
        numbers.put(string, numbers.size());
        return numbers.size() - 1;
    }

    /** Compresses the strings. None can be added after this. */
    void compress() {
        int[] counts = new int[0x10000];
        while (pairCount < MAX_PAIRS) {
            int pair = mostFrequentPair(counts);
            if (counts[pair] < MIN_COUNT) {
                break;
            }
            replace(pair >> 8, pair & 0xff);
        }
        findOffsets();
    }

    /** Offset of a string in {@link #bytes}, by its number. */
    int offset(int number) {
        return offsets[number];
    }

    /** What the bytes from 128 on stand for: two bytes each. */
    byte[] pairs() {
        return Arrays.copyOf(pairs, 2 * pairCount);
    }

    /** The compressed strings. */
    byte[] bytes() {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) text[i];
        }
        return bytes;
    }

    private void append(int symbol) {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
        }
        text[length++] = (short) symbol;
    }

    /** Counts the pairs that may be replaced; answers the first of the most frequent. */
    private int mostFrequentPair(int[] counts) {
        Arrays.fill(counts, 0);
        int best = 0;
        for (int i = 1; i < length; i++) {
            int left = text[i - 1];
            int right = text[i];
            boolean mayPair = !(left < 0x100 && endsString[left])
                    && left != ESCAPE
                    && right != ESCAPE
                    && left < 0x100
                    && right < 0x100
                    && depths[left] < MAX_PAIR_DEPTH
                    && depths[right] < MAX_PAIR_DEPTH;
            if (mayPair) {
                int pair = left << 8 | right;
                counts[pair]++;
                if (counts[pair] > counts[best]) {
                    best = pair;
                }
            }
        }
        return best;
    }

    private void replace(int left, int right) {
        int symbol = FIRST_PAIR + pairCount;
        pairs[2 * pairCount] = (byte) left;
        pairs[2 * pairCount + 1] = (byte) right;
        depths[symbol] = 1 + Math.max(depths[left], depths[right]);
        endsString[symbol] = endsString[right];
        pairCount++;
        int used = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] == left && i + 1 < length && text[i + 1] == right) {
                text[used++] = (short) symbol;
                i++;
            } else {
                text[used++] = text[i];
            }
        }
        length = used;
    }

    private void findOffsets() {
        offsets = new int[numbers.size()];
        int string = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] < 0x100 && endsString[text[i]] && ++string < offsets.length) {
                offsets[string] = i + 1;
            }
        }
    }
}
