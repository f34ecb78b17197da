package blogos.bootloader.uefi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import org.junit.jupiter.api.Test;

class GuidTest {
    private final Guid guid = Guid.of("5B1B31A1-9562-11D2-8E3F-00A0C969723B");

    /** The structure of UEFI 2.10, 2.3.1: a 32-bit, two 16-bit and eight 8-bit numbers. */
    @Test
    void hasTheSpecifiedBytes() {
        Address memory = Address.allocateForTest(Guid.SIZE);
        guid.store(memory);
        assertEquals(0x5B1B31A1, memory.loadInt(0));
        assertEquals(0x9562, memory.loadUnsignedShort(4));
        assertEquals(0x11D2, memory.loadUnsignedShort(6));
        int[] bytes = {0x8E, 0x3F, 0x00, 0xA0, 0xC9, 0x69, 0x72, 0x3B};
        for (int i = 0; i < bytes.length; i++) {
            assertEquals(bytes[i], memory.loadUnsignedByte(8 + i));
        }
    }

    @Test
    void isFoundInMemory() {
        Address memory = Address.allocateForTest(Guid.SIZE);
        assertFalse(guid.isAt(memory));
        guid.store(memory);
        assertTrue(guid.isAt(memory));
    }
}
