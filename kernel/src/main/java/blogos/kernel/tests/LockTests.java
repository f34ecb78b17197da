package blogos.kernel.tests;

import blogos.aot.runtime.Image;
import blogos.hal.Cpu;
import blogos.hal.Preemption;
import blogos.kernel.multitask.ConditionVariable;
import blogos.kernel.multitask.InterruptLock;
import blogos.kernel.multitask.LockClass;
import blogos.kernel.multitask.LockOrder;
import blogos.kernel.multitask.Mutex;
import blogos.kernel.multitask.Semaphore;
import blogos.kernel.multitask.SpinLock;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.TaskKilledException;
import blogos.kernel.multitask.Tasks;

/** Locks and what waits with them. */
final class LockTests {
    private static final LockClass CLASS = new LockClass("test");
    private static final long MILLI = 1_000_000;
    private static final int TASKS = 5;
    private static final int ROUNDS = 200;

    private static volatile int counter;
    private static volatile boolean stop;

    private LockTests() {}

    static void addTo(TestList tests) {
        tests.add("a mutex has one owner at a time", LockTests::mutex);
        tests.add("a mutex is refused to its owner and kept from others", LockTests::misuse);
        tests.add("a mutex goes to whoever has waited longest", LockTests::handOver);
        tests.add("a semaphore counts", LockTests::semaphore);
        tests.add("a condition variable wakes who waits for it", LockTests::condition);
        tests.add("a killed task has the mutex again", LockTests::killedWaiter);
        tests.add("locks mask what they say", LockTests::masks);
        tests.add("locks in contradicting orders are found", LockTests::inversion);
        tests.add("locks in contradicting orders are found by way of a third", LockTests::cycle);
        tests.add("monitors exclude between tasks", LockTests::monitor);
        tests.add("a java.lang.Thread is a task", LockTests::thread);
    }

    private static Task[] start(int count, Runnable work) {
        Task[] tasks = new Task[count];
        for (int i = 0; i < count; i++) {
            tasks[i] = Tasks.spawn("locker", work);
        }
        return tasks;
    }

    private static void joinAll(Task[] tasks) {
        for (Task task : tasks) {
            Tasks.join(task);
        }
    }

    private static void increment() {
        int old = counter;
        Tasks.yield();
        counter = old + 1;
    }

    private static void mutex() {
        Mutex mutex = new Mutex(CLASS);
        counter = 0;
        joinAll(start(TASKS, () -> {
            for (int i = 0; i < ROUNDS; i++) {
                mutex.lock();
                try {
                    increment();
                } finally {
                    mutex.unlock();
                }
            }
        }));
        Check.equal(TASKS * ROUNDS, counter, "the counter");
    }

    private static void misuse() {
        Mutex mutex = new Mutex(CLASS);
        Check.throwing(IllegalStateException.class, mutex::unlock);
        mutex.lock();
        Check.throwing(IllegalStateException.class, mutex::lock);
        counter = 0;
        Tasks.join(Tasks.spawn("other", () -> counter = mutex.tryLock() ? 1 : 2));
        Check.equal(2, counter, "what the other task found");
        mutex.unlock();
        Check.isTrue(mutex.tryLock(), "a free mutex can be had");
        mutex.unlock();
    }

    private static void handOver() {
        Mutex mutex = new Mutex(CLASS);
        StringBuilder order = new StringBuilder();
        mutex.lock();
        Task[] tasks = new Task[TASKS];
        for (int i = 0; i < TASKS; i++) {
            int number = i;
            tasks[i] = Tasks.spawn("waiter", () -> {
                mutex.lock();
                order.append(number);
                mutex.unlock();
            });
            Tasks.sleep(MILLI);
        }
        mutex.unlock();
        joinAll(tasks);
        Check.equals("01234", order.toString(), "the order");
    }

    private static void semaphore() {
        Semaphore items = new Semaphore(0);
        Semaphore room = new Semaphore(3);
        counter = 0;
        Task consumer = Tasks.spawn("consumer", () -> {
            for (int i = 0; i < ROUNDS; i++) {
                items.acquire();
                counter++;
                room.release();
            }
        });
        for (int i = 0; i < ROUNDS; i++) {
            room.acquire();
            items.release();
        }
        Tasks.join(consumer);
        Check.equal(ROUNDS, counter, "the number of items");
        Check.equal(3, room.permits(), "the permits at the end");
        Check.isTrue(!items.acquire(MILLI), "there is none for 1 ms");
        Check.isTrue(!items.tryAcquire(), "there is none now");
        items.release();
        Check.isTrue(items.tryAcquire(), "there is one");
    }

    private static void condition() {
        Mutex mutex = new Mutex(CLASS);
        ConditionVariable changed = new ConditionVariable(mutex);
        counter = 0;
        Task[] tasks = start(TASKS, () -> {
            mutex.lock();
            try {
                while (counter == 0) {
                    changed.await();
                }
                counter++;
            } finally {
                mutex.unlock();
            }
        });
        Tasks.sleep(MILLI);
        mutex.lock();
        Check.isTrue(!changed.await(MILLI), "nobody signals for 1 ms");
        Check.isTrue(mutex.isMine(), "the mutex is here again");
        counter = 1;
        changed.signalAll();
        mutex.unlock();
        joinAll(tasks);
        Check.equal(TASKS + 1, counter, "the counter");
    }

    private static void killedWaiter() {
        Mutex mutex = new Mutex(CLASS);
        ConditionVariable never = new ConditionVariable(mutex);
        counter = 0;
        Task victim = Tasks.spawn("victim", () -> {
            mutex.lock();
            try {
                never.await();
            } catch (TaskKilledException e) {
                counter = mutex.isMine() ? 1 : 2;
            } finally {
                mutex.unlock();
            }
        });
        Tasks.sleep(MILLI);
        Tasks.kill(victim);
        Tasks.join(victim);
        Check.equal(1, counter, "what the killed task found");
        Check.isTrue(mutex.tryLock(), "the mutex is free");
        mutex.unlock();
    }

    private static void masks() {
        SpinLock spin = new SpinLock(new LockClass("test spin lock"));
        InterruptLock interrupt = new InterruptLock(new LockClass("test interrupt lock"));
        stop = false;
        counter = 0;
        Task other = Tasks.spawn("other", () -> {
            while (!stop) {
                counter++;
            }
        });
        spin.lock();
        int before = counter;
        for (int i = 0; i < 20_000_000 && counter == before; i++) {
            stop = false;
        }
        int after = counter;
        boolean off = Preemption.isDisabled();
        spin.unlock();
        interrupt.lock();
        boolean on = Cpu.areInterruptsEnabled();
        interrupt.unlock();
        stop = true;
        Tasks.join(other);
        Check.equal(before, after, "what the other task counted meanwhile");
        Check.isTrue(off, "preemption was off");
        Check.isTrue(!on, "interrupts were off");
        Check.isTrue(!Preemption.isDisabled(), "preemption is on");
        Check.isTrue(Cpu.areInterruptsEnabled(), "interrupts are on");
    }

    private static void both(Mutex first, Mutex second) {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    private static void inversion() {
        Mutex a = new Mutex(new LockClass("test a"));
        Mutex b = new Mutex(new LockClass("test b"));
        long before = LockOrder.inversions();
        both(a, b);
        both(a, b);
        Check.equal(before, LockOrder.inversions(), "the number of inversions");
        both(b, a);
        Check.equal(before + (Image.isDebug() ? 1 : 0), LockOrder.inversions(), "the number of inversions");
    }

    private static void cycle() {
        Mutex c = new Mutex(new LockClass("test c"));
        Mutex d = new Mutex(new LockClass("test d"));
        Mutex e = new Mutex(new LockClass("test e"));
        long before = LockOrder.inversions();
        both(c, d);
        both(d, e);
        both(c, e);
        Check.equal(before, LockOrder.inversions(), "the number of inversions");
        both(e, c);
        Check.equal(before + (Image.isDebug() ? 1 : 0), LockOrder.inversions(), "the number of inversions");
    }

    private static void monitor() {
        Object monitor = new Object();
        counter = 0;
        joinAll(start(TASKS, () -> {
            for (int i = 0; i < ROUNDS; i++) {
                synchronized (monitor) {
                    increment();
                }
            }
        }));
        Check.equal(TASKS * ROUNDS, counter, "the counter");
    }

    private static void thread() throws InterruptedException {
        Object monitor = new Object();
        counter = 0;
        Thread thread = new Thread(() -> {
            synchronized (monitor) {
                counter = Tasks.current().thread() == Thread.currentThread() ? 1 : 2;
                monitor.notify();
            }
        });
        synchronized (monitor) {
            thread.start();
            while (counter == 0) {
                monitor.wait();
            }
        }
        thread.join();
        Check.equal(1, counter, "what the thread found");
        Check.isTrue(!thread.isAlive(), "the thread has ended");
        Thread.sleep(1);
    }
}
