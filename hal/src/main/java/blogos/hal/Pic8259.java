package blogos.hal;

/**
 * The pair of 8259A interrupt controllers of a PC (Intel 8259A data sheet), behind {@link InterruptController}. The
 * second one is an input of the first.
 */
final class Pic8259 {
    private static final int FIRST_COMMAND = 0x20;
    private static final int FIRST_DATA = 0x21;
    private static final int SECOND_COMMAND = 0xa0;
    private static final int SECOND_DATA = 0xa1;

    private static final int INITIALIZE_WITH_ICW4 = 0x11;
    private static final int MODE_8086 = 1;
    private static final int END_OF_INTERRUPT = 0x20;
    private static final int READ_IN_SERVICE = 0x0b;
    private static final int SPURIOUS_LINE = 7;

    private Pic8259() {}

    /** Moves the lines to their vectors, away from the CPU exceptions, and masks all of them. */
    static void initialize() {
        Port.write(FIRST_COMMAND, INITIALIZE_WITH_ICW4);
        Port.write(SECOND_COMMAND, INITIALIZE_WITH_ICW4);
        Port.write(FIRST_DATA, InterruptController.FIRST_VECTOR);
        Port.write(SECOND_DATA, InterruptController.FIRST_VECTOR + 8);
        Port.write(FIRST_DATA, 1 << InterruptController.CASCADE_LINE);
        Port.write(SECOND_DATA, InterruptController.CASCADE_LINE);
        Port.write(FIRST_DATA, MODE_8086);
        Port.write(SECOND_DATA, MODE_8086);
        Port.write(FIRST_DATA, 0xff & ~(1 << InterruptController.CASCADE_LINE));
        Port.write(SECOND_DATA, 0xff);
    }

    /** Lets an interrupt line through or not. */
    static void setMasked(int line, boolean masked) {
        int port = line < 8 ? FIRST_DATA : SECOND_DATA;
        int bit = 1 << (line & 7);
        int mask = Port.read(port);
        Port.write(port, masked ? mask | bit : mask & ~bit);
    }

    /**
     * Whether a line's interrupt is real: lines 7 and 15 also stand for requests that went away. Those get no handling,
     * except that the first controller has seen a real request by the second.
     */
    static boolean isReal(int line) {
        boolean real = (line & 7) != SPURIOUS_LINE || isInService(line);
        if (!real && line >= 8) {
            Port.write(FIRST_COMMAND, END_OF_INTERRUPT);
        }
        return real;
    }

    /** Ends the handling of a line's real interrupt. */
    static void acknowledge(int line) {
        if (line >= 8) {
            Port.write(SECOND_COMMAND, END_OF_INTERRUPT);
        }
        Port.write(FIRST_COMMAND, END_OF_INTERRUPT);
    }

    private static boolean isInService(int line) {
        int port = line < 8 ? FIRST_COMMAND : SECOND_COMMAND;
        Port.write(port, READ_IN_SERVICE);
        return (Port.read(port) >> (line & 7) & 1) != 0;
    }
}
