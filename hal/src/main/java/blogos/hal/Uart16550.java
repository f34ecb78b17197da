package blogos.hal;

/**
 * A serial port with a 16550 controller (National Semiconductor PC16550D data sheet, section 8). Sending is polled;
 * received bytes can raise an interrupt. Nothing here allocates but {@link #open}.
 *
 * <p>A port that is not there reads as ones everywhere. What is written to it is dropped.
 */
public final class Uart16550 {
    /** First serial port of a PC. */
    public static final int COM1 = 0x3f8;

    /** Second serial port of a PC. */
    public static final int COM2 = 0x2f8;

    /** Interrupt line of the first serial port. */
    public static final int COM1_LINE = 4;

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
    private static final int INTERRUPT_IDENTIFICATION = 2;
    private static final int FIFO_WORKS = 0xc0;
    private static final int FIFO_SIZE = 16;
    private static final int RECEIVED = 1;

    /** Data terminal ready, request to send, and OUT2, which in a PC lets interrupts through. */
    private static final int READY_LINES = 0xb;

    private static final int LOOPBACK = 0x10;
    private static final int DATA_READY = 1;
    private static final int TRANSMITTER_EMPTY = 0x20;

    /** A character takes 87 microseconds at 115,200 baud; a status read at least 0.1: then the transmitter is stuck. */
    private static final int MOST_POLLS = 100_000;

    private final int base;
    private final boolean present;
    private final int fifoSize;

    /** The byte that had been received when the port was set up, which clears the controller; -1 for none. */
    private int early = -1;

    /** Bytes that the transmitter takes without being asked whether it is free. */
    private int room;

    private Uart16550(int base) {
        this.base = base;
        Port.write(base + SCRATCH, 0x5a);
        present = Port.read(base + SCRATCH) == 0x5a;
        if (present) {
            initialize();
        }
        fifoSize = present && (Port.read(base + INTERRUPT_IDENTIFICATION) & FIFO_WORKS) == FIFO_WORKS ? FIFO_SIZE : 1;
    }

    /** Sets a port up for 115,200 baud, 8 data bits, no parity, 1 stop bit, without interrupts. */
    public static Uart16550 open(int base) {
        return new Uart16550(base);
    }

    private void initialize() {
        Port.write(base + INTERRUPT_ENABLE, 0);
        Port.write(base + LINE_CONTROL, DIVISOR_LATCH);
        Port.write(base + DATA, 1);
        Port.write(base + INTERRUPT_ENABLE, 0);
        Port.write(base + LINE_CONTROL, EIGHT_BITS);
        early = read();
        Port.write(base + FIFO_CONTROL, FIFO_ON_AND_CLEAR);
        Port.write(base + MODEM_CONTROL, READY_LINES);
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
        if (room == 0) {
            for (int i = 0; i < MOST_POLLS && (Port.read(base + LINE_STATUS) & TRANSMITTER_EMPTY) == 0; i++) {
                Cpu.pause();
            }
            room = fifoSize;
        }
        room--;
        Port.write(base + DATA, value);
    }

    private boolean isReadable() {
        return (Port.read(base + LINE_STATUS) & DATA_READY) != 0;
    }

    /** The next byte received, or -1 if there is none. */
    public int read() {
        if (early >= 0) {
            int value = early;
            early = -1;
            return value;
        }
        return present && isReadable() ? Port.read(base + DATA) : -1;
    }

    /**
     * Lets received bytes interrupt or not. What comes while they do not waits in the controller, as far as it fits.
     */
    public void setReceiveInterrupt(boolean on) {
        if (present) {
            Port.write(base + INTERRUPT_ENABLE, on ? RECEIVED : 0);
        }
    }

    /** Joins the port's output to its own input or not: for tests. */
    public void setLoopback(boolean on) {
        Port.write(base + MODEM_CONTROL, on ? READY_LINES | LOOPBACK : READY_LINES);
    }
}
