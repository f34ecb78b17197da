package blogos.hal;

/**
 * The PS/2 keyboard behind its controller (Intel 8042; IBM PS/2 technical reference, "Keyboard and auxiliary device
 * controller"). It interrupts on line 1 whenever the keyboard sends a byte.
 */
public final class Keyboard8042 {
    /** Its interrupt line. */
    public static final int LINE = 1;

    private static final int DATA = 0x60;
    private static final int STATUS = 0x64;
    private static final int COMMAND = 0x64;

    private static final int OUTPUT_FULL = 1;
    private static final int INPUT_FULL = 2;
    private static final int FROM_MOUSE = 0x20;
    private static final int NO_CONTROLLER = 0xff;

    private static final int READ_CONFIGURATION = 0x20;
    private static final int WRITE_CONFIGURATION = 0x60;
    private static final int DISABLE_MOUSE = 0xa7;
    private static final int TEST_KEYBOARD = 0xab;
    private static final int DISABLE_KEYBOARD = 0xad;
    private static final int ENABLE_KEYBOARD = 0xae;
    private static final int WRITE_AS_KEYBOARD = 0xd2;

    private static final int KEYBOARD_INTERRUPT = 1;
    private static final int MOUSE_INTERRUPT = 2;
    private static final int KEYBOARD_CLOCK_OFF = 0x10;
    private static final int TRANSLATE = 0x40;

    private static final int ENABLE_SCANNING = 0xf4;
    private static final int ACKNOWLEDGED = 0xfa;
    private static final int TEST_PASSED = 0;

    /** A keyboard answers within 20 ms; a port read takes at least 0.1 microseconds. */
    private static final int MOST_POLLS = 200_000;

    /** More bytes than the controller and a keyboard hold. */
    private static final int MOST_STALE_BYTES = 32;

    private Keyboard8042() {}

    /**
     * Brings the controller into a known state, mouse off, keyboard on, codes translated to set 1, and turns its
     * interrupt on. The line may still be masked.
     *
     * @return whether there is a controller with a working keyboard port
     */
    public static boolean initialize() {
        if (Port.read(STATUS) == NO_CONTROLLER) {
            return false;
        }
        command(DISABLE_KEYBOARD);
        command(DISABLE_MOUSE);
        discard();
        command(READ_CONFIGURATION);
        int configuration = await();
        command(TEST_KEYBOARD);
        if (configuration < 0 || await() != TEST_PASSED) {
            return false;
        }
        command(ENABLE_KEYBOARD);
        send(ENABLE_SCANNING);
        for (int i = 0; i < MOST_STALE_BYTES && await() != ACKNOWLEDGED; i++) {
            Cpu.pause();
        }
        command(WRITE_CONFIGURATION);
        send(configuration & ~MOUSE_INTERRUPT & ~KEYBOARD_CLOCK_OFF | TRANSLATE | KEYBOARD_INTERRUPT);
        discard();
        return true;
    }

    /**
     * The next byte from the keyboard, or -1 if there is none. What a mouse sends is dropped. For its interrupt
     * handler.
     */
    public static int read() {
        for (int i = 0; i < MOST_STALE_BYTES; i++) {
            int status = Port.read(STATUS);
            if (status == NO_CONTROLLER || (status & OUTPUT_FULL) == 0) {
                return -1;
            }
            int value = Port.read(DATA);
            if ((status & FROM_MOUSE) == 0) {
                return value;
            }
        }
        return -1;
    }

    /** Lets the controller say that the keyboard sent a byte: for tests. */
    public static void pretend(int value) {
        command(WRITE_AS_KEYBOARD);
        send(value);
    }

    private static void command(int value) {
        awaitRoom();
        Port.write(COMMAND, value);
    }

    private static void send(int value) {
        awaitRoom();
        Port.write(DATA, value);
    }

    private static void awaitRoom() {
        for (int i = 0; i < MOST_POLLS && (Port.read(STATUS) & INPUT_FULL) != 0; i++) {
            Cpu.pause();
        }
    }

    /** The next byte from controller or keyboard; -1 if none comes. */
    private static int await() {
        for (int i = 0; i < MOST_POLLS; i++) {
            if ((Port.read(STATUS) & OUTPUT_FULL) != 0) {
                return Port.read(DATA);
            }
            Cpu.pause();
        }
        return -1;
    }

    private static void discard() {
        for (int i = 0; i < MOST_STALE_BYTES && (Port.read(STATUS) & OUTPUT_FULL) != 0; i++) {
            Port.read(DATA);
        }
    }
}
