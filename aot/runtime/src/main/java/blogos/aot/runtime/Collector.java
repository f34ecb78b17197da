package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.InCollector;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;

/**
 * The garbage collector: marks what is reachable from {@link Roots}, then frees the rest by the mark bitmaps. Objects do
 * not move. The program stands still meanwhile: the collecting thread at a call to the allocator, all others at polls
 * or in system calls ({@link Platform#stopThreads}).
 *
 * <p>It runs when the bytes allocated since the last time exceed those that were live then, and when the platform has
 * no more memory. It does not run where it cannot know the whole stack: where {@link Tls#STACK_BASE} is 0, and on
 * another stack than that one, such as that of a double fault.
 *
 * <p>Environment variables, where the platform has them: {@value #STRESS_VARIABLE}=N collects at every Nth allocation;
 * {@value #LIMIT_VARIABLE}=BYTES ends the heap's growth, instead of {@link Platform#heapLimit}.
 */
@NoPoll
final class Collector {
    /** Outcome of {@link #collect}: garbage has been collected. */
    static final int DONE = 0;

    /** Outcome of {@link #collect}: another thread has collected meanwhile, perhaps sparing soft references. */
    static final int BY_ANOTHER_THREAD = 1;

    /** Outcome of {@link #collect}: not possible here. */
    static final int IMPOSSIBLE = 2;

    private static final String STRESS_VARIABLE = "BLOGOS_GC_STRESS";
    private static final String LIMIT_VARIABLE = "BLOGOS_HEAP_LIMIT";

    /** Least number of bytes that are allocated between two collections which allocation starts. */
    private static final long LEAST_INTERVAL = 1 << 20;

    /** {@link Allocator#allocatedBytes} from which on a collection is due. */
    private static long dueAt = LEAST_INTERVAL;

    /** Whether a collection is possible: not before {@link #open}, not while one runs. */
    private static boolean ready;

    private static long stressInterval;
    private static long stressCount;
    private static long collections;
    private static long liveBytes;
    private static long longestPauseNanos;
    private static long longestStopNanos;

    private Collector() {}

    /** Makes collections possible, and reads the options: called by {@link Startup} when strings can be made. */
    static void open() {
        WeakReferences.open();
        ready = Marker.open();
        stressInterval = number(Platform.environment(STRESS_VARIABLE));
        long limit = number(Platform.environment(LIMIT_VARIABLE));
        if (limit == 0) {
            limit = Platform.heapLimit();
        }
        if (limit > 0) {
            ChunkList.setLimit(limit);
        }
        if (stressInterval > 0) {
            dueAt = 0;
        }
    }

    /** The value of a decimal number; 0 for anything else. */
    private static long number(String text) {
        long value = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Whether enough has been allocated for {@link #collectIfDue} to be called. */
    static boolean isDue() {
        return Allocator.allocatedBytes() >= dueAt;
    }

    /** Collects, in stress mode at every Nth call. */
    static void collectIfDue() {
        if (stressInterval > 0 && ++stressCount % stressInterval != 0) {
            return;
        }
        if (collect(false) == IMPOSSIBLE) {
            dueAt = Allocator.allocatedBytes() + LEAST_INTERVAL;
        }
    }

    /**
     * Collects now.
     *
     * @param memoryIsShort whether referents of soft references are to be freed too
     * @return {@link #DONE}, {@link #BY_ANOTHER_THREAD} or {@link #IMPOSSIBLE}
     */
    static int collect(boolean memoryIsShort) {
        return ready ? runWithRegisters(memoryIsShort) : IMPOSSIBLE;
    }

    /** Puts the registers that calls preserve on the stack, so that {@link #run} sees what they hold. */
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
                "    movq %rsp, %rsi",
                "    call {blogos.aot.runtime.Collector.run}",
                "    addq $56, %rsp",
                "    .cfi_adjust_cfa_offset -56",
                "    ret",
            })
    private static native int runWithRegisters(boolean memoryIsShort);

    /** Called by {@link #runWithRegisters}. */
    @InCollector
    private static int run(boolean memoryIsShort, Address stackPointer) {
        if (!isOnKnownStack(stackPointer)) {
            return IMPOSSIBLE;
        }
        long start = Platform.nanoTime();
        if (!Platform.stopThreads()) {
            return BY_ANOTHER_THREAD;
        }
        longestStopNanos = Math.max(longestStopNanos, Platform.nanoTime() - start);
        ready = false;
        Allocator.retire();
        WeakReferences.begin(memoryIsShort);
        Roots.mark(stackPointer);
        PluginUse.conclude();
        WeakReferences.clearUnreached();
        Monitors.releaseIdle();
        liveBytes = Allocator.sweep();
        collections++;
        if (stressInterval == 0) {
            long interval = liveBytes > LEAST_INTERVAL ? liveBytes : LEAST_INTERVAL;
            dueAt = Allocator.allocatedBytes() + interval;
        }
        longestPauseNanos = Math.max(longestPauseNanos, Platform.nanoTime() - start);
        ready = true;
        WeakReferences.wakeHandler();
        Platform.resumeThreads();
        return DONE;
    }

    private static boolean isOnKnownStack(Address stackPointer) {
        Address lowest = Address.of(Tls.loadLong(Tls.REAL_STACK_LIMIT)).minus(Poll.RESERVE);
        return stackPointer.isBelow(Address.of(Tls.loadLong(Tls.STACK_BASE))) && !stackPointer.isBelow(lowest);
    }

    /** How often garbage was collected. */
    static long collections() {
        return collections;
    }

    /** Bytes that stayed in use at the last collection. */
    static long liveBytes() {
        return liveBytes;
    }

    /** The longest collection so far in nanoseconds, the time until all threads stood still included. */
    static long longestPauseNanos() {
        return longestPauseNanos;
    }

    /** The longest time so far until all threads stood still, in nanoseconds. */
    static long longestStopNanos() {
        return longestStopNanos;
    }
}
