package blogos.dwarf;

import java.util.Arrays;

/** A growing sequence of 4-bit units, two in a byte, the low half first. */
final class Nibbles {
    private byte[] bytes = new byte[1024];
    private int length;

    /** Number of units. */
    int length() {
        return length;
    }

    void put(int unit) {
        if (length >> 1 == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        bytes[length >> 1] |= (byte) (unit << 4 * (length & 1));
        length++;
    }

    /**
     * A number of at least 0 in groups of three bits, the low group first; the top bit of a unit says that another
     * follows.
     */
    void putNumber(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative number");
        }
        int rest = number;
        while (rest > 7) {
            put(rest & 7 | 8);
            rest >>>= 3;
        }
        put(rest);
    }

    /** A signed number n as the number 2n, or -2n-1 if it is negative. */
    static int zigzag(int number) {
        return number << 1 ^ number >> 31;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length + 1 >> 1);
    }
}
