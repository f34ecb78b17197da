package blogos.kernel.unwind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Bytes;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Walks the stack of three functions, assembled and linked once:
 *
 * <pre>
 * 201204 _start: .cfi_undefined rip;  xor ebp, ebp
 * 201206         call f
 * 20120b         ud2
 * 20120d f:      push rbp;  mov rbp, rsp;  push rbx
 * 201212         call g
 * 201217         nop;  pop rbx;  pop rbp
 * 20121a         ret
 * 20121b g:      test eax, eax;  je 201228
 * 20121f         sub rsp, 24
 * 201223         add rsp, 24
 * 201227         ret
 * 201228         hlt;  add rsp, 24      as if it came from 201223 (.cfi_restore_state)
 * 20122d         ret
 * </pre>
 */
class StackWalkTest {
    private static final long HEADER_ADDRESS = 0x200158;
    private static final long FRAMES_ADDRESS = 0x200180;
    private static final String HEADER = "011b033b2400000003000000ac10000040000000b510000054000000c310000074000000";
    private static final String FRAMES = ""
            + "1400000000000000017a5200017810011b0c070890010000100000001c0000006410000009000000"
            + "000710001c00000030000000591000000e00000000410e108602430d06418303480c07081c000000"
            + "50000000471000001300000000480e200a440e08410b450e08000000";

    private static final long STACK = 0x7000;
    private static final int RBX = 3;
    private static final int RBP = 6;
    private static final int RSP = 7;
    private static final int RIP = 16;

    /** Of 64 words from {@link #STACK} on. */
    private static final class Stack implements StackWalk.Memory {
        final long[] words = new long[64];

        @Override
        public boolean isReadable(long address) {
            return address >= STACK && address + 8 <= STACK + 8L * words.length && address % 8 == 0;
        }

        @Override
        public long read(long address) {
            return words[(int) (address - STACK) / 8];
        }
    }

    private final Stack stack = new Stack();
    private final long[] registers = new long[17];

    private static CallFrameTable table(byte[] header, byte[] frames) {
        return new CallFrameTable(Bytes.copyForTest(header), HEADER_ADDRESS, Bytes.copyForTest(frames), FRAMES_ADDRESS);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private StackWalk walk() {
        return new StackWalk(table(bytes(HEADER), bytes(FRAMES)), stack, registers);
    }

    /** Fills the stack as it is inside g, which was called by f; {@code word} is that of the return address into f. */
    private void inG(int word) {
        stack.words[word] = 0x201217;
        stack.words[word + 1] = 0xbb;
        stack.words[word + 2] = 0xb9;
        stack.words[word + 3] = 0x20120b;
        registers[RBP] = STACK + 8L * (word + 2);
    }

    @Test
    void walksFromAFunctionThatAllocated() {
        inG(10);
        registers[RSP] = STACK + 8 * 7;
        registers[RIP] = 0x201223;
        StackWalk walk = walk();
        assertEquals(0x201223, walk.instruction());
        assertTrue(walk.step());
        assertEquals(0x201216, walk.instruction());
        assertTrue(walk.step());
        assertEquals(0x20120a, walk.instruction());
        assertFalse(walk.step());
        assertEquals(0x20120a, walk.instruction());
    }

    @Test
    void followsEveryInstructionOfAFunction() {
        long[][] places = {{0x20121b, 10}, {0x20121d, 10}, {0x20121f, 10}, {0x201227, 10}, {0x201228, 7}, {0x20122d, 10}
        };
        for (long[] place : places) {
            inG(10);
            registers[RIP] = place[0];
            registers[RSP] = STACK + 8 * place[1];
            StackWalk walk = walk();
            assertTrue(walk.step(), Long.toHexString(place[0]));
            assertEquals(0x201216, walk.instruction());
        }
    }

    @Test
    void endsOutsideOfKnownCode() {
        registers[RSP] = STACK;
        for (long pc : new long[] {0, 0x201203, 0x20122e, -1, Long.MIN_VALUE}) {
            registers[RIP] = pc;
            assertFalse(walk().step());
        }
    }

    @Test
    void endsWhereTheStackCannotBeRead() {
        registers[RIP] = 0x20121b;
        for (long pointer : new long[] {0, STACK - 16, STACK + 64 * 8, -8, Long.MAX_VALUE}) {
            registers[RSP] = pointer;
            assertFalse(walk().step());
        }
    }

    @Test
    void endsOnAStackThatLeadsInCircles() {
        inG(10);
        stack.words[13] = 0x201217;
        stack.words[12] = STACK + 8 * 12;
        registers[RSP] = STACK + 8 * 10;
        registers[RIP] = 0x20121b;
        StackWalk walk = walk();
        int steps = 0;
        while (walk.step()) {
            steps++;
        }
        assertTrue(steps < 4, "steps: " + steps);
    }

    @Test
    void damagedTablesAreSurvived() {
        Random random = new Random(3);
        inG(10);
        registers[RSP] = STACK + 8 * 7;
        registers[RIP] = 0x201223;
        registers[RBX] = 5;
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 20_000; round++) {
                byte[] header = bytes(HEADER);
                byte[] frames = bytes(FRAMES);
                for (int i = 0; i <= random.nextInt(3); i++) {
                    byte[] victim = random.nextInt(4) == 0 ? header : frames;
                    victim[random.nextInt(victim.length)] = (byte) random.nextInt();
                }
                StackWalk walk = new StackWalk(table(header, frames), stack, registers);
                int steps = 0;
                while (walk.step()) {
                    steps++;
                }
                assertTrue(steps <= stack.words.length);
            }
        });
    }
}
