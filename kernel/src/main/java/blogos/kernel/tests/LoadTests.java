package blogos.kernel.tests;

import blogos.aot.runtime.HeapStatistics;
import blogos.hal.InterruptStretch;
import blogos.kernel.multitask.LockClass;
import blogos.kernel.multitask.Mutex;
import blogos.kernel.multitask.SchedulerStatistics;
import blogos.kernel.multitask.Semaphore;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.Tasks;
import blogos.log.Log;

/** Many tasks of different kinds at once: they all get on, and the log tells what they had to wait for. */
final class LoadTests {
    private static final LockClass CLASS = new LockClass("test of load");
    private static final long MILLI = 1_000_000;
    private static final int TASKS = 100;
    private static final int KINDS = 5;
    private static final int LEAST_STEPS = 5;
    private static final int STORM_STEPS = 3000;

    private static final Mutex MUTEX = new Mutex(CLASS);
    private static final Semaphore BATON = new Semaphore(1);
    private static final int[] STEPS = new int[TASKS];

    private static volatile boolean stop;
    private static volatile Object published;

    private LoadTests() {}

    static void addTo(TestList tests) {
        tests.add("interrupts during switches damage nothing", LoadTests::storm);
        tests.add("100 tasks under load all get on", LoadTests::load);
    }

    /** Tasks with very short slices compute, while the timer interrupts as often as it can, and take turns by yield, too. */
    private static void storm() {
        stop = false;
        double expected = compute();
        Task sleeper = Tasks.spawn("sleeper", () -> {
            while (!stop) {
                Tasks.sleep(10_000);
            }
        });
        boolean[] right = new boolean[4];
        Task[] tasks = new Task[right.length];
        for (int i = 0; i < tasks.length; i++) {
            int number = i;
            tasks[i] = Tasks.spawn("storm", () -> right[number] = compute() == expected);
            Tasks.setSlice(tasks[i], 2_000);
        }
        for (Task task : tasks) {
            Tasks.join(task);
        }
        stop = true;
        Tasks.join(sleeper);
        for (boolean each : right) {
            Check.isTrue(each, "the result is that of an undisturbed computation");
        }
    }

    private static double compute() {
        double sum = 1;
        long bits = 1;
        for (int i = 0; i < STORM_STEPS; i++) {
            sum = mix(sum, i);
            bits = bits * 31 + Double.doubleToRawLongBits(sum);
            if ((bits & 63) == 0) {
                Tasks.yield();
            }
        }
        return sum + bits;
    }

    /** A call, and so a poll, with values that live across it. */
    private static double mix(double sum, int step) {
        return Math.max(sum * 0.999, Double.parseDouble("1.5")) + step * 0.25;
    }

    private static void load() {
        stop = false;
        SchedulerStatistics statistics = Tasks.statistics();
        statistics.reset();
        long collections = HeapStatistics.take().collections();
        Task[] tasks = new Task[TASKS];
        for (int i = 0; i < TASKS; i++) {
            int number = i;
            STEPS[i] = 0;
            tasks[i] = Tasks.spawn("load", () -> work(number));
        }
        InterruptStretch.start();
        while (!allGotOn()) {
            Tasks.sleep(5 * MILLI);
        }
        long longestOff = InterruptStretch.stop();
        stop = true;
        for (Task task : tasks) {
            Tasks.join(task);
        }
        HeapStatistics heap = HeapStatistics.take();
        Log.info(
                "kernel.tests",
                "Load of " + TASKS + " tasks: interrupts off for at most " + longestOff + " ns; collections "
                        + (heap.collections() - collections) + ", the longest since start " + heap.longestPauseNanos()
                        + " ns; wake-up " + statistics.meanWakeNanos() + " ns on average, "
                        + statistics.longestWakeNanos() + " ns at most");
        Check.isTrue(longestOff > 0, "interrupts were off for some time");
        Check.isTrue(heap.collections() > collections, "garbage was collected meanwhile");
    }

    private static boolean allGotOn() {
        for (int steps : STEPS) {
            if (steps < LEAST_STEPS) {
                return false;
            }
        }
        return true;
    }

    private static void work(int number) {
        Object[] kept = new Object[64];
        while (!stop) {
            step(number, kept);
            STEPS[number]++;
        }
    }

    private static void step(int number, Object[] kept) {
        switch (number % KINDS) {
            case 0 -> Tasks.sleep(MILLI);
            case 1 -> Tasks.yield();
            case 2 -> {
                for (int i = 0; i < 20; i++) {
                    published = kept[STEPS[number] & 63] = new byte[1000];
                }
            }
            case 3 -> {
                MUTEX.lock();
                Tasks.yield();
                MUTEX.unlock();
            }
            default -> {
                BATON.acquire();
                Tasks.yield();
                BATON.release();
            }
        }
    }
}
