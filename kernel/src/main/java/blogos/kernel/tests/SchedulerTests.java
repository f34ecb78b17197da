package blogos.kernel.tests;

import blogos.hal.Timestamp;
import blogos.kernel.multitask.Priority;
import blogos.kernel.multitask.SchedulerStatistics;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.TaskKilledException;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.multitask.WaitQueue;
import blogos.log.Log;

/**
 * Who gets the CPU, and when. The scheduler makes up for every delay, whoever caused it, so these tests wait until what
 * must come about has come about, instead of a time.
 */
final class SchedulerTests {
    private static final long MILLI = 1_000_000;
    private static final int SLICES = 10_000;
    private static final long SHORT_SLICE = 20_000;
    private static final int MOST_SAMPLES = 200;

    private static volatile boolean stop;
    private static volatile boolean wereFair;
    private static volatile int wakes;

    private SchedulerTests() {}

    static void addTo(TestList tests) {
        tests.add("two equal tasks share the CPU", SchedulerTests::equalShares);
        tests.add("weights of 1, 2 and 4 over 10,000 slices", SchedulerTests::weights);
        tests.add("a sleeper wakes in time, and the CPU halts meanwhile", SchedulerTests::sleep);
        tests.add("no sleeper wakes early", SchedulerTests::noneEarly);
        tests.add("a timeout ends a wait", SchedulerTests::timeout);
        tests.add("a killed sleeper wakes", SchedulerTests::killedSleeper);
        tests.add("a sleeper wakes beside tasks that never stop", SchedulerTests::wakeLatency);
        tests.add("blocked tasks get nothing and starve nobody", SchedulerTests::blocked);
        tests.add("park and unpark", SchedulerTests::park);
    }

    private static Task spinner(int weight) {
        Task task = Tasks.spawn("spinner", () -> {
            while (!stop) {
                wakes++;
            }
        });
        Tasks.setWeight(task, weight);
        return task;
    }

    /** Sleeps until the tasks' times are in proportion to their weights. */
    private static void awaitShares(Task[] tasks) {
        for (int sample = 0; sample < MOST_SAMPLES; sample++) {
            Tasks.sleep(10 * MILLI);
            if (isFair(tasks)) {
                return;
            }
        }
        throw new AssertionError("the times are " + times(tasks));
    }

    /** Whether the tasks have had something, and that in proportion to their weights, within 2 %. */
    private static boolean isFair(Task[] tasks) {
        long total = 0;
        long weights = 0;
        for (Task task : tasks) {
            total += task.runtimeNanos();
            weights += task.weight();
        }
        boolean fair = total > 100 * MILLI;
        for (Task task : tasks) {
            long share = total * task.weight() / weights;
            fair &= Math.abs(task.runtimeNanos() - share) * 50 <= share;
        }
        return fair;
    }

    private static String times(Task[] tasks) {
        StringBuilder text = new StringBuilder();
        for (Task task : tasks) {
            text.append(task.weight()).append(": ").append(task.runtimeNanos()).append(" ns ");
        }
        return text.toString();
    }

    private static void equalShares() {
        stop = false;
        Task[] tasks = {spinner(1024), spinner(1024)};
        try {
            awaitShares(tasks);
        } finally {
            endAll(tasks);
        }
    }

    /** The host may take the CPU away from one of the tasks for long: then all start again. */
    private static void weights() {
        wereFair = false;
        String seen = "";
        for (int i = 0; i < 8 && !wereFair; i++) {
            seen = runWeighted();
        }
        Check.isTrue(wereFair, "the shares are those of the weights: " + seen);
    }

    /** The tasks ask for a decision themselves, so that the slices can be short. */
    private static String runWeighted() {
        stop = false;
        Task[] tasks = new Task[3];
        long first = Tasks.statistics().switches() + SLICES;
        long last = first + 9 * SLICES;
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = Tasks.spawn("weighted", () -> {
                while (!stop) {
                    Tasks.reschedule();
                    long switches = Tasks.statistics().switches();
                    wereFair |= switches >= first && isFair(tasks);
                    stop |= wereFair || switches >= last;
                }
            });
            Tasks.setWeight(tasks[i], 1024 << i);
            Tasks.setSlice(tasks[i], SHORT_SLICE);
        }
        for (Task task : tasks) {
            Tasks.join(task);
        }
        return times(tasks);
    }

    private static void endAll(Task[] tasks) {
        stop = true;
        for (Task task : tasks) {
            Tasks.join(task);
        }
    }

    private static void sleep() {
        SchedulerStatistics statistics = Tasks.statistics();
        long halts = statistics.halts();
        long start = Timestamp.nanos();
        Tasks.sleep(20 * MILLI);
        long slept = Timestamp.nanos() - start;
        halts = statistics.halts() - halts;
        Check.isTrue(slept >= 20 * MILLI, "20 ms passed at least, not " + slept + " ns");
        Check.isTrue(halts >= 1 && halts <= 20, "the CPU halted, and not " + halts + " times");
    }

    private static void noneEarly() {
        wakes = 0;
        Task[] tasks = new Task[5];
        long start = Timestamp.nanos();
        for (int i = 0; i < tasks.length; i++) {
            long time = start + (i * 3 % 5 + 1) * 2 * MILLI;
            tasks[i] = Tasks.spawn("sleeper", () -> {
                Tasks.sleepUntil(time);
                wakes += Timestamp.nanos() >= time ? 1 : 0;
            });
        }
        for (Task task : tasks) {
            Tasks.join(task);
        }
        Check.equal(5, wakes, "the number of tasks that woke in time");
    }

    private static void timeout() {
        WaitQueue queue = new WaitQueue();
        long start = Timestamp.nanos();
        Check.isTrue(!Waiting.await(queue, 5 * MILLI), "nobody woke the task");
        long waited = Timestamp.nanos() - start;
        Check.isTrue(waited >= 5 * MILLI, "5 ms passed at least, not " + waited + " ns");
        Check.isTrue(queue.isEmpty(), "nobody waits any more");
        Task waker = Tasks.spawn("waker", () -> {
            while (queue.isEmpty()) {
                Tasks.yield();
            }
            queue.wakeOne();
        });
        Check.isTrue(Waiting.await(queue, 1_000_000 * MILLI), "it was woken in time");
        Tasks.join(waker);
    }

    private static void killedSleeper() {
        wakes = 0;
        Task sleeper = Tasks.spawn("sleeper", () -> {
            try {
                Tasks.sleep(Long.MAX_VALUE / 2);
            } catch (TaskKilledException e) {
                wakes++;
                throw e;
            }
        });
        Tasks.yield();
        Tasks.kill(sleeper);
        Tasks.join(sleeper);
        Check.equal(1, wakes, "the number of ends");
    }

    private static void wakeLatency() {
        stop = false;
        Task[] tasks = {spinner(1024), spinner(1024), spinner(Priority.weightOf(Priority.LOWEST))};
        SchedulerStatistics statistics = Tasks.statistics();
        try {
            statistics.reset();
            Tasks.setPriority(Tasks.current(), -10);
            for (int i = 0; i < 20; i++) {
                Tasks.sleep(MILLI);
            }
            Log.info(
                    "kernel.tests",
                    "Wake-up beside three busy tasks: " + statistics.meanWakeNanos() + " ns on average, "
                            + statistics.longestWakeNanos() + " ns at most; timer late by at most "
                            + statistics.latestTimerNanos() + " ns");
            Check.isTrue(statistics.wakes() >= 20, "the task was woken 20 times");
        } finally {
            Tasks.setPriority(Tasks.current(), 0);
            endAll(tasks);
        }
    }

    private static void blocked() {
        stop = false;
        WaitQueue queue = new WaitQueue();
        Task[] waiters = new Task[10];
        for (int i = 0; i < waiters.length; i++) {
            waiters[i] = Tasks.spawn("waiter", () -> Waiting.await(queue));
        }
        Task[] workers = {spinner(1024), spinner(1024)};
        try {
            awaitShares(workers);
            for (Task waiter : waiters) {
                Check.isTrue(waiter.runtimeNanos() < workers[0].runtimeNanos() / 4, "a waiter has had nearly nothing");
            }
        } finally {
            queue.wakeAll();
            endAll(workers);
            endAll(waiters);
        }
    }

    private static void park() {
        wakes = 0;
        Tasks.unpark(Thread.currentThread());
        Tasks.park(0);
        long start = Timestamp.nanos();
        Tasks.park(2 * MILLI);
        Check.isTrue(Timestamp.nanos() - start >= 2 * MILLI, "2 ms passed at least");
        Task sleeper = Tasks.spawn("parked", () -> {
            Tasks.park(0);
            wakes++;
        });
        Tasks.sleep(MILLI);
        Check.equal(0, wakes, "the number of wakes before");
        Tasks.unpark(sleeper.thread());
        Tasks.join(sleeper);
        Check.equal(1, wakes, "the number of wakes");
        Tasks.unpark(sleeper.thread());
    }
}
