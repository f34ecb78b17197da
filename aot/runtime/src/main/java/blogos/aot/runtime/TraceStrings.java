package blogos.aot.runtime;

import blogos.aot.api.Bytes;

/**
 * The strings of a trace table: compressed by byte pairs, which nest at most {@link #MAX_PAIR_DEPTH} deep. Malformed
 * strings end early.
 */
final class TraceStrings {
    /** Longest string in bytes; longer ones are cut. */
    private static final int MAX_LENGTH = 4096;

    private static final int MAX_PAIR_DEPTH = 8;
    private static final int ESCAPE = 1;
    private static final int FIRST_PAIR = 0x80;

    private final Bytes table;
    private final long pairs;
    private final int pairCount;
    private final long start;
    private int written;
    private boolean stopAtDollar;

    /**
     * The byte pairs at {@code pairs} and the strings from {@code start} to the end of the table; the caller has
     * checked that they lie in it.
     */
    TraceStrings(Bytes table, long pairs, int pairCount, long start) {
        this.table = table;
        this.pairs = pairs;
        this.pairCount = pairCount;
        this.start = start;
    }

    /** Whether the string at an offset is empty. */
    boolean isEmpty(int offset) {
        return offset < 0 || offset >= table.length() - start || table.u8(start + offset) == 0;
    }

    /** Gives the UTF-8 bytes of the string at an offset to a sink. */
    void write(int offset, TraceTable.Sink sink) {
        stopAtDollar = false;
        writeBytes(offset, sink);
    }

    /** As {@link #write}, but only what is before the first '$' that is not the first byte. */
    void writeUpToDollar(int offset, TraceTable.Sink sink) {
        stopAtDollar = true;
        writeBytes(offset, sink);
    }

    private void writeBytes(int offset, TraceTable.Sink sink) {
        written = 0;
        boolean goesOn = offset >= 0;
        for (long at = start + offset; goesOn && at < table.length(); at++) {
            int b = table.u8(at);
            if (b == ESCAPE) {
                at++;
                goesOn = at < table.length() && put(table.u8(at), sink);
            } else {
                goesOn = expand(b, MAX_PAIR_DEPTH, sink);
            }
        }
    }

    /** Answers whether the string goes on. */
    private boolean expand(int b, int levels, TraceTable.Sink sink) {
        if (b < FIRST_PAIR) {
            return put(b, sink);
        }
        int pair = b - FIRST_PAIR;
        if (levels == 0 || pair >= pairCount) {
            return false;
        }
        return expand(table.u8(pairs + 2 * pair), levels - 1, sink)
                && expand(table.u8(pairs + 2 * pair + 1), levels - 1, sink);
    }

    /** Answers whether the string goes on. */
    private boolean put(int b, TraceTable.Sink sink) {
        if (b == 0 || written == MAX_LENGTH || stopAtDollar && b == '$' && written > 0) {
            return false;
        }
        sink.put((byte) b);
        written++;
        return true;
    }

    /** A sink that makes a string of UTF-8 bytes. Malformed ones give some text. */
    static final class Text implements TraceTable.Sink {
        private static final int REPLACEMENT = 0xfffd;

        private final StringBuilder text = new StringBuilder();
        private int codePoint;
        private int missing;

        @Override
        public void put(byte b) {
            if (missing > 0 && (b & 0xc0) == 0x80) {
                codePoint = codePoint << 6 | b & 0x3f;
                missing--;
            } else {
                missing = b >= 0 ? 0 : b >= (byte) 0xf0 ? 3 : b >= (byte) 0xe0 ? 2 : 1;
                codePoint = b >= 0 ? b : b & 0x3f >> missing;
            }
            if (missing == 0) {
                text.appendCodePoint(codePoint <= Character.MAX_CODE_POINT ? codePoint : REPLACEMENT);
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
