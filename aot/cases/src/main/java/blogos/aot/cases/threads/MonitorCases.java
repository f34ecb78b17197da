package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** JLS 17.1, 17.2: locks, wait sets and notification between threads. */
public final class MonitorCases {
    private static int shared;

    private MonitorCases() {}

    public static void main(String[] arguments) {
        Cases.run("contention", MonitorCases::contention);
        Cases.run("staticMethods", MonitorCases::staticMethods);
        Cases.run("manyLocks", MonitorCases::manyLocks);
        Cases.run("deepRecursion", MonitorCases::deepRecursion);
        Cases.run("exceptionsLeave", MonitorCases::exceptionsLeave);
        Cases.run("notOwner", MonitorCases::notOwner);
        Cases.run("pingPong", MonitorCases::pingPong);
        Cases.run("boundedBuffer", MonitorCases::boundedBuffer);
        Cases.run("notifyAll", MonitorCases::notifyAllWakesAll);
        Cases.run("notifyOne", MonitorCases::notifyWakesOne);
        Cases.run("waitTimesOut", MonitorCases::waitTimesOut);
        Cases.run("waitKeepsDepth", MonitorCases::waitKeepsDepth);
        Cases.run("interruptedWait", MonitorCases::interruptedWait);
        Cases.run("interruptAndNotify", MonitorCases::interruptAndNotify);
        Cases.run("holdsLock", MonitorCases::holdsLock);
        Cases.run("hashCodeWhileLocked", MonitorCases::hashCodeWhileLocked);
        Cases.run("lockOnAnything", MonitorCases::lockOnAnything);
        Cases.run("collectionWhileLocked", MonitorCases::collectionWhileLocked);
    }

    private static Thread[] start(int count, Runnable work) {
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = new Thread(work);
            threads[i].start();
        }
        return threads;
    }

    private static void joinAll(Thread... threads) {
        for (Thread thread : threads) {
            ThreadBasics.join(thread);
        }
    }

    static void contention() {
        Object lock = new Object();
        int[] counter = new int[1];
        joinAll(start(4, () -> {
            for (int i = 0; i < 20_000; i++) {
                synchronized (lock) {
                    counter[0]++;
                }
            }
        }));
        System.out.println(counter[0]);
    }

    private static synchronized void addShared() {
        shared++;
    }

    static void staticMethods() {
        shared = 0;
        joinAll(start(3, () -> {
            for (int i = 0; i < 10_000; i++) {
                addShared();
            }
        }));
        System.out.println(shared);
    }

    private static final class Account {
        private long balance = 1000;

        synchronized void add(long amount) {
            balance += amount;
        }

        synchronized long balance() {
            return balance;
        }
    }

    static void manyLocks() {
        Account[] accounts = new Account[50];
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = new Account();
        }
        joinAll(start(4, () -> {
            int seed = 7;
            for (int i = 0; i < 20_000; i++) {
                seed = seed * 1103515245 + 12345;
                int from = (seed >>> 16) % accounts.length;
                int to = (seed >>> 8 & 0xffff) % accounts.length;
                Account first = accounts[Math.min(from, to)];
                Account second = accounts[Math.max(from, to)];
                synchronized (first) {
                    synchronized (second) {
                        accounts[from].add(-5);
                        accounts[to].add(5);
                    }
                }
            }
        }));
        long sum = 0;
        for (Account account : accounts) {
            sum += account.balance();
        }
        System.out.println(sum);
    }

    private static int recurse(Object lock, int depth) {
        synchronized (lock) {
            return depth == 0 ? 0 : 1 + recurse(lock, depth - 1);
        }
    }

    static void deepRecursion() {
        Object lock = new Object();
        int[] sum = new int[1];
        joinAll(start(3, () -> {
            for (int depth : new int[] {1, 254, 255, 256, 257, 600}) {
                int reached = recurse(lock, depth);
                synchronized (lock) {
                    sum[0] += reached;
                }
            }
        }));
        System.out.println(sum[0] + " " + Thread.holdsLock(lock));
    }

    private synchronized void fail(int depth) {
        if (depth == 0) {
            throw new IllegalStateException("deep");
        }
        fail(depth - 1);
    }

    static void exceptionsLeave() {
        MonitorCases object = new MonitorCases();
        joinAll(start(3, () -> {
            for (int i = 0; i < 200; i++) {
                try {
                    object.fail(i % 5);
                } catch (IllegalStateException e) {
                    synchronized (object) {
                        object.caught++;
                    }
                }
            }
        }));
        System.out.println(object.caught + " " + Thread.holdsLock(object));
    }

    private int caught;

    private static void expect(Runnable action) {
        try {
            action.run();
            System.out.println("nothing thrown");
        } catch (RuntimeException e) {
            System.out.println(e);
        }
    }

    private static void wait(Object lock, long millis) {
        try {
            lock.wait(millis);
        } catch (InterruptedException e) {
            System.out.println(e + " " + Thread.interrupted());
        }
    }

    static void notOwner() {
        Object lock = new Object();
        expect(lock::notify);
        expect(lock::notifyAll);
        expect(() -> wait(lock, 1));
        expect(() -> wait(lock, -1));
        Thread holder = new Thread(() -> {
            synchronized (lock) {
                wait(lock, 0);
            }
        });
        holder.start();
        ThreadBasics.awaitState(holder, Thread.State.WAITING);
        expect(lock::notify);
        expect(() -> wait(lock, 1));
        synchronized (lock) {
            lock.notify();
            expect(() -> wait(lock, -1));
        }
        joinAll(holder);
        expect(lock::notify);
    }

    static void pingPong() {
        Object lock = new Object();
        boolean[] isPing = {true};
        StringBuilder text = new StringBuilder();
        Thread[] players = new Thread[2];
        for (int i = 0; i < 2; i++) {
            boolean mine = i == 0;
            players[i] = new Thread(() -> {
                for (int k = 0; k < 1000; k++) {
                    synchronized (lock) {
                        while (isPing[0] != mine) {
                            wait(lock, 0);
                        }
                        text.append(mine ? 'p' : 'q');
                        isPing[0] = !mine;
                        lock.notify();
                    }
                }
            });
            players[i].start();
        }
        joinAll(players);
        System.out.println(text.length() + " " + text.toString().equals("pq".repeat(1000)));
    }

    static void boundedBuffer() {
        ArrayDeque<Integer> buffer = new ArrayDeque<>();
        long[] sums = new long[2];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int id = i;
            threads.add(new Thread(() -> {
                for (int k = 1; k <= 2000; k++) {
                    synchronized (buffer) {
                        while (buffer.size() == 3) {
                            wait(buffer, 0);
                        }
                        buffer.add(k);
                        buffer.notifyAll();
                    }
                }
            }));
            threads.add(new Thread(() -> {
                for (int k = 1; k <= 2000; k++) {
                    synchronized (buffer) {
                        while (buffer.isEmpty()) {
                            wait(buffer, 0);
                        }
                        sums[id] += buffer.remove();
                        buffer.notifyAll();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        threads.forEach(ThreadBasics::join);
        System.out.println(sums[0] + sums[1]);
    }

    private static void awaitWaiting(Thread... threads) {
        for (Thread thread : threads) {
            ThreadBasics.awaitState(thread, Thread.State.WAITING);
        }
    }

    static void notifyAllWakesAll() {
        Object lock = new Object();
        int[] woken = new int[1];
        Thread[] threads = start(5, () -> {
            synchronized (lock) {
                wait(lock, 0);
                woken[0]++;
            }
        });
        awaitWaiting(threads);
        synchronized (lock) {
            lock.notifyAll();
        }
        joinAll(threads);
        System.out.println(woken[0]);
    }

    static void notifyWakesOne() {
        Object lock = new Object();
        int[] woken = new int[1];
        Thread[] threads = start(5, () -> {
            synchronized (lock) {
                wait(lock, 0);
                woken[0]++;
                lock.notify();
            }
        });
        awaitWaiting(threads);
        synchronized (lock) {
            lock.notify();
            System.out.println(woken[0]);
        }
        joinAll(threads);
        System.out.println(woken[0]);
    }

    static void waitTimesOut() throws InterruptedException {
        Object lock = new Object();
        synchronized (lock) {
            long start = System.nanoTime();
            lock.wait(10);
            lock.wait(0, 500_000);
            System.out.println(System.nanoTime() - start >= 10_000_000);
            System.out.println(Thread.holdsLock(lock));
        }
        System.out.println(Thread.holdsLock(lock));
    }

    static void waitKeepsDepth() throws InterruptedException {
        Object lock = new Object();
        synchronized (lock) {
            synchronized (lock) {
                synchronized (lock) {
                    Thread other = new Thread(() -> {
                        synchronized (lock) {
                            lock.notify();
                        }
                    });
                    other.start();
                    lock.wait();
                    other.join();
                }
                System.out.println(Thread.holdsLock(lock));
            }
            System.out.println(Thread.holdsLock(lock));
        }
        System.out.println(Thread.holdsLock(lock));
    }

    static void interruptedWait() {
        Object lock = new Object();
        Thread thread = new Thread(() -> {
            synchronized (lock) {
                wait(lock, 0);
                System.out.println(Thread.holdsLock(lock));
                Thread.currentThread().interrupt();
                wait(lock, 0);
            }
        });
        thread.start();
        awaitWaiting(thread);
        thread.interrupt();
        joinAll(thread);
        synchronized (lock) {
            lock.notifyAll();
        }
    }

    static void interruptAndNotify() {
        Object lock = new Object();
        int[] ends = new int[1];
        for (int i = 0; i < 50; i++) {
            Thread thread = new Thread(() -> {
                synchronized (lock) {
                    try {
                        lock.wait();
                        ends[0] += Thread.interrupted() ? 1 : 1000;
                    } catch (InterruptedException e) {
                        ends[0]++;
                    }
                }
            });
            thread.start();
            awaitWaiting(thread);
            thread.interrupt();
            synchronized (lock) {
                lock.notify();
            }
            joinAll(thread);
        }
        System.out.println(ends[0]);
    }

    static void holdsLock() {
        Object lock = new Object();
        synchronized (lock) {
            boolean[] other = {true};
            Thread thread = new Thread(() -> other[0] = Thread.holdsLock(lock));
            thread.start();
            joinAll(thread);
            System.out.println(Thread.holdsLock(lock) + " " + other[0]);
        }
    }

    static void hashCodeWhileLocked() {
        Object lock = new Object();
        int before = lock.hashCode();
        synchronized (lock) {
            wait(lock, 1);
            System.out.println(lock.hashCode() == before);
        }
        System.out.println(lock.hashCode() == before && System.identityHashCode(lock) == before);
    }

    static void lockOnAnything() {
        Object[] locks = {"literal", MonitorCases.class, new int[0], new Object[1], Thread.currentThread(), 5, Thread.State.NEW};
        int[] counter = new int[1];
        for (Object lock : locks) {
            joinAll(start(2, () -> {
                for (int i = 0; i < 1000; i++) {
                    synchronized (lock) {
                        counter[0]++;
                    }
                }
            }));
        }
        System.out.println(counter[0]);
    }

    static void collectionWhileLocked() {
        Object[] locks = new Object[3000];
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
            synchronized (locks[i]) {
                wait(locks[i], i % 100 == 0 ? 1 : 0, i);
            }
        }
        System.gc();
        Object held = new Object();
        synchronized (held) {
            wait(held, 1);
            System.gc();
            System.out.println(Thread.holdsLock(held));
        }
        System.gc();
        System.out.println(Thread.holdsLock(held));
        int count = 0;
        for (Object lock : locks) {
            synchronized (lock) {
                count += Thread.holdsLock(lock) ? 1 : 0;
            }
        }
        System.out.println(count);
    }

    private static void wait(Object lock, long millis, int index) {
        if (millis > 0) {
            wait(lock, millis);
        } else if (index % 2 == 0) {
            lock.notifyAll();
        }
    }
}
