package blogos.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LoadCheckTest {
    private static final long FIRST = 0x40_0000;
    private static final long LAST = 0x7fff_ffff_ffffL;

    @Test
    void acceptsWellFormedPrograms() throws ElfException {
        new ElfImage().parse().checkLoadable(FIRST, LAST);
        new ElfImage().parse().checkPhysicallyLoadable(0x1000, 0x4fff);
    }

    @Test
    void acceptsSegmentsUpToTheEndOfTheAddressSpace() throws ElfException {
        new ElfImage().putLong(ElfImage.DATA_SEGMENT + 16, -0x2000).parse().checkLoadable(FIRST, -1);
    }

    @Test
    void rejectsWhatIsNoFixedAddressProgram() {
        assertProblem("not a fixed-address executable", new ElfImage().putShort(0x10, ElfFile.ET_DYN));
        assertProblem(
                "nothing to load",
                new ElfImage().putInt(ElfImage.CODE_SEGMENT, 4).putInt(ElfImage.DATA_SEGMENT, 4));
        assertProblem(
                "dynamically linked: it asks for an interpreter",
                new ElfImage().putInt(ElfImage.DATA_SEGMENT, ProgramHeader.PT_INTERP));
    }

    @Test
    void rejectsSegmentsBothWritableAndExecutable() {
        assertProblem("segment is both writable and executable", new ElfImage().putInt(ElfImage.CODE_SEGMENT + 4, 7));
    }

    @Test
    void rejectsAddressesOutsideTheGivenRange() {
        assertProblem(
                "segment at 0xffff800000001000 lies outside the memory it may use",
                new ElfImage().putLong(ElfImage.CODE_SEGMENT + 16, 0xffff_8000_0000_1000L));
        assertProblem(
                "segment at 0x403000 lies outside the memory it may use",
                new ElfImage().putLong(ElfImage.DATA_SEGMENT + 40, LAST));
        ElfException e =
                assertThrows(ElfException.class, () -> new ElfImage().parse().checkPhysicallyLoadable(0x1000, 0x4ffe));
        assertEquals("segment at 0x3000 lies outside the memory it may use", e.problem());
    }

    @Test
    void rejectsOverlapsAndSharedPages() {
        String problem = "segment shares a page with its predecessor or lies below it";
        assertProblem(problem, new ElfImage().putLong(ElfImage.DATA_SEGMENT + 16, ElfImage.CODE_ADDRESS));
        assertProblem(problem, new ElfImage().putLong(ElfImage.DATA_SEGMENT + 16, ElfImage.CODE_ADDRESS + 0x20));
        assertProblem(problem, new ElfImage().putLong(ElfImage.DATA_SEGMENT + 16, FIRST));
        ElfImage physical = new ElfImage().putLong(ElfImage.DATA_SEGMENT + 24, 0x1020);
        assertThrows(ElfException.class, () -> physical.parse().checkPhysicallyLoadable(0, LAST));
    }

    @Test
    void rejectsEntryPointsOutsideCode() {
        String problem = "the entry point is not in an executable segment";
        assertProblem(problem, new ElfImage().putLong(0x18, 0));
        assertProblem(problem, new ElfImage().putLong(0x18, ElfImage.DATA_ADDRESS));
    }

    private static void assertProblem(String problem, ElfImage image) {
        ElfException e = assertThrows(ElfException.class, () -> image.parse().checkLoadable(FIRST, LAST));
        assertEquals(problem, e.problem());
    }
}
