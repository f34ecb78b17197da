package blogos.hal;

/**
 * A serial port with a 16550 controller, polled (National Semiconductor PC16550D data sheet, section 8). Nothing here
 * allocates.
 *
 * <p>A port that is not there reads as ones everywhere. What is written to it is dropped.
 */
public final class Uart16550 {
    /** First serial port of a PC. */
    public static final int COM1 = 0x3f8;

    /** Second serial port of a PC. */
    public static final int COM2 = 0x2f8;

    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int SCRATCH = 7;

    private static final int DIVISOR_LATCH = 0x80;
    private static final int EIGHT_BITS = 3;
    private static final int FIFO_ON_AND_CLEAR = 7;
    private static final int READY_LINES = 3;
    private static final int DATA_READY = 1;
    private static final int TRANSMITTER_EMPTY = 0x20;

    /** A character takes 87 microseconds at 115,200 baud; a status read at least 0.1: then the transmitter is stuck. */
    private static final int MOST_POLLS = 100_000;

    private final int base;
    private final boolean present;

    private Uart16550(int base, boolean present) {
        this.base = base;
        this.present = present;
    }

    /** Sets a port up for 115,200 baud, 8 data bits, no parity, 1 stop bit, without interrupts. */
    public static Uart16550 open(int base) {
        Port.write(base + SCRATCH, 0x5a);
        boolean present = Port.read(base + SCRATCH) == 0x5a;
        if (present) {
            Port.write(base + INTERRUPT_ENABLE, 0);
            Port.write(base + LINE_CONTROL, DIVISOR_LATCH);
            Port.write(base + DATA, 1);
            Port.write(base + INTERRUPT_ENABLE, 0);
            Port.write(base + LINE_CONTROL, EIGHT_BITS);
            Port.write(base + FIFO_CONTROL, FIFO_ON_AND_CLEAR);
            Port.write(base + MODEM_CONTROL, READY_LINES);
        }
        return new Uart16550(base, present);
    }

    /** Whether the port exists. */
    public boolean isPresent() {
        return present;
    }

    /** Sends the low 8 bits, waiting until the transmitter is free. */
    public void write(int value) {
        if (!present) {
            return;
        }
        for (int i = 0; i < MOST_POLLS && (Port.read(base + LINE_STATUS) & TRANSMITTER_EMPTY) == 0; i++) {
            Cpu.pause();
        }
        Port.write(base + DATA, value);
    }

    /** The next byte received, or -1 if there is none. */
    public int read() {
        return present && (Port.read(base + LINE_STATUS) & DATA_READY) != 0 ? Port.read(base + DATA) : -1;
    }
}
