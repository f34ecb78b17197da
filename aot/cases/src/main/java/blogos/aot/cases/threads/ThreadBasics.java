package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** {@code java.lang.Thread}: life, states, interrupts, handlers, variables of threads. */
public final class ThreadBasics {
    private ThreadBasics() {}

    public static void main(String[] arguments) {
        Cases.run("startAndJoin", ThreadBasics::startAndJoin);
        Cases.run("subclass", ThreadBasics::subclass);
        Cases.run("states", ThreadBasics::states);
        Cases.run("namesAndPriorities", ThreadBasics::namesAndPriorities);
        Cases.run("startTwice", ThreadBasics::startTwice);
        Cases.run("badArguments", ThreadBasics::badArguments);
        Cases.run("joinWithTimeout", ThreadBasics::joinWithTimeout);
        Cases.run("interruptSleep", ThreadBasics::interruptSleep);
        Cases.run("interruptJoin", ThreadBasics::interruptJoin);
        Cases.run("interruptFlag", ThreadBasics::interruptFlag);
        Cases.run("sleepTakesItsTime", ThreadBasics::sleepTakesItsTime);
        Cases.run("uncaughtHandlers", ThreadBasics::uncaughtHandlers);
        Cases.run("threadLocals", ThreadBasics::threadLocals);
        Cases.run("inheritableThreadLocals", ThreadBasics::inheritableThreadLocals);
        Cases.run("stackOverflow", ThreadBasics::stackOverflow);
        Cases.run("manyThreads", ThreadBasics::manyThreads);
        Cases.run("parkAndUnpark", ThreadBasics::parkAndUnpark);
        Cases.run("spinning", ThreadBasics::spinning);
        Cases.run("daemonInherited", ThreadBasics::daemonInherited);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.yield();
        }
    }

    static void startAndJoin() {
        int[] result = new int[1];
        Thread thread = new Thread(() -> result[0] = 42);
        System.out.println(thread.isAlive());
        thread.start();
        join(thread);
        System.out.println(result[0] + " " + thread.isAlive());
    }

    private static final class Summing extends Thread {
        private final int limit;
        private long sum;

        Summing(int limit) {
            super("summing " + limit);
            this.limit = limit;
        }

        @Override
        public void run() {
            for (int i = 1; i <= limit; i++) {
                sum += i;
            }
        }
    }

    static void subclass() {
        List<Summing> all = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            all.add(new Summing(i * 1000));
        }
        all.forEach(Thread::start);
        for (Summing one : all) {
            join(one);
            System.out.println(one.getName() + ": " + one.sum);
        }
    }

    static void states() {
        Object lock = new Object();
        CountDownLatch inside = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            synchronized (lock) {
                inside.countDown();
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            }
        });
        Thread entering = new Thread(() -> {
            synchronized (lock) {
                lock.notifyAll();
            }
        });
        System.out.println(waiting.getState());
        waiting.start();
        await(inside);
        awaitState(waiting, Thread.State.WAITING);
        synchronized (lock) {
            entering.start();
            awaitState(entering, Thread.State.BLOCKED);
            System.out.println(waiting.getState() + " " + entering.getState());
        }
        join(entering);
        join(waiting);
        System.out.println(waiting.getState() + " " + entering.getState());
        AtomicInteger end = new AtomicInteger();
        Thread sleeping = new Thread(() -> {
            sleep(1_000_000, 0);
            while (end.get() == 0) {
                LockSupport.park();
            }
        });
        sleeping.start();
        awaitState(sleeping, Thread.State.TIMED_WAITING);
        sleeping.interrupt();
        awaitState(sleeping, Thread.State.WAITING);
        end.set(1);
        LockSupport.unpark(sleeping);
        join(sleeping);
        System.out.println(Thread.currentThread().getState());
    }

    static void namesAndPriorities() {
        Thread thread = new Thread(() -> { }, "first");
        System.out.println(thread);
        thread.setName("second");
        thread.setPriority(Thread.MAX_PRIORITY);
        System.out.println(thread.getName() + " " + thread.getPriority() + " " + thread.isDaemon());
        System.out.println(Thread.currentThread());
        Thread child = new Thread("child");
        System.out.println(child.getPriority());
        long id = child.getId();
        System.out.println(id > thread.getId() && id > Thread.currentThread().getId());
    }

    static void startTwice() {
        Thread thread = new Thread(() -> { });
        thread.start();
        join(thread);
        for (int i = 0; i < 2; i++) {
            try {
                thread.start();
            } catch (IllegalThreadStateException e) {
                System.out.println(e);
            }
        }
    }

    private static void expect(Runnable action) {
        try {
            action.run();
            System.out.println("nothing thrown");
        } catch (RuntimeException e) {
            System.out.println(e);
        }
    }

    static void badArguments() {
        expect(() -> new Thread((String) null));
        expect(() -> new Thread().setName(null));
        expect(() -> new Thread().setPriority(0));
        expect(() -> new Thread().setPriority(11));
        expect(() -> sleep(-1, 0));
        expect(() -> sleep(0, -1));
        expect(() -> sleep(0, 1_000_000));
        expect(() -> Thread.holdsLock(null));
        expect(() -> LockSupport.unpark(null));
    }

    private static void sleep(long millis, int nanos) {
        try {
            Thread.sleep(millis, nanos);
        } catch (InterruptedException e) {
            System.out.println(e);
        }
    }

    static void joinWithTimeout() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> await(end));
        thread.start();
        thread.join(5);
        System.out.println(thread.isAlive());
        thread.join(0, 1);
        System.out.println(thread.isAlive());
        end.countDown();
        thread.join(1_000_000);
        System.out.println(thread.isAlive());
        thread.join(5);
        new Thread().join(5);
        new Thread().join();
    }

    static void interruptSleep() {
        Thread thread = new Thread(() -> {
            sleep(1_000_000, 0);
            System.out.println(Thread.currentThread().isInterrupted());
        });
        thread.start();
        awaitState(thread, Thread.State.TIMED_WAITING);
        thread.interrupt();
        join(thread);
        Thread early = new Thread(() -> {
            Thread.currentThread().interrupt();
            sleep(0, 0);
            System.out.println("not late");
        });
        early.start();
        join(early);
    }

    static void interruptJoin() {
        CountDownLatch end = new CountDownLatch(1);
        Thread blocked = new Thread(() -> await(end));
        blocked.start();
        Thread joining = new Thread(() -> {
            try {
                blocked.join();
            } catch (InterruptedException e) {
                System.out.println(e + " " + Thread.interrupted());
            }
        });
        joining.start();
        awaitState(joining, Thread.State.WAITING);
        joining.interrupt();
        join(joining);
        end.countDown();
        join(blocked);
    }

    static void interruptFlag() {
        Thread current = Thread.currentThread();
        current.interrupt();
        System.out.println(current.isInterrupted() + " " + current.isInterrupted());
        System.out.println(Thread.interrupted() + " " + Thread.interrupted());
        current.interrupt();
        LockSupport.park();
        LockSupport.parkNanos(1_000_000_000_000L);
        System.out.println(Thread.interrupted());
    }

    static void sleepTakesItsTime() throws InterruptedException {
        long start = System.nanoTime();
        Thread.sleep(15);
        LockSupport.parkNanos(5_000_000);
        System.out.println(System.nanoTime() - start >= 15_000_000);
        LockSupport.parkUntil(System.currentTimeMillis() + 5);
        LockSupport.parkUntil(1);
        LockSupport.parkNanos(0);
    }

    static void uncaughtHandlers() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Thread own = new Thread(() -> { throw new IllegalStateException("own"); }, "A");
        own.setUncaughtExceptionHandler((thread, e) -> seen.add(thread.getName() + " own handler: " + e));
        own.start();
        join(own);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> seen.add(thread.getName() + " default handler: " + e));
        Thread other = new Thread(() -> { throw new StackOverflowError("other"); }, "B");
        other.start();
        join(other);
        Thread.setDefaultUncaughtExceptionHandler(null);
        seen.forEach(System.out::println);
        System.out.println(own.getUncaughtExceptionHandler() + " " + (new Thread().getUncaughtExceptionHandler() != null));
    }

    static void threadLocals() {
        ThreadLocal<Integer> counter = ThreadLocal.withInitial(() -> 100);
        counter.set(1);
        int[] sums = new int[4];
        Thread[] threads = new Thread[4];
        for (int i = 0; i < 4; i++) {
            int index = i;
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 1000; k++) {
                    counter.set(counter.get() + index);
                }
                sums[index] = counter.get();
            });
            threads[i].start();
        }
        for (int i = 0; i < 4; i++) {
            join(threads[i]);
            System.out.println(sums[i]);
        }
        System.out.println(counter.get());
        counter.remove();
        System.out.println(counter.get());
    }

    static void inheritableThreadLocals() {
        InheritableThreadLocal<String> text = new InheritableThreadLocal<>() {
            @Override
            protected String childValue(String parent) {
                return parent + " child";
            }
        };
        text.set("main");
        Thread thread = new Thread(() -> {
            System.out.println(text.get());
            Thread inner = new Thread(() -> System.out.println(text.get()));
            inner.start();
            join(inner);
            text.set("changed");
        });
        thread.start();
        join(thread);
        System.out.println(text.get());
        Thread without = new Thread(null, () -> System.out.println(text.get()), "without", 0, false);
        without.start();
        join(without);
    }

    private static int depth(int n) {
        return n < 0 ? n : depth(n + 1) + 1;
    }

    static void stackOverflow() {
        AtomicInteger caught = new AtomicInteger();
        Thread[] threads = new Thread[3];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 3; k++) {
                    try {
                        depth(0);
                    } catch (StackOverflowError e) {
                        caught.incrementAndGet();
                    }
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            join(thread);
        }
        System.out.println(caught);
    }

    static void manyThreads() {
        AtomicInteger count = new AtomicInteger();
        for (int round = 0; round < 10; round++) {
            Thread[] threads = new Thread[30];
            for (int i = 0; i < threads.length; i++) {
                threads[i] = new Thread(count::incrementAndGet);
                threads[i].start();
            }
            for (Thread thread : threads) {
                join(thread);
            }
        }
        System.out.println(count);
    }

    static void parkAndUnpark() {
        Thread current = Thread.currentThread();
        LockSupport.unpark(current);
        LockSupport.unpark(current);
        LockSupport.park();
        AtomicInteger turn = new AtomicInteger();
        Thread other = new Thread(() -> {
            for (int i = 0; i < 500; i++) {
                while (turn.get() != 1) {
                    LockSupport.park();
                }
                turn.set(0);
                LockSupport.unpark(current);
            }
        });
        other.start();
        for (int i = 0; i < 500; i++) {
            turn.set(1);
            LockSupport.unpark(other);
            while (turn.get() != 0) {
                LockSupport.park();
            }
        }
        join(other);
        System.out.println(turn);
    }

    private static volatile boolean go;

    static void spinning() {
        Thread thread = new Thread(() -> {
            while (!go) {
                Thread.onSpinWait();
            }
        });
        thread.start();
        go = true;
        join(thread);
        System.out.println("done");
    }

    static void daemonInherited() {
        Thread daemon = new Thread(() -> System.out.println(new Thread().isDaemon()));
        daemon.setDaemon(true);
        daemon.start();
        join(daemon);
        CountDownLatch end = new CountDownLatch(1);
        Thread alive = new Thread(() -> await(end));
        alive.start();
        try {
            alive.setDaemon(true);
        } catch (IllegalThreadStateException e) {
            System.out.println(e);
        }
        end.countDown();
        join(alive);
    }
}
