package blogos.kernel.tests;

import blogos.hal.Cpu;
import blogos.hal.InterruptMask;
import blogos.kernel.KernelInfo;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.TaskState;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.multitask.WaitQueue;
import blogos.log.Log;
import java.util.ArrayList;
import java.util.List;

/** Tasks: life and death, switches, waiting. */
final class TaskTests {
    private static final int MANY = 1000;
    private static final int HOLDERS = 100;

    private static volatile int steps;
    private static volatile boolean stop;
    private static int depth;

    private TaskTests() {}

    static void addTo(TestList tests) {
        tests.add("a task runs and is joined", TaskTests::join);
        tests.add("a task that ended leaves nothing", TaskTests::leavesNothing);
        tests.add("tasks take turns by yield", TaskTests::turns);
        tests.add("a task that never yields is preempted at polls", TaskTests::preemption);
        tests.add("1,000 tasks at once", TaskTests::many);
        tests.add("a woken task stays awake", TaskTests::staysAwake);
        tests.add("a killed task stops waiting", TaskTests::kill);
        tests.add("an uncaught exception ends its task only", TaskTests::uncaught);
        tests.add("a stack overflow is an error in its task only", TaskTests::overflow);
        tests.add("references on the stacks of 100 tasks keep objects", TaskTests::collection);
        tests.add("a switch allocates nothing", TaskTests::noAllocation);
    }

    private static void join() {
        steps = 0;
        Task task = Tasks.spawn("joined", () -> steps++);
        Check.equals("joined", task.name(), "the name");
        Tasks.join(task);
        Check.equal(1, steps, "the number of steps");
        Check.isTrue(task.state() == TaskState.DEAD, "the task is dead");
        Tasks.join(task);
    }

    private static void leavesNothing() {
        Tasks.join(Tasks.spawn("first", () -> {}));
        int tasks = Tasks.count();
        int stacks = KernelInfo.get().stacks().usedCount();
        for (int i = 0; i < 100; i++) {
            Tasks.join(Tasks.spawn("short", () -> {}));
        }
        Check.equal(tasks, Tasks.count(), "the number of tasks");
        Check.equal(stacks, KernelInfo.get().stacks().usedCount(), "the number of stacks");
    }

    private static void turns() {
        steps = 0;
        Task even = Tasks.spawn("even", () -> takeTurns(0));
        Task odd = Tasks.spawn("odd", () -> takeTurns(1));
        Tasks.join(even);
        Tasks.join(odd);
        Check.equal(200, steps, "the number of turns");
    }

    private static void takeTurns(int mine) {
        for (int i = 0; i < 100; i++) {
            while (steps % 2 != mine) {
                Tasks.yield();
            }
            steps++;
        }
    }

    private static void preemption() {
        stop = false;
        Task spinner = Tasks.spawn("spinner", () -> {
            while (!stop) {
                steps++;
            }
        });
        Tasks.yield();
        stop = true;
        Tasks.join(spinner);
    }

    private static void many() {
        steps = 0;
        WaitQueue queue = new WaitQueue();
        Task[] tasks = new Task[MANY];
        for (int i = 0; i < MANY; i++) {
            tasks[i] = Tasks.spawn("one of many", () -> {
                Waiting.await(queue);
                Tasks.yield();
                steps++;
            });
        }
        Check.isTrue(Tasks.count() >= MANY, "all are there at once");
        Tasks.sleep(1_000_000);
        while (steps < MANY) {
            queue.wakeAll();
            Tasks.yield();
        }
        for (Task task : tasks) {
            Tasks.join(task);
        }
        Check.equal(MANY, steps, "the number of tasks that ran");
    }

    private static void staysAwake() {
        WaitQueue queue = new WaitQueue();
        steps = 0;
        Task sleeper = Tasks.spawn("sleeper", () -> {
            Waiting.await(queue);
            for (int i = 0; i < 50; i++) {
                steps++;
                Tasks.yield();
            }
        });
        while (queue.isEmpty()) {
            Tasks.yield();
        }
        Check.equal(0, steps, "the steps before");
        queue.wakeOne();
        Tasks.join(sleeper);
        Check.equal(50, steps, "the steps afterwards");
    }

    private static void kill() {
        WaitQueue queue = new WaitQueue();
        steps = 0;
        Task victim = Tasks.spawn("victim", () -> {
            try {
                Waiting.await(queue);
            } finally {
                steps++;
            }
        });
        while (queue.isEmpty()) {
            Tasks.yield();
        }
        Tasks.kill(victim);
        Tasks.join(victim);
        Check.equal(1, steps, "the number of finally blocks");
        Check.isTrue(queue.isEmpty(), "nobody waits any more");
    }

    private static void uncaught() {
        Task task = Tasks.spawn("thrower", () -> {
            throw new IllegalStateException("on purpose");
        });
        Tasks.join(task);
        Check.isTrue(task.state() == TaskState.DEAD, "the task is dead");
    }

    private static void overflow() {
        depth = 0;
        steps = 0;
        Tasks.join(Tasks.spawn("deep", () -> {
            try {
                recurse();
            } catch (StackOverflowError e) {
                steps++;
            }
        }));
        Check.equal(1, steps, "the number of errors caught");
        Check.isTrue(depth > 100, "there was room for 100 calls");
    }

    /** The result keeps this from becoming a loop. */
    private static int recurse() {
        depth++;
        return recurse() / 3 + depth;
    }

    private static void collection() {
        WaitQueue queue = new WaitQueue();
        List<Task> tasks = new ArrayList<>();
        steps = 0;
        for (int i = 0; i < HOLDERS; i++) {
            int number = i;
            tasks.add(Tasks.spawn("holder", () -> hold(queue, number)));
        }
        while (steps < HOLDERS) {
            Tasks.yield();
        }
        for (int i = 0; i < 3; i++) {
            System.gc();
            for (int j = 0; j < 1000; j++) {
                steps += new int[100].length & 1;
            }
        }
        steps = 0;
        queue.wakeAll();
        tasks.forEach(Tasks::join);
        Check.equal(HOLDERS, steps, "the number of tasks that found their array whole");
    }

    private static void hold(WaitQueue queue, int number) {
        int[] array = new int[100];
        for (int i = 0; i < array.length; i++) {
            array[i] = number + i;
        }
        boolean wereOn = InterruptMask.set();
        steps++;
        queue.await();
        InterruptMask.restore(wereOn);
        for (int i = 0; i < array.length; i++) {
            Check.equal(number + i, array[i], "an element");
        }
        steps++;
    }

    private static void noAllocation() {
        stop = false;
        Task partner = Tasks.spawn("partner", () -> {
            while (!stop) {
                Tasks.yield();
            }
        });
        Tasks.yield();
        long first = Waiting.allocatedBytes();
        long before = Waiting.allocatedBytes();
        long forCounting = before - first;
        long switches = Tasks.statistics().switches();
        long start = Cpu.readTimestamp();
        for (int i = 0; i < 1000; i++) {
            Tasks.yield();
        }
        long ticks = Cpu.readTimestamp() - start;
        long allocated = Waiting.allocatedBytes() - before;
        long switched = Tasks.statistics().switches() - switches;
        stop = true;
        Tasks.join(partner);
        Log.info("kernel.tests", "A yield with its switch takes " + ticks / switched + " ticks of the time-stamp counter");
        Check.isTrue(switched >= 1000, switched + " switches are 1,000 at least");
        Check.equal(forCounting, allocated, "the number of bytes allocated, with those for counting,");
    }
}
