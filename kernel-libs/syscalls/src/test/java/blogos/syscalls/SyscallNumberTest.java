package blogos.syscalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyscallNumberTest {
    @Test
    void everyNumberHasItsOwnName() {
        Set<String> names = new HashSet<>();
        for (int number = 0; number < SyscallNumber.COUNT; number++) {
            String name = SyscallNumber.nameOf(number);
            assertTrue(name.equals("unknown") || names.add(name), "number " + number);
        }
        assertEquals("unknown", SyscallNumber.nameOf(SyscallNumber.COUNT));
        assertEquals("unknown", SyscallNumber.nameOf(-1));
        assertEquals("unknown", SyscallNumber.nameOf(1L << 32));
    }

    @Test
    void numbersAreTheOriginals() {
        assertEquals("write", SyscallNumber.nameOf(2));
        assertEquals("open", SyscallNumber.nameOf(5));
        assertEquals("next_direntry", SyscallNumber.nameOf(12));
        assertEquals(3, SyscallNumber.argumentCount(SyscallNumber.WRITE));
        assertEquals(1, SyscallNumber.argumentCount(SyscallNumber.BRK));
        assertEquals(0, SyscallNumber.argumentCount(99));
        assertEquals("munmap", SyscallNumber.nameOf(21));
    }

    @Test
    void nothingIsWritableAndExecutable() {
        assertTrue(Protection.isValid(Protection.NONE));
        assertTrue(Protection.isValid(Protection.READ | Protection.WRITE));
        assertTrue(Protection.isValid(Protection.READ | Protection.EXECUTE));
        assertFalse(Protection.isValid(Protection.WRITE | Protection.EXECUTE));
        assertFalse(Protection.isValid(8));
        assertFalse(Protection.isValid(-1));
    }

    @Test
    void anUnknownNumberIsNoOtherError() {
        assertNotEquals(IoError.NOT_FOUND, IoError.NO_SUCH_SYSTEM_CALL);
        assertEquals(-38, IoError.toResult(IoError.NO_SUCH_SYSTEM_CALL));
    }

    @Test
    void errorsAndResultsAreTold() {
        for (int code = 1; code <= IoError.MAX; code++) {
            assertTrue(IoError.isError(IoError.toResult(code)));
            assertEquals(code, IoError.codeOf(IoError.toResult(code)));
        }
        assertFalse(IoError.isError(0));
        assertFalse(IoError.isError(-4096));
        assertFalse(IoError.isError(Long.MIN_VALUE));
        assertEquals("bad address", IoError.messageOf(14));
        assertEquals("unknown error", IoError.messageOf(77));
    }
}
