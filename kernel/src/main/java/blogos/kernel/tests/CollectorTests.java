package blogos.kernel.tests;

import blogos.aot.runtime.HeapStatistics;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The garbage collector in ring 0. */
final class CollectorTests {
    private static final long GARBAGE_BYTES = 64 << 20;
    private static final long MOST_GROWTH = 8 << 20;
    private static final int REFERENCES = 100;

    private static Object published;

    private CollectorTests() {}

    static void addTo(TestList tests) {
        tests.add("garbage is collected", CollectorTests::garbage);
        tests.add("what is reachable survives", CollectorTests::survival);
        tests.add("weak references are cleared", CollectorTests::weakReferences);
    }

    private static void makeGarbage(long bytes) {
        for (long made = 0; made < bytes; made += 1016) {
            published = new byte[1000];
        }
        published = null;
    }

    private static void garbage() {
        HeapStatistics before = HeapStatistics.take();
        makeGarbage(GARBAGE_BYTES);
        HeapStatistics after = HeapStatistics.take();
        Check.isTrue(after.collections() > before.collections(), "garbage is collected");
        Check.isTrue(after.totalBytes() - before.totalBytes() <= MOST_GROWTH, "the heap stays small");
        Check.isTrue(after.allocatedBytes() - before.allocatedBytes() >= GARBAGE_BYTES, "all of it is counted");
    }

    private static void survival() {
        Map<String, List<Integer>> map = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            map.computeIfAbsent("key " + i % 100, key -> new ArrayList<>()).add(i);
        }
        makeGarbage(GARBAGE_BYTES / 8);
        System.gc();
        makeGarbage(GARBAGE_BYTES / 8);
        for (int i = 0; i < 100; i++) {
            List<Integer> list = map.get("key " + i);
            Check.equal(20, list.size(), "the length of a list");
            Check.equal(1900 + i, list.get(19), "its last element");
        }
    }

    private static void weakReferences() {
        List<WeakReference<Object>> references = new ArrayList<>();
        for (int i = 0; i < REFERENCES; i++) {
            references.add(new WeakReference<>(new Object()));
        }
        Object kept = new Object();
        WeakReference<Object> strong = new WeakReference<>(kept);
        System.gc();
        int cleared = 0;
        for (WeakReference<Object> reference : references) {
            cleared += reference.get() == null ? 1 : 0;
        }
        Check.isTrue(cleared >= REFERENCES - 2, "nearly all are cleared");
        Check.isTrue(strong.get() == kept, "a referent in use stays");
    }
}
