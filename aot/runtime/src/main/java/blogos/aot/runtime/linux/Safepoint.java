package blogos.aot.runtime.linux;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;

/**
 * Makes all threads but one stand still, so that the one can look at their stacks.
 *
 * <p>Each thread's block has a state. A thread <em>runs</em>, or it is <em>outside</em>: in a system call that may
 * block, its registers on its stack, which it leaves as it is. To stop the threads, one sets {@link #STOPPING}, raises the
 * others' stack limits so that they go outside at their next poll, and makes each that is outside <em>held</em>: it cannot
 * come back before it is released. Threads that are outside anyway do not notice.
 */
@NoPoll
final class Safepoint {
    /** Kind of {@link #callOutside}: returns when threads run again. */
    static final int NOTHING = 0;

    /** Kind of {@link #callOutside}: reads from a descriptor to an address as many bytes. */
    static final int READ = 1;

    /** Kind of {@link #callOutside}: writes to a descriptor from an address as many bytes. */
    static final int WRITE = 2;

    /** Kind of {@link #callOutside}: waits while an address holds a number, for some nanoseconds or, if 0, for ever. */
    static final int WAIT = 3;

    /** In the block: one of the three. */
    private static final int STATE = Tls.IMAGE;

    private static final int RUNNING = 0;
    private static final int OUTSIDE = 1;
    private static final int HELD = 2;

    /** In the first thread's block: 1 while the list of threads is held, such as by the one that stops the others. */
    private static final int LOCK = Tls.IMAGE + 64;

    /** In the first thread's block: 1 while threads are to stand still. */
    private static final int STOPPING = Tls.IMAGE + 68;

    /** In the first thread's block: changes when a thread goes outside that should. */
    private static final int ARRIVALS = Tls.IMAGE + 72;

    private static final long RAISED_LIMIT = -1;

    /** How long to wait for arrivals before the limits are raised again: the thread may have lowered its own meanwhile. */
    private static final long RETRY_NANOS = 1_000_000;

    private static long firstBlock;
    private static long mainBlock;

    private Safepoint() {}

    /** Makes the running thread the first one. */
    static void open() {
        mainBlock = Tls.loadLong(Tls.SELF);
        firstBlock = mainBlock;
    }

    /** The block of the thread that the program started with. */
    static Address mainBlock() {
        return Address.of(mainBlock);
    }

    private static Address self() {
        return Address.of(Tls.loadLong(Tls.SELF));
    }

    /** The block of the first thread of the list. */
    static Address firstThread() {
        return Address.of(firstBlock);
    }

    /** Makes the block of a thread that has not started look as if it were outside, with nothing on its stack. */
    static void openBlock(Address block, Address stack) {
        block.storeAddress(Tls.STOPPED_STACK, stack);
        block.storeInt(STATE, OUTSIDE);
    }

    /** Adds a thread to the list; the lock is held. */
    static void addThread(Address block) {
        block.storeLong(Tls.NEXT_THREAD, firstBlock);
        firstBlock = block.toLong();
    }

    /** Removes a thread from the list; the lock is held. */
    static void removeThread(Address block) {
        Address next = block.loadAddress(Tls.NEXT_THREAD);
        if (firstBlock == block.toLong()) {
            firstBlock = next.toLong();
            return;
        }
        Address previous = firstThread();
        while (!previous.loadAddress(Tls.NEXT_THREAD).isSame(block)) {
            previous = previous.loadAddress(Tls.NEXT_THREAD);
        }
        previous.storeAddress(Tls.NEXT_THREAD, next);
    }

    /** Takes the lock of the list; stands still meanwhile if that is asked for. */
    static void acquireLock() {
        while (!mainBlock().compareAndSetInt(LOCK, 0, 1)) {
            if (!poll()) {
                LinuxCalls.yield();
            }
        }
    }

    static void releaseLock() {
        mainBlock().storeIntVolatile(LOCK, 0);
    }

    /** Stands still if that is asked for; whether it was. */
    static boolean poll() {
        if (mainBlock().loadIntVolatile(STOPPING) == 0) {
            return false;
        }
        callOutside(NOTHING, 0, 0, 0);
        return true;
    }

    /** See {@code Platform.stopThreads}. A request that the caller has not seen yet is settled: it must not stop at its own. */
    static boolean stopThreads() {
        while (!mainBlock().compareAndSetInt(LOCK, 0, 1)) {
            if (poll()) {
                return false;
            }
            LinuxCalls.yield();
        }
        Address self = self();
        self.compareAndSetLong(Tls.STACK_LIMIT, RAISED_LIMIT, self.loadLong(Tls.REAL_STACK_LIMIT));
        mainBlock().storeIntVolatile(STOPPING, 1);
        for (Address block = firstThread(); !block.isZero(); block = block.loadAddress(Tls.NEXT_THREAD)) {
            if (!block.isSame(self)) {
                raiseLimit(block);
            }
        }
        for (Address block = firstThread(); !block.isZero(); block = block.loadAddress(Tls.NEXT_THREAD)) {
            if (!block.isSame(self)) {
                hold(block);
            }
        }
        return true;
    }

    /** Makes a thread come here at its next poll, unless it is using the reserve of its stack. */
    private static void raiseLimit(Address block) {
        block.compareAndSetLong(Tls.STACK_LIMIT, block.loadLong(Tls.REAL_STACK_LIMIT), RAISED_LIMIT);
    }

    private static void hold(Address block) {
        int seen = mainBlock().loadIntVolatile(ARRIVALS);
        while (!block.compareAndSetInt(STATE, OUTSIDE, HELD)) {
            raiseLimit(block);
            LinuxCalls.futexWait(mainBlock().plus(ARRIVALS), seen, RETRY_NANOS);
            seen = mainBlock().loadIntVolatile(ARRIVALS);
        }
    }

    /** See {@code Platform.resumeThreads}. */
    static void resumeThreads() {
        Address self = self();
        for (Address block = firstThread(); !block.isZero(); block = block.loadAddress(Tls.NEXT_THREAD)) {
            if (!block.isSame(self)) {
                block.storeIntVolatile(STATE, OUTSIDE);
            }
        }
        mainBlock().storeIntVolatile(STOPPING, 0);
        LinuxCalls.futexWake(mainBlock().plus(STOPPING), Integer.MAX_VALUE);
        releaseLock();
    }

    /** Goes outside: from here on the thread's stack may be looked at, above what {@link Tls#STOPPED_STACK} says. */
    private static void leave() {
        self().storeIntVolatile(STATE, OUTSIDE);
        if (mainBlock().loadIntVolatile(STOPPING) != 0) {
            int seen;
            do {
                seen = mainBlock().loadIntVolatile(ARRIVALS);
            } while (!mainBlock().compareAndSetInt(ARRIVALS, seen, seen + 1));
            LinuxCalls.futexWake(mainBlock().plus(ARRIVALS), 1);
        }
    }

    /** Comes back, not before threads may run. */
    static void comeBack() {
        do {
            while (mainBlock().loadIntVolatile(STOPPING) != 0) {
                LinuxCalls.futexWait(mainBlock().plus(STOPPING), 1, 0);
            }
        } while (!self().compareAndSetInt(STATE, OUTSIDE, RUNNING));
    }

    /**
     * Goes outside for something that may block. Pushes the registers that calls preserve, so that the collector sees
     * what they hold. 48 is {@link Tls#STOPPED_STACK}.
     */
    @Asm(
            naked = true,
            value = {
                "    pushq %rbx",
                "    .cfi_adjust_cfa_offset 8",
                "    pushq %rbp",
                "    .cfi_adjust_cfa_offset 8",
                "    pushq %r12",
                "    .cfi_adjust_cfa_offset 8",
                "    pushq %r13",
                "    .cfi_adjust_cfa_offset 8",
                "    pushq %r14",
                "    .cfi_adjust_cfa_offset 8",
                "    pushq %r15",
                "    .cfi_adjust_cfa_offset 8",
                "    subq $8, %rsp",
                "    .cfi_adjust_cfa_offset 8",
                "    movq %rsp, %fs:48",
                "    call {blogos.aot.runtime.linux.Safepoint.outside}",
                "    movq $0, %fs:48",
                "    addq $56, %rsp",
                "    .cfi_adjust_cfa_offset -56",
                "    ret",
            })
    static native long callOutside(int kind, long first, long second, long third);

    /** Called by {@link #callOutside}; touches no object. */
    private static long outside(int kind, long first, long second, long third) {
        leave();
        long result = 0;
        if (kind == READ) {
            result = LinuxCalls.read((int) first, Address.of(second), third);
        } else if (kind == WRITE) {
            result = LinuxCalls.write((int) first, Address.of(second), third);
        } else if (kind == WAIT) {
            LinuxCalls.futexWait(Address.of(first), (int) second, third);
        }
        comeBack();
        return result;
    }
}
