package blogos.kernel.io;

import blogos.hal.Uart16550;

/**
 * Output that works when nothing else does: straight to the first serial port and the console, without allocation,
 * locks or class initialisers. For panics; everything else uses the log. It may be called in interrupt context.
 */
public final class RawOutput {
    private static Uart16550 port;
    private static SerialOutput serial;

    private RawOutput() {}

    /** Opens the serial port; before, output goes to the console alone. Does nothing when called again. */
    public static void init() {
        if (serial == null) {
            port = Uart16550.open(Uart16550.COM1);
            serial = new SerialOutput(port, true);
        }
    }

    /** Writes a text. */
    public static void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            print(text.charAt(i));
        }
    }

    /** Writes one UTF-16 unit. */
    public static void print(char c) {
        if (serial != null) {
            serial.print(c);
        }
        Console.print(c);
    }

    /** Writes the bits of a number in hexadecimal: {@code 0x} and sixteen digits. */
    public static void printHex(long value) {
        print("0x");
        for (int shift = 60; shift >= 0; shift -= 4) {
            int digit = (int) (value >>> shift) & 15;
            print((char) (digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
    }

    /** Writes a number in decimal. */
    public static void printDecimal(long value) {
        if (value < 0) {
            print('-');
        }
        long divisor = 1;
        while (value / divisor > 9 || value / divisor < -9) {
            divisor *= 10;
        }
        for (; divisor != 0; divisor /= 10) {
            long digit = value / divisor % 10;
            print((char) ('0' + (digit < 0 ? -digit : digit)));
        }
    }

    /** Ends the line. */
    public static void newline() {
        print('\n');
    }

    /** Writes the last lines of the log. */
    public static void printRecentLog() {
        KernelLog.replay();
    }

    /** The serial port itself, once {@link #init} was called. */
    public static Uart16550 port() {
        return port;
    }

    /** Text to the serial port, once {@link #init} was called. */
    static SerialOutput serial() {
        return serial;
    }
}
