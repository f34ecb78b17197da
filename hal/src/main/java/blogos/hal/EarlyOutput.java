package blogos.hal;

import blogos.aot.api.NoPoll;

/** Messages on the first serial port when nothing else works yet: no allocation, no state. */
@NoPoll
public final class EarlyOutput {
    private static final int LINE_STATUS = Uart16550.COM1 + 5;
    private static final int TRANSMITTER_EMPTY = 0x20;
    private static final int MOST_POLLS = 100_000;

    private EarlyOutput() {}

    /** Prints an ASCII text. */
    public static void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            print(text.charAt(i));
        }
    }

    /** Prints one ASCII character. */
    public static void print(char c) {
        for (int i = 0; i < MOST_POLLS && (Port.read(LINE_STATUS) & TRANSMITTER_EMPTY) == 0; i++) {
            Cpu.pause();
        }
        Port.write(Uart16550.COM1, c);
    }

    /** Prints a message about why the system cannot start, and ends the virtual machine or stops. Never returns. */
    public static void fail(String message) {
        print("blog_os cannot start: ");
        print(message);
        print("\n");
        ExitPort.exit(ExitPort.FAILED);
    }
}
