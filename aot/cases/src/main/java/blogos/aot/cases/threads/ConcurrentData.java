package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Collections and atomic variables that threads share. */
public final class ConcurrentData {
    private ConcurrentData() {}

    public static void main(String[] arguments) {
        Cases.run("hashMapCounts", ConcurrentData::hashMapCounts);
        Cases.run("hashMapResizes", ConcurrentData::hashMapResizes);
        Cases.run("computeIfAbsentOnce", ConcurrentData::computeIfAbsentOnce);
        Cases.run("skipList", ConcurrentData::skipList);
        Cases.run("linkedQueues", ConcurrentData::linkedQueues);
        Cases.run("blockingQueues", ConcurrentData::blockingQueues);
        Cases.run("delayQueue", ConcurrentData::delayQueue);
        Cases.run("copyOnWrite", ConcurrentData::copyOnWrite);
        Cases.run("synchronizedWrappers", ConcurrentData::synchronizedWrappers);
        Cases.run("atomics", ConcurrentData::atomics);
        Cases.run("adders", ConcurrentData::adders);
        Cases.run("references", ConcurrentData::references);
        Cases.run("stack", ConcurrentData::stack);
        Cases.run("stringBuffer", ConcurrentData::stringBuffer);
    }

    static void hashMapCounts() {
        ConcurrentHashMap<Integer, Integer> counts = new ConcurrentHashMap<>();
        ConcurrentLocks.together(4, () -> {
            for (int i = 0; i < 4000; i++) {
                counts.merge(i % 17, 1, Integer::sum);
            }
        });
        System.out.println(counts.values().stream().mapToInt(Integer::intValue).sum() + " " + counts.get(3) + " " + counts.size());
    }

    static void hashMapResizes() {
        ConcurrentHashMap<Integer, String> map = new ConcurrentHashMap<>(2);
        AtomicInteger next = new AtomicInteger();
        ConcurrentLocks.together(4, () -> {
            int base = next.getAndAdd(3000);
            for (int i = base; i < base + 3000; i++) {
                map.put(i, "v" + i);
            }
        });
        boolean all = true;
        for (int i = 0; i < 12_000; i++) {
            all &= ("v" + i).equals(map.get(i));
        }
        System.out.println(map.size() + " " + map.mappingCount() + " " + all);
    }

    static void computeIfAbsentOnce() {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        AtomicInteger runs = new AtomicInteger();
        ConcurrentLocks.together(5, () -> {
            for (int i = 0; i < 200; i++) {
                map.computeIfAbsent("key" + i, key -> runs.incrementAndGet());
            }
        });
        System.out.println(runs + " " + map.size());
    }

    static void skipList() {
        ConcurrentSkipListMap<Integer, Integer> map = new ConcurrentSkipListMap<>();
        AtomicInteger next = new AtomicInteger();
        ConcurrentLocks.together(3, () -> {
            for (int i = 0; i < 1000; i++) {
                int n = next.incrementAndGet();
                map.put(n, -n);
                if (n % 3 == 0) {
                    map.remove(n);
                }
            }
        });
        System.out.println(map.size() + " " + map.firstKey() + " " + map.lastKey() + " " + map.headMap(10));
    }

    static void linkedQueues() {
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();
        AtomicLong sum = new AtomicLong();
        ConcurrentLocks.together(4, () -> {
            for (int i = 1; i <= 2000; i++) {
                queue.add(i);
                deque.addFirst(i);
                sum.addAndGet(queue.poll());
                sum.addAndGet(deque.pollLast());
            }
        });
        System.out.println(sum + " " + queue.isEmpty() + " " + deque.isEmpty());
    }

    static void blockingQueues() {
        List<BlockingQueue<Integer>> queues = List.of(new ArrayBlockingQueue<>(4), new LinkedBlockingQueue<>(4),
                new LinkedBlockingDeque<>(4), new PriorityBlockingQueue<>(), new LinkedTransferQueue<>());
        for (BlockingQueue<Integer> queue : queues) {
            AtomicLong sum = new AtomicLong();
            AtomicInteger role = new AtomicInteger();
            ConcurrentLocks.together(4, () -> {
                boolean puts = role.incrementAndGet() % 2 == 0;
                for (int i = 1; i <= 1000; i++) {
                    if (puts) {
                        queue.put(i);
                    } else {
                        sum.addAndGet(queue.take());
                    }
                }
            });
            System.out.println(sum + " " + queue.size());
        }
    }

    private static final class Due implements Delayed {
        private final long at;
        private final String name;

        Due(String name, long millis) {
            this.name = name;
            at = System.nanoTime() + millis * 1_000_000;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Due) other).at);
        }
    }

    static void delayQueue() throws Exception {
        DelayQueue<Due> queue = new DelayQueue<>();
        queue.add(new Due("third", 30));
        queue.add(new Due("first", 1));
        queue.add(new Due("second", 15));
        System.out.println(queue.take().name + " " + queue.take().name + " " + queue.take().name);
    }

    static void copyOnWrite() {
        CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>();
        ConcurrentLocks.together(3, () -> {
            for (int i = 0; i < 100; i++) {
                list.add(i);
                int sum = 0;
                for (int n : list) {
                    sum += n;
                }
            }
        });
        System.out.println(list.size());
    }

    static void synchronizedWrappers() {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>());
        Map<Integer, Integer> map = Collections.synchronizedMap(new HashMap<>());
        ConcurrentLocks.together(3, () -> {
            for (int i = 0; i < 1000; i++) {
                list.add(i);
                map.merge(i % 10, 1, Integer::sum);
            }
        });
        System.out.println(list.size() + " " + map);
    }

    static void atomics() {
        AtomicInteger number = new AtomicInteger();
        AtomicLong wide = new AtomicLong();
        AtomicBoolean flag = new AtomicBoolean();
        AtomicInteger turns = new AtomicInteger();
        AtomicIntegerArray array = new AtomicIntegerArray(5);
        ConcurrentLocks.together(4, () -> {
            for (int i = 0; i < 3000; i++) {
                number.incrementAndGet();
                wide.updateAndGet(n -> n + 2);
                array.getAndIncrement(i % 5);
                if (flag.compareAndSet(false, true)) {
                    turns.incrementAndGet();
                    flag.set(false);
                }
            }
        });
        System.out.println(number + " " + wide + " " + array + " " + (turns.get() > 0) + " " + flag);
    }

    static void adders() {
        LongAdder adder = new LongAdder();
        DoubleAdder doubles = new DoubleAdder();
        LongAccumulator most = new LongAccumulator(Math::max, Long.MIN_VALUE);
        ConcurrentLocks.together(4, () -> {
            for (int i = 0; i < 3000; i++) {
                adder.increment();
                doubles.add(0.5);
                most.accumulate(i);
            }
        });
        System.out.println(adder + " " + doubles + " " + most);
    }

    static void references() {
        AtomicReference<String> text = new AtomicReference<>("");
        AtomicStampedReference<String> stamped = new AtomicStampedReference<>("a", 0);
        AtomicMarkableReference<String> marked = new AtomicMarkableReference<>("m", false);
        ConcurrentLocks.together(3, () -> {
            for (int i = 0; i < 100; i++) {
                text.updateAndGet(s -> s + "x");
                int stamp;
                do {
                    stamp = stamped.getStamp();
                } while (!stamped.compareAndSet("a", "a", stamp, stamp + 1));
            }
            marked.attemptMark("m", true);
        });
        System.out.println(text.get().length() + " " + stamped.getStamp() + " " + marked.isMarked());
    }

    private record Node(int value, Node next) {}

    static void stack() {
        AtomicReference<Node> top = new AtomicReference<>();
        AtomicLong popped = new AtomicLong();
        ConcurrentLocks.together(4, () -> {
            for (int i = 1; i <= 3000; i++) {
                int n = i;
                top.updateAndGet(node -> new Node(n, node));
                popped.addAndGet(top.getAndUpdate(Node::next).value());
            }
        });
        System.out.println(popped + " " + top.get());
    }

    static void stringBuffer() {
        StringBuffer buffer = new StringBuffer();
        ConcurrentLocks.together(4, () -> {
            for (int i = 0; i < 500; i++) {
                buffer.append("ab");
            }
        });
        System.out.println(buffer.length() + " " + buffer.toString().replace("ab", "").isEmpty());
    }
}
