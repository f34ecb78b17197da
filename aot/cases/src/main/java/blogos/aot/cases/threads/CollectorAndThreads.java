package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Collections while several threads allocate, block and compute. */
public final class CollectorAndThreads {
    private CollectorAndThreads() {}

    public static void main(String[] arguments) {
        Cases.run("parallelTrees", CollectorAndThreads::parallelTrees);
        Cases.run("parallelStrings", CollectorAndThreads::parallelStrings);
        Cases.run("largeArrays", CollectorAndThreads::largeArrays);
        Cases.run("sharedStructures", CollectorAndThreads::sharedStructures);
        Cases.run("stacksOfBlockedThreads", CollectorAndThreads::stacksOfBlockedThreads);
        Cases.run("loopsWithoutCalls", CollectorAndThreads::loopsWithoutCalls);
        Cases.run("explicitFromMany", CollectorAndThreads::explicitFromMany);
        Cases.run("threadsComeAndGo", CollectorAndThreads::threadsComeAndGo);
        Cases.run("weakReferences", CollectorAndThreads::weakReferences);
        Cases.run("queueWaits", CollectorAndThreads::queueWaits);
        Cases.run("cleaner", CollectorAndThreads::cleaner);
        Cases.run("threadLocalsAreFreed", CollectorAndThreads::threadLocalsAreFreed);
    }

    private record Tree(Tree left, Tree right, int value) {
        static Tree of(int depth) {
            return depth == 0 ? new Tree(null, null, 1) : new Tree(of(depth - 1), of(depth - 1), depth);
        }

        int sum() {
            return left == null ? value : value + left.sum() + right.sum();
        }
    }

    static void parallelTrees() {
        AtomicLong total = new AtomicLong();
        ConcurrentLocks.together(4, () -> {
            Tree kept = Tree.of(8);
            for (int i = 0; i < 30; i++) {
                total.addAndGet(Tree.of(9).sum() + kept.sum());
            }
        });
        System.out.println(total);
    }

    static void parallelStrings() {
        AtomicLong total = new AtomicLong();
        ConcurrentLocks.together(3, () -> {
            Map<String, Integer> map = new HashMap<>();
            for (int i = 0; i < 3000; i++) {
                map.merge("key " + i % 100, i, Integer::sum);
            }
            long sum = 0;
            for (int i = 0; i < 100; i++) {
                sum += map.get("key " + i);
            }
            total.addAndGet(sum);
        });
        System.out.println(total);
    }

    static void largeArrays() {
        AtomicLong total = new AtomicLong();
        ConcurrentLocks.together(3, () -> {
            int[][] kept = new int[8][];
            for (int i = 0; i < 60; i++) {
                int[] array = new int[3000 + i * 100];
                for (int k = 0; k < array.length; k++) {
                    total.addAndGet(array[k]);
                    array[k] = i;
                }
                kept[i % 8] = array;
            }
            for (int[] array : kept) {
                for (int n : array) {
                    if (n != array[0]) {
                        throw new AssertionError("damaged");
                    }
                }
                total.addAndGet(array[0]);
            }
        });
        System.out.println(total);
    }

    static void sharedStructures() {
        List<List<Integer>> shared = new ArrayList<>();
        ConcurrentLocks.together(4, () -> {
            for (int i = 0; i < 500; i++) {
                List<Integer> one = new ArrayList<>(List.of(i, i + 1, i + 2));
                synchronized (shared) {
                    shared.add(one);
                    if (shared.size() > 50) {
                        shared.remove(0);
                    }
                }
            }
        });
        int wrong = 0;
        for (List<Integer> one : shared) {
            wrong += one.get(2) - one.get(0) == 2 ? 0 : 1;
        }
        System.out.println(shared.size() + " " + wrong);
    }

    private static long useLater(CountDownLatch ready, CountDownLatch end, int n) {
        int[] local = new int[100 + n];
        local[7] = n;
        String text = "thread " + n;
        ready.countDown();
        ThreadBasics.await(end);
        return local[7] + text.length() + local.length;
    }

    static void stacksOfBlockedThreads() {
        CountDownLatch ready = new CountDownLatch(6);
        CountDownLatch end = new CountDownLatch(1);
        AtomicLong sum = new AtomicLong();
        Thread[] threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) {
            int n = i;
            threads[i] = new Thread(() -> sum.addAndGet(useLater(ready, end, n)));
            threads[i].start();
        }
        ThreadBasics.await(ready);
        for (int i = 0; i < 5; i++) {
            byte[][] garbage = new byte[200][];
            for (int k = 0; k < garbage.length; k++) {
                garbage[k] = new byte[500];
                garbage[k][3] = 1;
            }
            System.gc();
        }
        end.countDown();
        for (Thread thread : threads) {
            ThreadBasics.join(thread);
        }
        System.out.println(sum);
    }

    private static int steps(int limit, int[] data) {
        int sum = 0;
        for (int i = 0; i < limit; i++) {
            sum += data[i & 63] ^ i;
        }
        return sum;
    }

    static void loopsWithoutCalls() {
        int[] data = new int[64];
        AtomicInteger running = new AtomicInteger(1);
        AtomicInteger result = new AtomicInteger();
        Thread thread = new Thread(() -> {
            while (running.get() == 1) {
                result.set(steps(2_000_000, data));
            }
        });
        thread.start();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        running.set(0);
        ThreadBasics.join(thread);
        System.out.println(steps(2_000_000, data));
    }

    static void explicitFromMany() {
        AtomicInteger count = new AtomicInteger();
        ConcurrentLocks.together(4, () -> {
            for (int i = 0; i < 5; i++) {
                Object[] some = new Object[10];
                some[3] = new int[] {i};
                System.gc();
                count.addAndGet(((int[]) some[3])[0]);
            }
        });
        System.out.println(count);
    }

    static void threadsComeAndGo() {
        AtomicLong sum = new AtomicLong();
        for (int round = 0; round < 20; round++) {
            int n = round;
            ConcurrentLocks.together(4, () -> {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < 100; i++) {
                    text.append(new int[i].length + n).append(',');
                }
                sum.addAndGet(text.length());
            });
        }
        System.out.println(sum);
    }

    static void weakReferences() {
        AtomicInteger kept = new AtomicInteger();
        AtomicInteger cleared = new AtomicInteger();
        ConcurrentLocks.together(3, () -> {
            List<Object> strong = new ArrayList<>();
            List<WeakReference<Object>> weak = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Object object = new int[] {i};
                weak.add(new WeakReference<>(object));
                if (i % 2 == 0) {
                    strong.add(object);
                }
            }
            System.gc();
            for (int i = 0; i < 50; i += 2) {
                kept.addAndGet(weak.get(i).get() == strong.get(i / 2) ? 1 : 0);
                cleared.addAndGet(weak.get(i + 1).get() == null ? 1 : 0);
            }
        });
        System.out.println(kept + " " + (cleared.get() > 60));
    }

    private static PhantomReference<Object> phantom(ReferenceQueue<Object> queue) {
        return new PhantomReference<>(new int[10], queue);
    }

    static void queueWaits() throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        System.out.println(queue.remove(1));
        List<Reference<Object>> references = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            references.add(phantom(queue));
        }
        AtomicInteger found = new AtomicInteger();
        Thread thread = new Thread(ConcurrentLocks.unchecked(() -> {
            for (int i = 0; i < 10; i++) {
                found.addAndGet(references.contains(queue.remove()) ? 1 : 0);
            }
        }));
        thread.start();
        while (thread.isAlive()) {
            System.gc();
            thread.join(5);
        }
        System.out.println(found);
    }

    private static void register(Cleaner cleaner, CountDownLatch latch) {
        for (int i = 0; i < 20; i++) {
            cleaner.register(new int[5], latch::countDown);
        }
    }

    static void cleaner() throws InterruptedException {
        Cleaner cleaner = Cleaner.create();
        CountDownLatch latch = new CountDownLatch(10);
        register(cleaner, latch);
        do {
            System.gc();
        } while (!latch.await(5, TimeUnit.MILLISECONDS));
        AtomicInteger count = new AtomicInteger();
        Cleaner.Cleanable cleanable = cleaner.register(latch, count::incrementAndGet);
        cleanable.clean();
        cleanable.clean();
        System.out.println(latch.getCount() + " " + count);
    }

    static void threadLocalsAreFreed() {
        ThreadLocal<int[]> local = new ThreadLocal<>();
        List<WeakReference<int[]>> weak = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Thread thread = new Thread(() -> {
                int[] value = new int[1000];
                local.set(value);
                weak.add(new WeakReference<>(value));
            });
            thread.start();
            ThreadBasics.join(thread);
        }
        System.gc();
        int cleared = 0;
        for (WeakReference<int[]> one : weak) {
            cleared += one.get() == null ? 1 : 0;
        }
        System.out.println(cleared > 15);
    }
}
