package blogos.programs;

import blogos.std.Misdeeds;
import blogos.std.Syscall;
import blogos.syscalls.Protection;
import blogos.syscalls.SyscallNumber;

/**
 * {@code /bin/memory_costs}: measures what memory costs, in ticks of the time-stamp counter. Under QEMU's
 * {@code -icount shift=0} a tick is an instruction.
 */
public final class MemoryCosts {
    private static final long PAGE = 4096;
    private static final int ROUNDS = 5;
    private static final int PAGES = 1024;
    private static final int BOTH = Protection.READ | Protection.WRITE;

    private MemoryCosts() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        long[] least = new long[5];
        java.util.Arrays.fill(least, Long.MAX_VALUE);
        for (int i = 0; i < ROUNDS; i++) {
            least[0] = Math.min(least[0], systemCall());
            least[1] = Math.min(least[1], mapAndUnmap(1, false));
            least[2] = Math.min(least[2], mapAndUnmap(1, true));
            least[3] = Math.min(least[3], mapAndUnmap(PAGES, true));
            least[4] = Math.min(least[4], faults());
        }
        System.out.println("system call " + least[0]);
        System.out.println("map and unmap a page " + least[1]);
        System.out.println("map, touch and unmap a page " + least[2]);
        System.out.println("map, touch and unmap " + PAGES + " pages " + least[3]);
        System.out.println("page fault " + least[4] / PAGES);
    }

    private static long systemCall() {
        long start = System.nanoTime();
        Syscall.call(SyscallNumber.YIELD);
        return System.nanoTime() - start;
    }

    private static long mapAndUnmap(int pages, boolean touch) {
        long start = System.nanoTime();
        long place = Syscall.call(SyscallNumber.MMAP, 0, pages * PAGE, BOTH);
        if (touch) {
            touch(place, pages);
        }
        Syscall.call(SyscallNumber.MUNMAP, place, pages * PAGE);
        return System.nanoTime() - start;
    }

    private static long faults() {
        long place = Syscall.call(SyscallNumber.MMAP, 0, PAGES * PAGE, BOTH);
        long start = System.nanoTime();
        touch(place, PAGES);
        long ticks = System.nanoTime() - start;
        Syscall.call(SyscallNumber.MUNMAP, place, PAGES * PAGE);
        return ticks;
    }

    private static void touch(long place, int pages) {
        for (long i = 0; i < pages; i++) {
            Misdeeds.writeByte(place + i * PAGE, (byte) 1);
        }
    }
}
