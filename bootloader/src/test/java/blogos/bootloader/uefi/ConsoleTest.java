package blogos.bootloader.uefi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Bytes;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    /** An ACPI node, then the end of one path; a display and a serial port in the next. */
    @Test
    void findsASerialPortInAnyPath() {
        assertTrue(namesSerialPort(2, 1, 6, 0, 9, 9, 0x7f, 1, 4, 0, 1, 1, 4, 0, 3, 14, 19, 0));
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertFalse(namesSerialPort());
        assertFalse(namesSerialPort(2, 1, 6, 0, 3, 14, 0x7f, 0xff, 4, 0));
    }

    @Test
    void endsOnNodesWithoutLength() {
        assertFalse(namesSerialPort(2, 1, 0, 0, 2, 1, 0, 0, 3));
    }

    private static boolean namesSerialPort(int... bytes) {
        byte[] path = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            path[i] = (byte) bytes[i];
        }
        return Console.namesSerialPort(Bytes.copyForTest(path));
    }
}
