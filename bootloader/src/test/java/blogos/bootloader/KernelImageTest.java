package blogos.bootloader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class KernelImageTest {
    private static final long BASE = 0xffff_ffff_8020_0000L;
    private static final int READ_EXECUTE = 5;
    private static final int READ_WRITE = 6;

    @Test
    void findsPlaceAndSize() {
        KernelImage image = KernelImage.of(elf(BASE + 0x10, segment(READ_EXECUTE, 0, 0x20_0000, 0x300, 0x300), data()));
        assertEquals(BASE, image.virtualStart());
        assertEquals(0x4000, image.length());
        assertEquals(0x20_0000, image.preferredStart().toLong());
        assertEquals(BASE + 0x10, image.entry());
    }

    @Test
    void placeIsThatOfTheFirstPage() {
        ByteBuffer code = segment(READ_EXECUTE, 0x100, 0x20_0100, 0x300, 0x300);
        KernelImage image = KernelImage.of(elf(BASE + 0x110, code, data()));
        assertEquals(BASE, image.virtualStart());
        assertEquals(0x20_0000, image.preferredStart().toLong());
    }

    @Test
    void knowsWhenItCannotHaveItsPlace() {
        ByteBuffer insidePage = segment(READ_EXECUTE, 0, 0x20_0100, 0x300, 0x300);
        assertTrue(KernelImage.of(elf(BASE, insidePage)).preferredStart().isZero());
        ByteBuffer below0 = segment(READ_EXECUTE, 0x100, 0, 0x300, 0x300);
        assertTrue(KernelImage.of(elf(BASE + 0x100, below0)).preferredStart().isZero());
    }

    @Test
    void copiesSegmentsAndLeavesTheRestZero() {
        KernelImage image = KernelImage.of(elf(BASE + 0x10, segment(READ_EXECUTE, 0, 0x20_0000, 0x300, 0x300), data()));
        Address memory = Address.allocateForTest(image.length());
        image.load(memory);
        assertEquals(0x464c_457f, memory.loadInt(0));
        assertEquals(0, memory.loadInt(0x300));
        assertEquals(0x464c_457f, memory.loadInt(0x2000));
        assertEquals(0, memory.loadInt(0x2100));
    }

    @Test
    void rejectsWhatIsNoKernel() {
        rejects("not an ELF file", new byte[100]);
        rejects("too short", new byte[0]);
        rejects("both writable and executable", elf(BASE, segment(7, 0, 0x20_0000, 0x300, 0x300)));
        ByteBuffer tooLow = segment(READ_EXECUTE, -0x4020_0000_0000L, 0x20_0000, 0x300, 0x300);
        rejects("outside the memory it may use", elf(BASE, tooLow));
        rejects("entry point", elf(BASE + 0x5000, segment(READ_EXECUTE, 0, 0x20_0000, 0x300, 0x300)));
        rejects("nothing to load", elf(BASE));
    }

    private static void rejects(String problem, byte[] file) {
        rejects(problem, Bytes.copyForTest(file));
    }

    private static void rejects(String problem, Bytes file) {
        BootFailure failure = assertThrows(BootFailure.class, () -> KernelImage.of(file));
        assertTrue(failure.getMessage().startsWith("the kernel cannot be loaded: "), failure.getMessage());
        assertTrue(failure.getMessage().contains(problem), failure.getMessage());
    }

    /** Two pages, of which the file holds 256 bytes, two pages above {@link #BASE}. */
    private static ByteBuffer data() {
        return segment(READ_WRITE, 0x2000, 0x20_2000, 0x100, 0x1800);
    }

    /** A PT_LOAD program header; contents come from the start of the file. */
    private static ByteBuffer segment(int flags, long offsetFromBase, long physical, long fileSize, long memorySize) {
        ByteBuffer header = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(1).putInt(flags).putLong(0).putLong(BASE + offsetFromBase).putLong(physical);
        return header.putLong(fileSize).putLong(memorySize).putLong(1).flip();
    }

    private static Bytes elf(long entry, ByteBuffer... segments) {
        ByteBuffer file = ByteBuffer.allocate(0x1000).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x464c_457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
        file.putShort((short) 2)
                .putShort((short) 62)
                .putInt(1)
                .putLong(entry)
                .putLong(64)
                .putLong(0)
                .putInt(0);
        file.putShort((short) 64)
                .putShort((short) 56)
                .putShort((short) segments.length)
                .putShort((short) 64);
        file.position(64);
        for (ByteBuffer segment : segments) {
            file.put(segment);
        }
        return Bytes.copyForTest(file.array());
    }
}
