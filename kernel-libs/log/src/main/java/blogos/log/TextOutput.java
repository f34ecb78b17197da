package blogos.log;

/** A stream of characters, such as a serial line or a console. Implementations allocate nothing. */
public interface TextOutput {
    /** Writes one UTF-16 unit. */
    void print(char c);

    /** Writes a text. */
    default void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            print(text.charAt(i));
        }
    }

    /** Writes a number in decimal. */
    default void printDecimal(long value) {
        if (value < 0) {
            print('-');
        }
        long divisor = 1;
        while (value / divisor > 9 || value / divisor < -9) {
            divisor *= 10;
        }
        for (; divisor != 0; divisor /= 10) {
            print((char) ('0' + Math.abs(value / divisor % 10)));
        }
    }

    /** Writes the bits of a number in hexadecimal: {@code 0x} and at least one digit, lower case. */
    default void printHex(long value) {
        print("0x");
        int shift = 60;
        while (shift > 0 && value >>> shift == 0) {
            shift -= 4;
        }
        for (; shift >= 0; shift -= 4) {
            int digit = (int) (value >>> shift) & 15;
            print((char) (digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
    }
}
