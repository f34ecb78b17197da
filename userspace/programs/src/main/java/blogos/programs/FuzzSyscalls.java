package blogos.programs;

import blogos.std.Syscall;
import blogos.syscalls.IoError;
import blogos.syscalls.SyscallNumber;

/**
 * {@code /bin/fuzz_syscalls}: makes system calls with arguments that make no sense, always the same ones. Every answer
 * must be a result or a known error. Its standard input should have an end.
 */
public final class FuzzSyscalls {
    private static final int CALLS = 100_000;

    /** Growth of the heap in bytes from which on the program asks for it back. */
    private static final long MUCH_MEMORY = 8 << 20;

    /** No descriptor, and no process of this test, has a number above. */
    private static final long MOST_DESCRIPTORS = 256;

    private static final long STANDARD_STREAMS = 3;

    /** In nanoseconds; all ones in binary. */
    private static final long LONGEST_SLEEP = 0xffff;

    private static final long[] EDGES = {
        0,
        1,
        2,
        3,
        7,
        8,
        4095,
        4096,
        0x40_0000,
        0x7fff_ffff,
        0x8000_0000L,
        0xffff_ffffL,
        0x7fff_ffff_efffL,
        0x7fff_ffff_f000L,
        0x8000_0000_0000L,
        0xffff_8000_0000_0000L,
        0xffff_ffff_8020_0000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2,
        -4096,
    };

    private final long[] mapped = new long[64];
    private final long[] lengths = new long[64];
    private long state = 0x9e37_79b9_7f4a_7c15L;
    private int errors;

    private FuzzSyscalls() {}

    /** Takes the number of calls, 100,000 if none is given. */
    public static void main(String[] args) {
        new FuzzSyscalls().run(args.length == 0 ? CALLS : Integer.parseInt(args[0]));
    }

    private void run(int calls) {
        long start = Syscall.call(SyscallNumber.BRK, 0);
        for (int i = 0; i < calls; i++) {
            long number = number();
            long result = call(number, start);
            check(number, result);
        }
        Syscall.call(SyscallNumber.BRK, start - Syscall.call(SyscallNumber.BRK, 0));
        System.out.println("Survived " + calls + " system calls, " + errors + " of them refused");
    }

    private long call(long number, long start) {
        if (number == SyscallNumber.BRK) {
            return moveHeap(start);
        }
        if (number == SyscallNumber.MMAP) {
            return map();
        }
        if (number == SyscallNumber.MUNMAP) {
            return unmap();
        }
        return Syscall.call(number, first(number), argument(), argument(), argument(), argument(), argument());
    }

    /** Maps something somewhere, and remembers where in place of something else, which is unmapped. */
    private long map() {
        int slot = (int) (next() >>> 8) & mapped.length - 1;
        if (mapped[slot] != 0) {
            Syscall.call(SyscallNumber.MUNMAP, mapped[slot], lengths[slot]);
            mapped[slot] = 0;
        }
        long length = (next() & 1) == 0 ? argument() : next() >>> 44;
        long result = Syscall.call(SyscallNumber.MMAP, argument(), length, argument() & 7);
        if (!IoError.isError(result)) {
            mapped[slot] = result;
            lengths[slot] = length;
        }
        return result;
    }

    /** Unmaps some of what was mapped, or where this program cannot have anything. */
    private long unmap() {
        long choice = next() >>> 8;
        int slot = (int) choice & mapped.length - 1;
        if (mapped[slot] != 0 && (choice & 0x1000) != 0) {
            return Syscall.call(SyscallNumber.MUNMAP, mapped[slot], 1 + (next() & 0x7fff_ffff) % lengths[slot]);
        }
        return Syscall.call(SyscallNumber.MUNMAP, argument() | Long.MIN_VALUE >>> (choice & 1) * 63, argument());
    }

    /** A number of any call but EXIT; sometimes one that names none. */
    private long number() {
        long number = next() % 8 == 0 ? argument() : (next() >>> 1) % SyscallNumber.COUNT;
        return number == SyscallNumber.EXIT ? SyscallNumber.YIELD : number;
    }

    /**
     * The first argument. Not one with which a call does what it should and the test cannot go on: the standard outputs
     * show the result, pipes of the program's own and long sleeps wait for ever, and other processes are needed.
     */
    private long first(long number) {
        long argument = argument();
        boolean isSmall = argument > 0 && argument <= MOST_DESCRIPTORS;
        return switch ((int) number) {
            case SyscallNumber.WRITE, SyscallNumber.READ, SyscallNumber.KILL ->
                isSmall ? argument + MOST_DESCRIPTORS : argument;
            case SyscallNumber.CLOSE -> argument >= 0 && argument < STANDARD_STREAMS ? STANDARD_STREAMS : argument;
            case SyscallNumber.SLEEP -> argument & LONGEST_SLEEP;
            default -> argument;
        };
    }

    /**
     * Moves the end of the heap up at random, and back when it is far up. What it takes away is only what it made: the
     * runtime itself grows its heap for nothing that this program does meanwhile.
     */
    private long moveHeap(long start) {
        long above = Syscall.call(SyscallNumber.BRK, 0) - start;
        if (above > MUCH_MEMORY) {
            return Syscall.call(SyscallNumber.BRK, -above);
        }
        long delta = argument();
        return Syscall.call(SyscallNumber.BRK, delta < 0 ? Long.MIN_VALUE : delta);
    }

    private void check(long number, long result) {
        if (!IoError.isError(result)) {
            return;
        }
        errors++;
        String message = IoError.messageOf(IoError.codeOf(result));
        if (message.startsWith("unknown") || IoError.codeOf(result) == IoError.INTERNAL) {
            System.out.println("System call " + number + " answered " + result + ": " + message);
        }
    }

    private long argument() {
        long choice = next();
        int edge = (int) ((choice >>> 8) % EDGES.length);
        return switch ((int) choice & 3) {
            case 0 -> next();
            case 1 -> EDGES[edge] + (choice >> 60);
            default -> EDGES[edge];
        };
    }

    /** The next number of a linear congruential sequence, its bits mixed. */
    private long next() {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return state ^ state >>> 29;
    }
}
