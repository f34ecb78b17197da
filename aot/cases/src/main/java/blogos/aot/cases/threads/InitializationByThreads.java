package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** JLS 12.4.2: several threads want a class to be initialised. */
public final class InitializationByThreads {
    private static final AtomicInteger RUNS = new AtomicInteger();

    private InitializationByThreads() {}

    public static void main(String[] arguments) {
        Cases.run("onceForAll", InitializationByThreads::onceForAll);
        Cases.run("othersWait", InitializationByThreads::othersWait);
        Cases.run("failureForAll", InitializationByThreads::failureForAll);
        Cases.run("sameThreadProceeds", InitializationByThreads::sameThreadProceeds);
        Cases.run("interruptedMeanwhile", InitializationByThreads::interruptedMeanwhile);
        Cases.run("classLockIsFree", InitializationByThreads::classLockIsFree);
        Cases.run("threadInInitializer", InitializationByThreads::threadInInitializer);
    }

    private static void together(int count, Runnable work) {
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = new Thread(() -> {
                ThreadBasics.await(start);
                work.run();
            });
            threads[i].start();
        }
        start.countDown();
        for (Thread thread : threads) {
            ThreadBasics.join(thread);
        }
    }

    private static int slowly(int value) {
        RUNS.incrementAndGet();
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return value;
    }

    private static final class Once {
        static int value = slowly(5);
    }

    static void onceForAll() {
        RUNS.set(0);
        AtomicInteger sum = new AtomicInteger();
        together(6, () -> sum.addAndGet(Once.value));
        System.out.println(RUNS + " " + sum);
    }

    private static final class Waited {
        static int first = slowly(1);
        static int second = slowly(2);
        static int third = slowly(3);
    }

    static void othersWait() {
        AtomicInteger wrong = new AtomicInteger();
        together(5, () -> wrong.addAndGet(Waited.first == 1 && Waited.second == 2 && Waited.third == 3 ? 0 : 1));
        System.out.println(wrong);
    }

    private static final class Failing {
        static int value = slowly(1) / (RUNS.get() - RUNS.get());
    }

    static void failureForAll() {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        together(5, () -> {
            try {
                later.addAndGet(Failing.value * 100);
            } catch (ExceptionInInitializerError e) {
                first.incrementAndGet();
            } catch (NoClassDefFoundError e) {
                later.incrementAndGet();
            }
        });
        System.out.println(first + " " + later);
    }

    private static final class Recursive {
        static int early = Helper.peek();
        static int value = slowly(9);
    }

    private static final class Helper {
        static int peek() {
            return Recursive.value + 1;
        }
    }

    static void sameThreadProceeds() {
        together(3, () -> Helper.peek());
        System.out.println(Recursive.early + " " + Recursive.value);
    }

    private static final class Slow {
        static int value = slowly(4);
    }

    static void interruptedMeanwhile() {
        AtomicInteger interrupted = new AtomicInteger();
        Thread first = new Thread(() -> System.out.println(Slow.value));
        first.start();
        Thread second = new Thread(() -> {
            Thread.currentThread().interrupt();
            interrupted.addAndGet(Slow.value);
            interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 100 : 0);
        });
        ThreadBasics.join(first);
        second.start();
        ThreadBasics.join(second);
        System.out.println(interrupted);
    }

    private static final class Locked {
        static int value = slowly(6);
    }

    static void classLockIsFree() {
        Thread thread = new Thread(() -> System.out.println(Locked.value));
        synchronized (Locked.class) {
            thread.start();
            ThreadBasics.join(thread);
        }
    }

    private static final class Starting {
        static int value;

        static {
            int[] result = new int[1];
            Thread thread = new Thread(new Eleven(result));
            thread.start();
            ThreadBasics.join(thread);
            value = result[0];
        }
    }

    /** Not a lambda, whose body would be in the class that is being initialised. */
    private record Eleven(int[] result) implements Runnable {
        @Override
        public void run() {
            result[0] = 11;
        }
    }

    static void threadInInitializer() {
        System.out.println(Starting.value);
    }
}
