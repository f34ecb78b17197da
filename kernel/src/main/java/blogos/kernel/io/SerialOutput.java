package blogos.kernel.io;

import blogos.hal.Uart16550;
import blogos.log.TextOutput;

/** Text on a serial port, as UTF-8. Allocates nothing. */
final class SerialOutput implements TextOutput {
    private static final int REPLACEMENT = 0xfffd;

    private final Uart16550 port;
    private final boolean terminal;
    private char highSurrogate;

    /** Text on a port; {@code terminal} says whether a line end needs a carriage return. */
    SerialOutput(Uart16550 port, boolean terminal) {
        this.port = port;
        this.terminal = terminal;
    }

    @Override
    public void print(char c) {
        char high = highSurrogate;
        highSurrogate = 0;
        if (high != 0 && Character.isLowSurrogate(c)) {
            writeCodePoint(Character.toCodePoint(high, c));
            return;
        }
        if (high != 0) {
            writeCodePoint(REPLACEMENT);
        }
        if (Character.isHighSurrogate(c)) {
            highSurrogate = c;
        } else if (Character.isLowSurrogate(c)) {
            writeCodePoint(REPLACEMENT);
        } else {
            writeCodePoint(c);
        }
    }

    private void writeCodePoint(int codePoint) {
        if (codePoint == '\n' && terminal) {
            port.write('\r');
        }
        if (codePoint < 0x80) {
            port.write(codePoint);
        } else if (codePoint < 0x800) {
            port.write(0xc0 | codePoint >> 6);
            port.write(0x80 | codePoint & 0x3f);
        } else if (codePoint < 0x10000) {
            port.write(0xe0 | codePoint >> 12);
            port.write(0x80 | codePoint >> 6 & 0x3f);
            port.write(0x80 | codePoint & 0x3f);
        } else {
            port.write(0xf0 | codePoint >> 18);
            port.write(0x80 | codePoint >> 12 & 0x3f);
            port.write(0x80 | codePoint >> 6 & 0x3f);
            port.write(0x80 | codePoint & 0x3f);
        }
    }
}
