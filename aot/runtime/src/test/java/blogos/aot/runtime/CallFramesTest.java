package blogos.aot.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks over a made-up stack with tables that are written by hand, as an assembler would. */
class CallFramesTest {
    private static final int R12 = 12;

    private final Address code = Address.allocateForTest(4096);
    private final Address tables = Address.allocateForTest(4096);
    private final Address stack = Address.allocateForTest(1024);
    private final FrameCursor cursor = FrameCursor.at(Address.allocateForTest(FrameCursor.SIZE));
    private Address next = tables.plus(256);
    private Address header = tables;
    private int functions;

    @BeforeEach
    void writeHeader() {
        header.storeInt(0x3b03_1b01);
        header.storeInt(4, 0);
    }

    private void bytes(int... values) {
        for (int value : values) {
            next.storeByte((byte) value);
            next = next.plus(1);
        }
    }

    private void word(long value) {
        next.storeInt((int) value);
        next = next.plus(4);
    }

    /** Starts an entry; answers where its length goes. */
    private Address begin() {
        Address start = next;
        next = next.plus(4);
        return start;
    }

    private void end(Address start) {
        start.storeInt((int) next.distanceFrom(start.plus(4)));
    }

    /** A common entry: code alignment 1, data alignment -8, frame address rsp + 8, return address below it. */
    private Address common(String augmentation, int... encodings) {
        Address start = begin();
        word(0);
        bytes(1);
        for (int i = 0; i < augmentation.length(); i++) {
            bytes(augmentation.charAt(i));
        }
        bytes(0, 1, 0x78, 16, encodings.length);
        bytes(encodings);
        bytes(0x0c, 7, 8, 0x90, 1);
        end(start);
        return start;
    }

    private void function(Address common, int offset, int length, int... program) {
        header.storeInt(12 + functions * 8, (int) code.plus(offset).distanceFrom(header));
        header.storeInt(16 + functions * 8, (int) next.distanceFrom(header));
        header.storeInt(8, ++functions);
        Address start = begin();
        word(next.distanceFrom(common));
        next.storeInt((int) code.plus(offset).distanceFrom(next));
        next = next.plus(4);
        word(length);
        bytes(0);
        bytes(program);
        end(start);
    }

    private void at(int codeOffset, int stackOffset, boolean isExact) {
        cursor.memory().storeAddress(FrameCursor.RIP * 8L, code.plus(codeOffset));
        cursor.memory().storeAddress(FrameCursor.RSP * 8L, stack.plus(stackOffset));
        cursor.open(isExact, stack, stack.plus(1024));
    }

    private boolean step() {
        return cursor.locate(header) && CallFrames.unwind(cursor.memory(), cursor.instruction());
    }

    @Test
    void followsPushesAndPops() {
        Address common = common("zR", 0x1b);
        // push rbp at 1, sub 32 at 5; add 32 at 50, pop rbp at 51
        function(common, 0x100, 0x40, 0x41, 0x0e, 16, 0x86, 2, 0x44, 0x0e, 48, 0x02, 45, 0x0e, 16, 0x41, 0x0e, 8, 0xc6);
        function(common, 0x200, 0x40);
        stack.storeAddress(32 + 8, code.plus(0x210));
        stack.storeLong(32, 77);
        at(0x120, 0, false);
        assertTrue(step());
        assertEquals(code.plus(0x210).toLong(), cursor.pc().toLong());
        assertEquals(stack.plus(48).toLong(), cursor.stackPointer().toLong());
        assertEquals(77, cursor.register(FrameCursor.RBP));

        stack.storeAddress(0, code.plus(0x220));
        at(0x100, 0, true);
        assertTrue(step());
        assertEquals(code.plus(0x220).toLong(), cursor.pc().toLong());

        at(0x100 + 51, 0, true);
        cursor.memory().storeLong(FrameCursor.RBP * 8L, 5);
        assertTrue(step());
        assertEquals(stack.plus(8).toLong(), cursor.stackPointer().toLong());
        assertEquals(5, cursor.register(FrameCursor.RBP));
    }

    @Test
    void returnAddressBehindTheFunctionBelongsToIt() {
        Address common = common("zR", 0x1b);
        function(common, 0x100, 0x10, 0x0e, 16);
        function(common, 0x110, 0x10, 0x07, 16);
        stack.storeAddress(8, code.plus(0x300));
        at(0x110, 0, false);
        assertTrue(step());
        at(0x110, 0, true);
        assertFalse(step(), "the outermost frame has no return address");
    }

    @Test
    void remembersAndRestoresRows() {
        Address common = common("zR", 0x1b);
        function(common, 0x100, 0x40, 0x0e, 32, 0x48, 0x0a, 0x0e, 8, 0x48, 0x0b);
        for (int offset : new int[] {0x104, 0x118}) {
            stack.storeAddress(24, code.plus(0x500));
            at(offset, 0, true);
            assertTrue(step());
            assertEquals(code.plus(0x500).toLong(), cursor.pc().toLong());
        }
        stack.storeAddress(0, code.plus(0x600));
        at(0x10a, 0, true);
        assertTrue(step());
        assertEquals(code.plus(0x600).toLong(), cursor.pc().toLong());
    }

    @Test
    void crossesAnInterruptFrame() {
        Address common = common("zRS", 0x1b);
        Address plain = common("zR", 0x1b);
        // Above the saved r12 lies what the processor pushed: rip, cs, flags, rsp. The frame address is that of cs.
        function(common, 0x100, 0x40, 0x0e, 16, 0x8c, 2, 0x11, 7, 0x7e);
        function(plain, 0x200, 0x40, 0x0e, 8);
        stack.storeLong(0, 99);
        stack.storeAddress(8, code.plus(0x200));
        stack.storeAddress(32, stack.plus(0x80));
        at(0x110, 0, false);
        assertTrue(step());
        assertEquals(stack.plus(0x80).toLong(), cursor.stackPointer().toLong());
        assertEquals(99, cursor.register(R12));
        assertEquals(code.plus(0x200).toLong(), cursor.instruction().toLong(), "the interrupted instruction itself");
        assertTrue(cursor.locate(header));
    }

    @Test
    void readsOnlyInsideTheBounds() {
        Address common = common("zR", 0x1b);
        function(common, 0x100, 0x40, 0x0e, 16);
        at(0x110, 1024 - 8, true);
        assertFalse(step());
        at(0x110, -64, true);
        assertFalse(step());
    }

    @Test
    void findsNothingOutsideOfFunctions() {
        Address common = common("zR", 0x1b);
        function(common, 0x100, 0x40);
        for (int offset : new int[] {0xff, 0x140, 0x900}) {
            at(offset, 0, true);
            assertFalse(step());
        }
    }

    @Test
    void findsTheLandingPadOfACall() {
        Address table = next;
        bytes(0xff, 0xff, 0x01, 12);
        bytes(0x00, 0x10, 0x00, 0x00, 0x10, 0x08, 0x30, 0x01, 0x20, 0x04, 0x38, 0x01);
        Address common = common("zLR", 0x1b, 0x1b);
        header.storeInt(12, (int) code.plus(0x100).distanceFrom(header));
        header.storeInt(16, (int) next.distanceFrom(header));
        header.storeInt(8, 1);
        Address start = begin();
        word(next.distanceFrom(common));
        word(code.plus(0x100).distanceFrom(next));
        word(0x40);
        bytes(4);
        word(table.distanceFrom(next));
        end(start);
        int[][] expected = {{0x108, 0}, {0x111, 0x130}, {0x118, 0x130}, {0x11c, 0}, {0x124, 0x138}, {0x130, 0}};
        for (int[] row : expected) {
            at(row[0], 0, false);
            assertTrue(cursor.locate(header));
            assertEquals(row[1] == 0 ? 0 : code.plus(row[1]).toLong(), LandingPads.find(cursor).toLong());
        }
    }
}
