package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** java.util.concurrent as one thread sees it. */
public final class ConcurrentBasics {
    private ConcurrentBasics() {}

    public static void main(String[] arguments) {
        Cases.run("atomicInteger", ConcurrentBasics::atomicInteger);
        Cases.run("atomicLong", ConcurrentBasics::atomicLong);
        Cases.run("atomicReference", ConcurrentBasics::atomicReference);
        Cases.run("atomicBoolean", ConcurrentBasics::atomicBoolean);
        Cases.run("atomicArray", ConcurrentBasics::atomicArray);
        Cases.run("longAdder", ConcurrentBasics::longAdder);
        Cases.run("concurrentHashMap", ConcurrentBasics::concurrentHashMap);
        Cases.run("concurrentHashMapMany", ConcurrentBasics::concurrentHashMapMany);
        Cases.run("copyOnWrite", ConcurrentBasics::copyOnWrite);
        Cases.run("linkedQueue", ConcurrentBasics::linkedQueue);
        Cases.run("reentrantLock", ConcurrentBasics::reentrantLock);
    }

    static void atomicInteger() {
        AtomicInteger n = new AtomicInteger(5);
        System.out.println(n.incrementAndGet() + " " + n.getAndAdd(10) + " " + n.compareAndSet(16, 20) + " "
                + n.compareAndSet(16, 21) + " " + n.updateAndGet(x -> x * 2) + " " + n.getAndUpdate(x -> x + 1) + " "
                + n.accumulateAndGet(3, Math::max) + " " + n.getAndSet(7) + " " + n + " " + n.decrementAndGet());
    }

    static void atomicLong() {
        AtomicLong n = new AtomicLong(1L << 40);
        System.out.println(n.getAndIncrement() + " " + n.addAndGet(-5) + " " + n.compareAndSet(0, 1) + " " + n.get()
                + " " + n.intValue());
    }

    static void atomicReference() {
        AtomicReference<String> r = new AtomicReference<>("a");
        System.out.println(
                r.compareAndSet("a", "b") + " " + r.getAndSet("c") + " " + r.updateAndGet(s -> s + "d") + " " + r);
    }

    static void atomicBoolean() {
        AtomicBoolean b = new AtomicBoolean();
        System.out.println(b.compareAndSet(false, true) + " " + b.getAndSet(false) + " " + b.get());
    }

    static void atomicArray() {
        AtomicIntegerArray a = new AtomicIntegerArray(3);
        a.incrementAndGet(1);
        a.addAndGet(2, 5);
        System.out.println(a + " " + a.compareAndSet(0, 0, 9) + " " + a.get(0));
        Cases.thrown("bounds", () -> a.get(3));
    }

    static void longAdder() {
        LongAdder adder = new LongAdder();
        for (int i = 0; i < 100; i++) {
            adder.add(i);
        }
        System.out.println(adder.sum() + " " + adder.sumThenReset() + " " + adder);
    }

    static void concurrentHashMap() {
        Map<String, Integer> map = new ConcurrentHashMap<>();
        map.put("a", 1);
        map.merge("a", 5, Integer::sum);
        map.computeIfAbsent("b", String::length);
        System.out.println(new TreeMap<>(map) + " " + map.putIfAbsent("b", 9) + " " + map.remove("a") + " " + map.size()
                + " " + map.getOrDefault("z", 0) + " " + map.containsValue(1));
        Cases.thrown("null", () -> map.put(null, 1));
    }

    static void concurrentHashMapMany() {
        ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
        for (int i = 0; i < 3000; i++) {
            map.put(i * 31, i);
        }
        long sum = 0;
        for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            sum += entry.getKey() ^ entry.getValue();
        }
        map.keySet().removeIf(k -> k % 2 == 0);
        System.out.println(sum + " " + map.size() + " " + map.mappingCount());
    }

    static void copyOnWrite() {
        List<String> list = new CopyOnWriteArrayList<>(List.of("a", "b"));
        for (String element : list) {
            list.add(element + element);
        }
        System.out.println(list);
    }

    static void linkedQueue() {
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>(List.of(1, 2));
        queue.offer(3);
        System.out.println(queue.poll() + " " + queue + " " + queue.size() + " " + queue.contains(3));
    }

    static void reentrantLock() {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        lock.lock();
        System.out.println(lock.getHoldCount() + " " + lock.isLocked() + " " + lock.tryLock());
        lock.unlock();
        lock.unlock();
        lock.unlock();
        System.out.println(lock.isLocked());
        Cases.thrown("not owner", lock::unlock);
    }
}
