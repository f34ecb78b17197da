package blogos.kernel.terminal;

import blogos.hal.Uart16550;
import blogos.kernel.io.Console;
import blogos.terminal.ByteSink;
import blogos.terminal.Utf8Decoder;

/** What a terminal shows: bytes to a serial port as they are, and as characters to the console. Allocates nothing. */
final class TerminalOutput implements ByteSink {
    private static final char REPLACEMENT = '\ufffd';

    private final Uart16550 port;
    private final Utf8Decoder decoder = new Utf8Decoder();

    TerminalOutput(Uart16550 port) {
        this.port = port;
    }

    @Override
    public void accept(int value) {
        if (value == '\n') {
            port.write('\r');
        }
        port.write(value);
        if (decoder.wasBroken(value)) {
            Console.print(REPLACEMENT);
        }
        int codePoint = decoder.next(value);
        if (codePoint != Utf8Decoder.INCOMPLETE) {
            Console.print(Character.isBmpCodePoint(codePoint) ? (char) codePoint : REPLACEMENT);
        }
    }

    /** Shows what was written. */
    void flush() {
        Console.flush();
    }
}
