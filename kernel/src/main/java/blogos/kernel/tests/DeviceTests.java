package blogos.kernel.tests;

import blogos.hal.InterruptController;
import blogos.hal.Keyboard8042;
import blogos.hal.Uart16550;
import blogos.kernel.interrupts.InterruptStatistics;
import blogos.kernel.terminal.Terminal;
import java.nio.charset.StandardCharsets;

/** Keyboard, serial port and terminal. */
final class DeviceTests {
    /** Scan codes of "hi" and Enter, set 1. */
    private static final int[] HI = {0x23, 0xa3, 0x17, 0x97, 0x1c, 0x9c};

    private static final int KEYBOARD_VECTOR = InterruptController.FIRST_VECTOR + Keyboard8042.LINE;

    private DeviceTests() {}

    static void addTo(TestList tests) {
        tests.add("interrupts - what the keyboard sends arrives by interrupt", DeviceTests::keyboard);
        tests.add("interrupts - what the serial port receives arrives by interrupt", DeviceTests::serial);
    }

    private static String read() {
        byte[] buffer = new byte[100];
        int count = Terminal.system().read(buffer, 0, buffer.length);
        return new String(buffer, 0, count, StandardCharsets.UTF_8);
    }

    private static void keyboard() {
        Terminal.system().setMode(true, false);
        for (int code : HI) {
            long before = InterruptStatistics.countOf(KEYBOARD_VECTOR);
            Keyboard8042.pretend(code);
            Check.equal(1, InterruptTests.awaitMore(KEYBOARD_VECTOR, before), "the number of interrupts");
        }
        Check.equals("hi\n", read(), "the line");
        Terminal.system().setMode(true, true);
    }

    private static void serial() {
        Uart16550 port = Uart16550.open(Uart16550.COM1);
        Terminal.system().setMode(true, false);
        port.setLoopback(true);
        port.setReceiveInterrupt(true);
        for (byte b : "over the line\r".getBytes(StandardCharsets.US_ASCII)) {
            port.write(b);
        }
        String line = read();
        port.setLoopback(false);
        Terminal.system().setMode(true, true);
        Check.equals("over the line\n", line, "the line");
    }
}
