package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** java.util.concurrent with one thread: queues, skip lists, synchronizers, futures, time units. */
public final class UtilConcurrent {
    private UtilConcurrent() {}

    public static void main(String[] arguments) {
        Cases.run("arrayBlockingQueue", UtilConcurrent::arrayBlockingQueue);
        Cases.run("linkedBlockingQueue", UtilConcurrent::linkedBlockingQueue);
        Cases.run("linkedBlockingDeque", UtilConcurrent::linkedBlockingDeque);
        Cases.run("priorityBlockingQueue", UtilConcurrent::priorityBlockingQueue);
        Cases.run("linkedDeque", UtilConcurrent::linkedDeque);
        Cases.run("skipListMap", UtilConcurrent::skipListMap);
        Cases.run("skipListSet", UtilConcurrent::skipListSet);
        Cases.run("copyOnWriteSet", UtilConcurrent::copyOnWriteSet);
        Cases.run("concurrentMapBulk", UtilConcurrent::concurrentMapBulk);
        Cases.run("concurrentMapAtomicUpdates", UtilConcurrent::concurrentMapAtomicUpdates);
        Cases.run("semaphore", UtilConcurrent::semaphore);
        Cases.run("countDownLatch", UtilConcurrent::countDownLatch);
        Cases.run("barrierOfOne", UtilConcurrent::barrierOfOne);
        Cases.run("readWriteLock", UtilConcurrent::readWriteLock);
        Cases.run("stampedLock", UtilConcurrent::stampedLock);
        Cases.run("conditions", UtilConcurrent::conditions);
        Cases.run("futureTask", UtilConcurrent::futureTask);
        Cases.run("callables", UtilConcurrent::callables);
        Cases.run("timeUnits", UtilConcurrent::timeUnits);
        Cases.run("accumulators", UtilConcurrent::accumulators);
        Cases.run("stampedAndMarkedReferences", UtilConcurrent::stampedAndMarkedReferences);
        Cases.run("atomicArrays", UtilConcurrent::atomicArrays);
        Cases.run("threadLocalRandom", UtilConcurrent::threadLocalRandom);
    }

    static void arrayBlockingQueue() throws InterruptedException {
        ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(2);
        System.out.println(queue.offer("a") + " " + queue.offer("b") + " " + queue.offer("c") + " " + queue.remainingCapacity());
        System.out.println(queue.peek() + queue.poll() + queue.take() + queue.poll() + " " + queue);
        Cases.thrown("element", queue::element);
        queue.add("x");
        queue.put("y");
        Cases.thrown("full", () -> queue.add("z"));
        List<String> drained = new ArrayList<>();
        System.out.println(queue.drainTo(drained) + " " + drained + queue.isEmpty());
    }

    static void linkedBlockingQueue() throws InterruptedException {
        LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        for (int i = 0; i < 5; i++) {
            queue.put(i);
        }
        System.out.println(queue + " " + queue.contains(3) + queue.remove(3) + " " + queue.size());
        Iterator<Integer> all = queue.iterator();
        all.next();
        all.remove();
        System.out.println(queue + " " + queue.poll(1, TimeUnit.NANOSECONDS) + Arrays.toString(queue.toArray()));
        Cases.thrown("null", () -> queue.offer(null));
    }

    static void linkedBlockingDeque() throws InterruptedException {
        LinkedBlockingDeque<String> deque = new LinkedBlockingDeque<>(3);
        deque.addFirst("m");
        deque.putLast("z");
        deque.offerFirst("a");
        System.out.println(deque + " " + deque.offerLast("no") + " " + deque.takeFirst() + deque.takeLast() + deque.peekLast());
        Cases.thrown("empty", () -> new LinkedBlockingDeque<String>().removeFirst());
    }

    static void priorityBlockingQueue() throws InterruptedException {
        PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>(4, (a, b) -> b - a);
        for (int n : new int[] {5, 1, 9, 3, 7, 9}) {
            queue.add(n);
        }
        StringBuilder text = new StringBuilder();
        while (!queue.isEmpty()) {
            text.append(queue.take()).append(' ');
        }
        System.out.println(text);
    }

    static void linkedDeque() {
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>(List.of(1, 2, 3));
        deque.push(0);
        deque.addLast(4);
        System.out.println(deque + " " + deque.pollLast() + deque.pop() + " " + deque.removeFirstOccurrence(2) + deque);
        StringBuilder back = new StringBuilder();
        deque.descendingIterator().forEachRemaining(back::append);
        System.out.println(back);
    }

    static void skipListMap() {
        ConcurrentSkipListMap<String, Integer> map = new ConcurrentSkipListMap<>();
        for (String word : "the quick brown fox jumps over the lazy dog".split(" ")) {
            map.merge(word, 1, Integer::sum);
        }
        System.out.println(map + " " + map.firstKey() + map.lastEntry() + " " + map.floorKey("g") + map.ceilingKey("g"));
        System.out.println(map.headMap("jumps") + " " + map.tailMap("over", false) + " " + map.descendingMap());
        System.out.println(map.putIfAbsent("fox", 9) + " " + map.remove("fox") + " " + map.replace("dog", 1, 5) + map.pollFirstEntry());
    }

    static void skipListSet() {
        ConcurrentSkipListSet<Integer> set = new ConcurrentSkipListSet<>(List.of(50, 10, 30, 20, 40));
        System.out.println(set + " " + set.higher(20) + set.lower(20) + " " + set.subSet(15, 45) + set.descendingSet());
        System.out.println(set.add(10) + " " + set.remove(10) + set.pollLast() + set);
    }

    static void copyOnWriteSet() {
        CopyOnWriteArraySet<String> set = new CopyOnWriteArraySet<>(List.of("b", "a"));
        for (String element : set) {
            set.add(element + element);
        }
        System.out.println(set + " " + set.add("a") + set.contains("aa"));
        CopyOnWriteArrayList<String> list = new CopyOnWriteArrayList<>(set);
        System.out.println(list.addIfAbsent("a") + " " + list.addAllAbsent(List.of("q", "b")) + list);
    }

    static void concurrentMapBulk() {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        for (int i = 0; i < 100; i++) {
            map.put("k" + i, i);
        }
        System.out.println(map.reduceValues(Long.MAX_VALUE, Integer::sum) + " "
                + map.search(Long.MAX_VALUE, (k, v) -> v == 42 ? k : null) + " "
                + map.reduceKeysToInt(Long.MAX_VALUE, String::length, 0, Integer::sum) + " " + map.mappingCount());
        AtomicInteger sum = new AtomicInteger();
        map.forEach(Long.MAX_VALUE, (k, v) -> sum.addAndGet(v));
        System.out.println(sum + " " + ConcurrentHashMap.<String>newKeySet().add("x"));
    }

    static void concurrentMapAtomicUpdates() {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>(Map.of("a", 1));
        System.out.println(map.computeIfAbsent("b", k -> 2) + " " + map.computeIfPresent("a", (k, v) -> v + 10) + " "
                + map.compute("c", (k, v) -> v == null ? 0 : v) + " " + map.merge("a", 5, Integer::sum) + " "
                + map.computeIfPresent("a", (k, v) -> null) + map.containsKey("a") + " " + map.getOrDefault("z", -1));
        Cases.thrown("null", () -> map.put("k", null));
        Cases.thrown("recursive", () -> map.computeIfAbsent("r", k -> map.computeIfAbsent("r", j -> 1)));
    }

    static void semaphore() throws InterruptedException {
        Semaphore semaphore = new Semaphore(3);
        semaphore.acquire(2);
        System.out.println(semaphore.availablePermits() + " " + semaphore.tryAcquire() + semaphore.tryAcquire() + " "
                + semaphore.drainPermits());
        semaphore.release(5);
        System.out.println(semaphore.availablePermits());
    }

    static void countDownLatch() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(2);
        latch.countDown();
        System.out.println(latch.getCount() + " " + latch.await(1, TimeUnit.MICROSECONDS));
        latch.countDown();
        latch.await();
        latch.countDown();
        System.out.println(latch.getCount());
        Cases.thrown("negative", () -> new CountDownLatch(-1));
    }

    static void barrierOfOne() throws InterruptedException, BrokenBarrierException {
        CyclicBarrier barrier = new CyclicBarrier(1, () -> System.out.println("tripped"));
        System.out.println(barrier.await() + " " + barrier.await() + " " + barrier.getParties() + barrier.isBroken());
    }

    static void readWriteLock() {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        lock.writeLock().lock();
        lock.readLock().lock();
        lock.writeLock().unlock();
        System.out.println(lock.getReadLockCount() + " " + lock.isWriteLocked() + " " + lock.writeLock().tryLock());
        lock.readLock().unlock();
        System.out.println(lock.writeLock().tryLock());
        Cases.thrown("not held", () -> lock.readLock().unlock());
    }

    static void stampedLock() {
        StampedLock lock = new StampedLock();
        long stamp = lock.tryOptimisticRead();
        System.out.println(lock.validate(stamp));
        long write = lock.writeLock();
        System.out.println(lock.validate(stamp) + " " + lock.isWriteLocked() + " " + (lock.tryReadLock() == 0));
        lock.unlockWrite(write);
        long read = lock.readLock();
        System.out.println(lock.getReadLockCount() + " " + (lock.tryConvertToWriteLock(read) != 0));
    }

    static void conditions() throws InterruptedException {
        Lock lock = new ReentrantLock();
        Condition ready = lock.newCondition();
        lock.lock();
        System.out.println(ready.await(1, TimeUnit.MICROSECONDS) + " " + (ready.awaitNanos(10) <= 0));
        ready.signalAll();
        lock.unlock();
        Cases.thrown("not owner", ready::signal);
        Cases.thrown("not owner", lock::unlock);
    }

    static void futureTask() throws Exception {
        FutureTask<Integer> task = new FutureTask<>(() -> 6 * 7);
        System.out.println(task.isDone());
        task.run();
        System.out.println(task.get() + " " + task.isDone() + task.isCancelled());
        FutureTask<Integer> failing = new FutureTask<>(() -> Integer.parseInt("x"));
        failing.run();
        Cases.thrown("get", failing::get);
        FutureTask<Integer> cancelled = new FutureTask<>(() -> 1);
        System.out.println(cancelled.cancel(false) + " " + cancelled.cancel(true));
        Cases.thrown("cancelled", cancelled::get);
        Cases.thrown("timeout", () -> new FutureTask<>(() -> 1).get(1, TimeUnit.MICROSECONDS));
    }

    static void callables() throws Exception {
        Callable<String> callable = () -> "called";
        System.out.println(callable.call());
        Cases.thrown("checked", () -> ((Callable<String>) () -> {
            throw new ExecutionException("why", new TimeoutException("late"));
        }).call());
    }

    static void timeUnits() {
        for (TimeUnit unit : TimeUnit.values()) {
            System.out.println(unit + " " + unit.toNanos(3) + " " + unit.toMillis(7) + " " + unit.toDays(100) + " "
                    + unit.convert(1, TimeUnit.HOURS) + " " + unit.toChronoUnit());
        }
        System.out.println(TimeUnit.DAYS.toNanos(Long.MAX_VALUE) + " " + TimeUnit.NANOSECONDS.toSeconds(-1_999_999_999L));
    }

    static void accumulators() {
        LongAccumulator max = new LongAccumulator(Long::max, Long.MIN_VALUE);
        DoubleAdder sum = new DoubleAdder();
        for (int i = 0; i < 10; i++) {
            max.accumulate(i * 37 % 23);
            sum.add(i / 4.0);
        }
        System.out.println(max + " " + max.getThenReset() + " " + sum + " " + sum.sumThenReset() + sum.sum());
    }

    static void stampedAndMarkedReferences() {
        AtomicStampedReference<String> stamped = new AtomicStampedReference<>("a", 1);
        int[] stamp = new int[1];
        System.out.println(stamped.compareAndSet("a", "b", 1, 2) + " " + stamped.get(stamp) + stamp[0] + " "
                + stamped.compareAndSet("b", "c", 1, 2) + stamped.attemptStamp("b", 9) + stamped.getStamp());
        AtomicMarkableReference<String> marked = new AtomicMarkableReference<>("x", false);
        System.out.println(marked.attemptMark("x", true) + " " + marked.isMarked() + marked.getReference());
    }

    static void atomicArrays() {
        AtomicReferenceArray<String> texts = new AtomicReferenceArray<>(new String[] {"a", null});
        System.out.println(texts.getAndSet(0, "b") + " " + texts.compareAndSet(1, null, "c") + texts + " "
                + texts.updateAndGet(0, s -> s + s) + texts.accumulateAndGet(1, "!", String::concat));
        AtomicLongArray longs = new AtomicLongArray(3);
        System.out.println(longs.incrementAndGet(1) + " " + longs.getAndAdd(2, 5) + longs.addAndGet(2, -1) + longs);
        Cases.thrown("bounds", () -> longs.get(3));
    }

    static void threadLocalRandom() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        boolean inside = true;
        for (int i = 0; i < 1000; i++) {
            int n = random.nextInt(10, 20);
            double d = random.nextDouble(1.5);
            inside &= n >= 10 && n < 20 && d >= 0 && d < 1.5;
        }
        System.out.println(inside + " " + (random == ThreadLocalRandom.current()));
        Cases.thrown("seed", () -> random.setSeed(1));
        Cases.thrown("bound", () -> random.nextInt(5, 5));
    }
}
