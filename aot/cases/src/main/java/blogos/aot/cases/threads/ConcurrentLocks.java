package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** {@code java.util.concurrent.locks} and the synchronizers beside it. */
public final class ConcurrentLocks {
    private ConcurrentLocks() {}

    public static void main(String[] arguments) {
        Cases.run("reentrantLock", ConcurrentLocks::reentrantLock);
        Cases.run("fairLock", ConcurrentLocks::fairLock);
        Cases.run("tryLock", ConcurrentLocks::tryLock);
        Cases.run("conditions", ConcurrentLocks::conditions);
        Cases.run("conditionTimesOut", ConcurrentLocks::conditionTimesOut);
        Cases.run("notOwner", ConcurrentLocks::notOwner);
        Cases.run("interruptibly", ConcurrentLocks::interruptibly);
        Cases.run("semaphore", ConcurrentLocks::semaphore);
        Cases.run("latch", ConcurrentLocks::latch);
        Cases.run("barrier", ConcurrentLocks::barrier);
        Cases.run("brokenBarrier", ConcurrentLocks::brokenBarrier);
        Cases.run("readWriteLock", ConcurrentLocks::readWriteLock);
        Cases.run("stampedLock", ConcurrentLocks::stampedLock);
        Cases.run("phaser", ConcurrentLocks::phaser);
        Cases.run("exchanger", ConcurrentLocks::exchanger);
    }

    /** A body that may be interrupted. */
    interface Body {
        void run() throws Exception;
    }

    static Runnable unchecked(Body body) {
        return () -> {
            try {
                body.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    static void together(int count, Body work) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(unchecked(work)));
        }
        threads.forEach(Thread::start);
        threads.forEach(ThreadBasics::join);
    }

    static void reentrantLock() {
        ReentrantLock lock = new ReentrantLock();
        int[] counter = new int[1];
        together(4, () -> {
            for (int i = 0; i < 5000; i++) {
                lock.lock();
                try {
                    lock.lock();
                    counter[0]++;
                    lock.unlock();
                } finally {
                    lock.unlock();
                }
            }
        });
        System.out.println(counter[0] + " " + lock.isLocked() + " " + lock.getHoldCount());
    }

    static void fairLock() {
        ReentrantLock lock = new ReentrantLock(true);
        int[] counter = new int[1];
        together(3, () -> {
            for (int i = 0; i < 300; i++) {
                lock.lock();
                counter[0]++;
                lock.unlock();
            }
        });
        System.out.println(counter[0] + " " + lock.isFair());
    }

    static void tryLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        together(1, () -> System.out.println(lock.tryLock() + " " + lock.tryLock(2, TimeUnit.MILLISECONDS)));
        lock.unlock();
        System.out.println(lock.tryLock(1, TimeUnit.SECONDS) + " " + lock.isHeldByCurrentThread());
        lock.unlock();
    }

    static void conditions() {
        ReentrantLock lock = new ReentrantLock();
        Condition isFull = lock.newCondition();
        Condition isEmpty = lock.newCondition();
        int[] slot = {-1};
        long[] sum = new long[1];
        Thread producer = new Thread(unchecked(() -> {
            for (int i = 0; i <= 1000; i++) {
                lock.lock();
                while (slot[0] >= 0) {
                    isEmpty.await();
                }
                slot[0] = i;
                isFull.signal();
                lock.unlock();
            }
        }));
        producer.start();
        together(1, () -> {
            for (int i = 0; i <= 1000; i++) {
                lock.lock();
                while (slot[0] < 0) {
                    isFull.await();
                }
                sum[0] += slot[0];
                slot[0] = -1;
                isEmpty.signal();
                lock.unlock();
            }
        });
        ThreadBasics.join(producer);
        System.out.println(sum[0]);
    }

    static void conditionTimesOut() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        lock.lock();
        System.out.println(never.await(2, TimeUnit.MILLISECONDS) + " " + (never.awaitNanos(1_000_000) <= 0));
        System.out.println(lock.isHeldByCurrentThread());
        lock.unlock();
    }

    static void notOwner() {
        ReentrantLock lock = new ReentrantLock();
        Cases.thrown("unlock", lock::unlock);
        Cases.thrown("signal", () -> lock.newCondition().signal());
        Cases.thrown("await", () -> lock.newCondition().await());
    }

    static void interruptibly() {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Thread thread = new Thread(() -> {
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                System.out.println(e + " " + Thread.interrupted());
            }
        });
        thread.start();
        ThreadBasics.awaitState(thread, Thread.State.WAITING);
        System.out.println(lock.hasQueuedThreads() + " " + lock.getQueueLength());
        thread.interrupt();
        ThreadBasics.join(thread);
        lock.unlock();
    }

    static void semaphore() throws Exception {
        Semaphore permits = new Semaphore(2);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        together(5, () -> {
            for (int i = 0; i < 200; i++) {
                permits.acquire();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                permits.release();
            }
        });
        System.out.println((most.get() <= 2) + " " + permits.availablePermits());
        System.out.println(permits.tryAcquire(3) + " " + permits.tryAcquire(2, 1, TimeUnit.SECONDS) + " " + permits.drainPermits());
    }

    static void latch() throws Exception {
        CountDownLatch latch = new CountDownLatch(3);
        System.out.println(latch.await(1, TimeUnit.MILLISECONDS));
        together(3, latch::countDown);
        latch.await();
        System.out.println(latch.getCount());
    }

    static void barrier() {
        AtomicInteger total = new AtomicInteger();
        List<Integer> sums = new ArrayList<>();
        CyclicBarrier barrier = new CyclicBarrier(3, () -> sums.add(total.get()));
        together(3, () -> {
            for (int i = 0; i < 5; i++) {
                total.incrementAndGet();
                barrier.await();
            }
        });
        System.out.println(sums);
    }

    static void brokenBarrier() {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Cases.thrown("await", () -> barrier.await(1, TimeUnit.MILLISECONDS));
        System.out.println(barrier.isBroken());
        Cases.thrown("again", barrier::await);
        System.out.println(new TimeoutException() + " " + new BrokenBarrierException());
    }

    static void readWriteLock() {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        int[] pair = new int[2];
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger writers = new AtomicInteger();
        together(4, () -> {
            boolean writes = writers.incrementAndGet() % 2 == 0;
            for (int i = 0; i < 2000; i++) {
                if (writes) {
                    lock.writeLock().lock();
                    pair[0]++;
                    pair[1]++;
                    lock.writeLock().unlock();
                } else {
                    lock.readLock().lock();
                    wrong.addAndGet(pair[0] == pair[1] ? 0 : 1);
                    lock.readLock().unlock();
                }
            }
        });
        System.out.println(pair[0] + " " + wrong);
    }

    static void stampedLock() {
        StampedLock lock = new StampedLock();
        int[] pair = new int[2];
        AtomicInteger wrong = new AtomicInteger();
        together(3, () -> {
            for (int i = 0; i < 2000; i++) {
                if (i % 4 == 0) {
                    long stamp = lock.writeLock();
                    pair[0]++;
                    pair[1]++;
                    lock.unlockWrite(stamp);
                } else {
                    long stamp = lock.readLock();
                    wrong.addAndGet(pair[0] == pair[1] ? 0 : 1);
                    lock.unlockRead(stamp);
                }
            }
        });
        System.out.println(pair[0] + " " + wrong);
    }

    static void phaser() {
        Phaser phaser = new Phaser(3);
        AtomicInteger sum = new AtomicInteger();
        together(3, () -> {
            for (int i = 0; i < 4; i++) {
                sum.addAndGet(phaser.arriveAndAwaitAdvance());
            }
            phaser.arriveAndDeregister();
        });
        System.out.println(sum + " " + phaser.isTerminated());
    }

    static void exchanger() {
        Exchanger<String> exchanger = new Exchanger<>();
        AtomicInteger names = new AtomicInteger();
        AtomicInteger swapped = new AtomicInteger();
        together(2, () -> {
            String mine = "from " + names.incrementAndGet();
            for (int i = 0; i < 50; i++) {
                String other = exchanger.exchange(mine + "/" + i);
                swapped.addAndGet(!other.startsWith(mine) && other.endsWith("/" + i) ? 1 : 0);
            }
        });
        System.out.println(swapped);
    }
}
