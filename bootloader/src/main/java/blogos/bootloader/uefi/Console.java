package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.hal.Uart16550;

/**
 * Where messages go: the firmware's console, which is the screen and often a serial port too, and the first serial
 * port, unless the console goes there already.
 *
 * <p>Everything is static and printing allocates nothing: the runtime's last words about a broken heap come here.
 */
final class Console {
    /** Fields of {@code EFI_DEVICE_PATH_PROTOCOL} (UEFI 2.10, 10.2) and the node of a serial port (10.3.4.16). */
    private static final int NODE_TYPE = 0;

    private static final int NODE_SUBTYPE = 1;
    private static final int NODE_LENGTH = 2;
    private static final int NODE_HEADER_SIZE = 4;
    private static final int TYPE_MESSAGING = 3;
    private static final int SUBTYPE_UART = 14;

    private static TextOutput output;
    private static boolean hasFirmware;
    private static Uart16550 serial;
    private static int pending;

    private Console() {}

    /** Starts output through the firmware. */
    static void initialize(SystemTable table) {
        output = table.consoleOutput();
        hasFirmware = true;
    }

    /**
     * Starts output through the serial port, unless the firmware says that its console includes one (UEFI 2.10, 3.3:
     * the variable ConOut).
     */
    static void addSerial(RuntimeServices services) {
        if (!namesSerialPort(services.globalVariable("ConOut", Scratch.buffer(), Scratch.BUFFER_SIZE))) {
            serial = Uart16550.open(Uart16550.COM1);
        }
    }

    /** From now on everything goes to the serial port: the firmware is gone. */
    static void leaveFirmware() {
        hasFirmware = false;
        if (serial == null) {
            serial = Uart16550.open(Uart16550.COM1);
        }
    }

    /** Shows ASCII text. */
    static void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        flush();
    }

    /** Shows bytes; those that are not ASCII as question marks. */
    static void print(Address bytes, long length) {
        for (long i = 0; i < length; i++) {
            byte value = bytes.loadByte(i);
            put(value < 0 ? '?' : (char) value);
        }
        flush();
    }

    /** Whether one of a list of device paths leads through a serial port. */
    static boolean namesSerialPort(Bytes paths) {
        long offset = 0;
        while (offset + NODE_HEADER_SIZE <= paths.length()) {
            if (paths.u8(offset + NODE_TYPE) == TYPE_MESSAGING && paths.u8(offset + NODE_SUBTYPE) == SUBTYPE_UART) {
                return true;
            }
            offset += Math.max(paths.u16(offset + NODE_LENGTH), NODE_HEADER_SIZE);
        }
        return false;
    }

    private static void put(char unit) {
        if (unit == '\n') {
            put('\r');
        }
        if (serial != null) {
            serial.write(unit);
        }
        Scratch.textUnit(pending++, unit);
        if (pending == Scratch.TEXT_LENGTH - 1) {
            flush();
        }
    }

    private static void flush() {
        Scratch.textUnit(pending, '\0');
        pending = 0;
        if (hasFirmware) {
            output.print(Scratch.text());
        }
    }
}
