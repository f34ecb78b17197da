package blogos.aot.runtime;

import blogos.aot.api.Bytes;

/**
 * Reads a part of a trace table: a sequence of 4-bit units, two in a byte, the low half first. Reading past the end, or
 * a number that does not fit in an int, gives 0 and makes the reader {@link #failed}; it then stays at its end, so that
 * every loop over it comes to one.
 */
final class TraceUnits {
    private static final int MORE = 8;

    private final Bytes table;
    private final long start;
    private final long length;
    private long position;
    private boolean failed;

    /** A part of {@code length} units; the caller has checked that it lies in the table. */
    TraceUnits(Bytes table, long start, long length) {
        this.table = table;
        this.start = start;
        this.length = length;
    }

    /** Starts to read at a unit. */
    void moveTo(long unit) {
        failed = unit > length;
        position = failed ? length : unit;
    }

    /** Number of the unit to read next. */
    long position() {
        return position;
    }

    /** Whether something that was read since {@link #moveTo} was malformed. */
    boolean failed() {
        return failed;
    }

    /** Says that what was read makes no sense. */
    void fail() {
        failed = true;
        position = length;
    }

    /** A unit, 0 to 15. */
    int unit() {
        if (position >= length) {
            fail();
            return 0;
        }
        int pair = table.u8(start + (position >>> 1));
        int unit = pair >> (int) (4 * (position & 1)) & 15;
        position++;
        return unit;
    }

    /** A number of at least 0. */
    int number() {
        long result = 0;
        int unit;
        int shift = 0;
        do {
            unit = unit();
            result |= (long) (unit & 7) << shift;
            shift += 3;
        } while (unit >= MORE && shift <= Integer.SIZE);
        if (unit >= MORE || result > Integer.MAX_VALUE) {
            fail();
            return 0;
        }
        return (int) result;
    }

    /** A number that may be negative. */
    int signedNumber() {
        return signed(number());
    }

    /** The signed number that a number stands for: n for 2n, -n for 2n - 1. */
    static int signed(int number) {
        return number >>> 1 ^ -(number & 1);
    }

    void skipNumbers(long count) {
        for (long i = 0; i < count && !failed; i++) {
            number();
        }
    }
}
