package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;
import blogos.aot.runtime.Image;
import blogos.hal.InterruptMask;
import blogos.hal.KernelStackWalk;
import blogos.hal.Preemption;

/**
 * Finds deadlocks before they happen, in debug images: two tasks that take the same two locks in different orders may
 * one day wait for each other for ever. So whoever takes a lock while he holds another fixes the order of their
 * {@linkplain LockClass classes}, also by way of third ones; whoever takes them in the other order later is reported,
 * with the place of each of the two.
 *
 * <p>Nothing here allocates. A report is made once for each pair of classes.
 */
@NoPoll
public final class LockOrder {
    /** Calls of a place that are remembered. */
    static final int TRACE_LENGTH = 12;

    /** Pairs of classes whose first place is remembered; later ones are checked, but their reports lack that place. */
    private static final int MOST_TRACES = 256;

    private static final LockClass[] CLASSES = new LockClass[LockClass.MOST];

    /** For each class those that were taken while it was held, and so on from these: the transitive closure. */
    private static final long[] AFTER = new long[LockClass.MOST];

    /** The pairs that were reported: for each class taken, those that were held. */
    private static final long[] REPORTED = new long[LockClass.MOST];

    /** For each remembered place the pair, and the calls. */
    private static final short[] PAIRS = new short[MOST_TRACES];

    private static final long[] TRACES = new long[MOST_TRACES * TRACE_LENGTH];
    private static int classes;
    private static int traces;
    private static long inversions;
    private static Reporter reporter;

    private LockOrder() {}

    /** Who tells people about an inversion. */
    public interface Reporter {
        /**
         * The caller takes a lock of class {@code taken} and holds one of class {@code held}, but once it was the other
         * way round. May be called in any context, with interrupts off: must not allocate.
         *
         * @param trace image offsets of the calls that led to the first place, innermost first
         * @param from index of the first
         * @param count how many there are; 0 if they were not remembered
         */
        void report(String taken, String held, long[] trace, int from, int count);
    }

    /** Sets who reports. */
    public static void setReporter(Reporter newReporter) {
        reporter = newReporter;
    }

    /** Inversions found so far, also those that were reported before. */
    public static long inversions() {
        return inversions;
    }

    /** Gives a new class its number. */
    static int register(LockClass lockClass) {
        Preemption.disable();
        int number = classes;
        if (number < LockClass.MOST) {
            CLASSES[number] = lockClass;
            classes++;
        }
        Preemption.enable();
        if (number == LockClass.MOST) {
            throw new IllegalStateException("too many classes of locks");
        }
        return number;
    }

    /** The running task is about to take a lock. */
    static void taking(LockClass lockClass) {
        if (Image.isDebug()) {
            Task task = Tasks.current();
            if (task.heldLocks != 0) {
                boolean wereOn = InterruptMask.set();
                check(lockClass.number(), task.heldLocks);
                InterruptMask.restore(wereOn);
            }
            task.heldLocks |= 1L << lockClass.number();
        }
    }

    /** The running task has given a lock back. */
    static void released(LockClass lockClass) {
        if (Image.isDebug()) {
            Tasks.current().heldLocks &= ~(1L << lockClass.number());
        }
    }

    private static void check(int taken, long heldLocks) {
        long contradicting = (AFTER[taken] | 1L << taken) & heldLocks;
        if (contradicting != 0) {
            inversions++;
            int held = Long.numberOfTrailingZeros(contradicting);
            if ((REPORTED[taken] & contradicting) == 0) {
                REPORTED[taken] |= contradicting;
                report(taken, held);
            }
            return;
        }
        for (long rest = heldLocks; rest != 0; rest &= rest - 1) {
            int held = Long.numberOfTrailingZeros(rest);
            if ((AFTER[held] & 1L << taken) == 0) {
                remember(held, taken);
                long added = AFTER[taken] | 1L << taken;
                for (int i = 0; i < LockClass.MOST; i++) {
                    if (i == held || (AFTER[i] & 1L << held) != 0) {
                        AFTER[i] |= added;
                    }
                }
            }
        }
    }

    /** Keeps the place where {@code taken} is taken while {@code held} is held for the first time. */
    private static void remember(int held, int taken) {
        if (traces == MOST_TRACES) {
            return;
        }
        PAIRS[traces] = pair(held, taken);
        boolean more = KernelStackWalk.begin();
        for (int i = 0; i < TRACE_LENGTH; i++) {
            TRACES[traces * TRACE_LENGTH + i] = more ? KernelStackWalk.imageOffset() : 0;
            more = more && KernelStackWalk.next();
        }
        traces++;
    }

    /** The remembered place may be that of a longer way from one class to the other: any first step from {@code taken}. */
    private static void report(int taken, int held) {
        if (reporter == null) {
            return;
        }
        int found = -1;
        for (int i = 0; i < traces; i++) {
            boolean exact = PAIRS[i] == pair(taken, held);
            boolean isStep = PAIRS[i] / LockClass.MOST == taken && (AFTER[PAIRS[i] % LockClass.MOST] & 1L << held) != 0;
            if (exact || found < 0 && isStep) {
                found = i;
            }
        }
        int from = Math.max(found, 0) * TRACE_LENGTH;
        int count = 0;
        while (found >= 0 && count < TRACE_LENGTH && TRACES[from + count] != 0) {
            count++;
        }
        reporter.report(CLASSES[taken].name(), CLASSES[held].name(), TRACES, from, count);
    }

    private static short pair(int first, int second) {
        return (short) (first * LockClass.MOST + second);
    }
}
