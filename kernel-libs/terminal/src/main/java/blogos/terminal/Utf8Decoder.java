package blogos.terminal;

/**
 * Turns a stream of bytes in UTF-8 (RFC 3629) into code points. What is not UTF-8 becomes U+FFFD, one for each piece
 * that cannot be continued. Nothing allocates.
 */
public final class Utf8Decoder {
    /** Answer of {@link #next} while a character is not complete. */
    public static final int INCOMPLETE = -1;

    private static final int REPLACEMENT = 0xfffd;

    private int codePoint;
    private int missing;
    private int least;

    /**
     * Takes the next byte, 0 to 255. Answers the code point that it completes, U+FFFD for one that it cannot belong to,
     * or {@link #INCOMPLETE}.
     *
     * <p>A byte that breaks off a character and begins another one counts for the new one; {@link #wasBroken} tells.
     */
    public int next(int value) {
        if (missing > 0 && (value & 0xc0) == 0x80) {
            codePoint = codePoint << 6 | value & 0x3f;
            missing--;
            return missing > 0 ? INCOMPLETE : checked();
        }
        missing = 0;
        if (value < 0x80) {
            return value;
        }
        if (value >= 0xc2 && value < 0xe0) {
            return begin(value & 0x1f, 1, 0x80);
        }
        if (value >= 0xe0 && value < 0xf0) {
            return begin(value & 0x0f, 2, 0x800);
        }
        return value >= 0xf0 && value < 0xf5 ? begin(value & 7, 3, 0x10000) : REPLACEMENT;
    }

    /** Whether a character has begun that the byte {@code value}, 0 to 255, does not go on with. */
    public boolean wasBroken(int value) {
        return missing > 0 && (value & 0xc0) != 0x80;
    }

    private int begin(int bits, int following, int smallest) {
        codePoint = bits;
        missing = following;
        least = smallest;
        return INCOMPLETE;
    }

    private int checked() {
        boolean isSurrogate = codePoint >= 0xd800 && codePoint < 0xe000;
        return codePoint < least || codePoint > 0x10ffff || isSurrogate ? REPLACEMENT : codePoint;
    }
}
