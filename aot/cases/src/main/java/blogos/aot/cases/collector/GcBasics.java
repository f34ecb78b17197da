package blogos.aot.cases.collector;

import static blogos.aot.cases.Cases.run;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** Reachable structures survive much garbage; what is only weakly reachable goes. */
public final class GcBasics {
    private static final int GARBAGE_BYTES = 40 << 20;

    private static Object published;

    private GcBasics() {}

    private static final class Node {
        Node left;
        Node right;
        Object payload;
        int value;
    }

    /** Arranged so that following references in field order keeps many objects waiting. */
    private static final class Link {
        Object[] payload;
        Link next;
        int value;
    }

    private static long makeGarbage(long bytes) {
        long sum = 0;
        for (long made = 0; made < bytes; made += 1040) {
            byte[] small = new byte[1000];
            small[(int) (made % 1000)] = 1;
            Integer[] boxes = {(int) (made & 0xffff)};
            sum += small.length + boxes[0];
        }
        return sum;
    }

    private static Node tree(int depth, int value) {
        Node node = new Node();
        node.value = value;
        if (depth > 0) {
            node.left = tree(depth - 1, value * 2);
            node.right = tree(depth - 1, value * 2 + 1);
        } else {
            node.payload = "leaf " + value;
        }
        return node;
    }

    private static long sum(Node node) {
        return node == null
                ? 0
                : node.value
                        + (node.payload == null ? 0 : node.payload.hashCode())
                        + sum(node.left) * 3
                        + sum(node.right) * 5;
    }

    private static void treeSurvives() {
        Node root = tree(14, 1);
        long before = sum(root);
        makeGarbage(GARBAGE_BYTES);
        System.out.println(sum(root) == before);
        System.out.println(before);
    }

    private static void listsSurvive() {
        Link first = null;
        for (int i = 0; i < 200_000; i++) {
            Link link = new Link();
            link.value = i;
            link.payload = new Object[] {i, null, first == null ? null : first.payload[0]};
            link.next = first;
            first = link;
        }
        LinkedList<String> strings = new LinkedList<>();
        for (int i = 0; i < 50_000; i++) {
            strings.add("item " + i);
        }
        makeGarbage(GARBAGE_BYTES);
        System.gc();
        long sum = 0;
        for (Link link = first; link != null; link = link.next) {
            sum = sum * 31 + link.value + (Integer) link.payload[0];
        }
        long hash = 0;
        for (String text : strings) {
            hash = hash * 31 + text.hashCode();
        }
        System.out.println(sum + " " + hash);
    }

    private static void arraysSurvive() {
        Object[][] wide = new Object[300][];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = new Object[i * 7];
            for (int j = 0; j < wide[i].length; j++) {
                wide[i][j] = i % 2 == 0 ? (Object) (i * 1000L + j) : new int[] {i, j};
            }
        }
        String[] large = new String[500_000];
        for (int i = 0; i < large.length; i += 3) {
            large[i] = Integer.toString(i);
        }
        makeGarbage(GARBAGE_BYTES);
        long sum = 0;
        for (Object[] row : wide) {
            for (Object element : row) {
                sum = sum * 17 + (element instanceof Long number ? number : ((int[]) element)[0] - ((int[]) element)[1]);
            }
        }
        for (String text : large) {
            sum = sum * 13 + (text == null ? 1 : text.hashCode());
        }
        System.out.println(sum);
    }

    private static void cyclesGo() {
        long sum = 0;
        for (int i = 0; i < 2_000; i++) {
            Link[] ring = new Link[100];
            for (int j = 0; j < ring.length; j++) {
                ring[j] = new Link();
                ring[j].payload = new Object[] {ring, new byte[500]};
            }
            for (int j = 0; j < ring.length; j++) {
                ring[j].next = ring[(j + 1) % ring.length];
            }
            sum += ring.length;
        }
        System.out.println(sum);
    }

    private static void mapsSurvive() {
        Map<String, List<Integer>> hashed = new HashMap<>();
        Map<Integer, String> sorted = new TreeMap<>();
        for (int i = 0; i < 30_000; i++) {
            hashed.computeIfAbsent("key " + i % 1000, key -> new ArrayList<>()).add(i);
            sorted.put((i * 7919) % 30_011, "value " + i);
            if (i % 3 == 0) {
                sorted.remove((i / 2 * 7919) % 30_011);
            }
        }
        makeGarbage(GARBAGE_BYTES);
        long sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum = sum * 31 + hashed.get("key " + i).hashCode();
        }
        System.out.println(sum + " " + sorted.size() + " " + new ArrayList<>(sorted.values()).hashCode());
    }

    private static void largeArraysGo() {
        long sum = 0;
        for (int i = 0; i < 400; i++) {
            long[] large = new long[(1 << 20) / 8 * (1 + i % 5)];
            for (int j = 0; j < large.length; j += 4096) {
                sum += large[j];
                large[j] = i;
            }
            sum += large[0];
        }
        System.out.println(sum);
    }

    private static WeakReference<Object> weak(ReferenceQueue<Object> queue) {
        return new WeakReference<>(new Object(), queue);
    }

    /** Overwrites what calls have left on the stack, where a conservative collector would find it. */
    private static int cleanStack(int depth) {
        long a = depth;
        long b = a * 3;
        long c = b * 5;
        return depth == 0 ? (int) (a + b + c) & 1 : cleanStack(depth - 1) + (int) (a ^ b ^ c) % 2;
    }

    private static void weakReferencesAreCleared() throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        List<WeakReference<Object>> references = new ArrayList<>();
        Object kept = new Object();
        for (int i = 0; i < 1000; i++) {
            references.add(weak(queue));
        }
        WeakReference<Object> strong = new WeakReference<>(kept, queue);
        SoftReference<int[]> soft = new SoftReference<>(new int[] {42});
        cleanStack(50);
        System.gc();
        int cleared = 0;
        for (WeakReference<Object> reference : references) {
            cleared += reference.get() == null ? 1 : 0;
        }
        int queued = 0;
        for (int attempt = 0; attempt < 200 && queued < cleared; attempt++) {
            for (Reference<?> r = queue.poll(); r != null; r = queue.poll()) {
                queued++;
            }
            if (queued < cleared) {
                Thread.sleep(5);
            }
        }
        System.out.println("cleared nearly all: " + (cleared >= 998));
        System.out.println("queued as many: " + (queued == cleared));
        System.out.println("strong: " + (strong.get() == kept) + ", soft: " + soft.get()[0]);
    }

    private static void fill(WeakHashMap<Object, String> map, int count) {
        for (int i = 0; i < count; i++) {
            map.put(new Object(), "value " + i);
        }
    }

    private static void weakHashMap() throws InterruptedException {
        WeakHashMap<Object, String> map = new WeakHashMap<>();
        Object key = new Object();
        map.put(key, "kept");
        fill(map, 1000);
        cleanStack(50);
        System.gc();
        for (int attempt = 0; attempt < 200 && map.size() > 3; attempt++) {
            Thread.sleep(5);
        }
        System.out.println(map.get(key) + " " + (map.size() <= 3));
    }

    private static void statics() {
        published = new Object[] {new StringBuilder("built"), Thread.State.values(), new int[3]};
        makeGarbage(GARBAGE_BYTES);
        Object[] parts = (Object[]) published;
        System.out.println(parts[0] + " " + ((Thread.State[]) parts[1])[0] + " " + Thread.State.valueOf("WAITING"));
        ThreadLocal<String> local = ThreadLocal.withInitial(() -> "initial " + parts.length);
        System.out.println(local.get());
        makeGarbage(GARBAGE_BYTES);
        System.out.println(local.get() + " " + Thread.State.valueOf("NEW"));
    }

    private static int thrower(int depth) {
        if (depth == 0) {
            makeGarbage(1 << 20);
            throw new IllegalStateException("deep", new RuntimeException(new String("cause")));
        }
        try {
            return thrower(depth - 1) + 1;
        } finally {
            makeGarbage(20_000);
        }
    }

    private static void exceptions() {
        try {
            thrower(100);
        } catch (IllegalStateException e) {
            makeGarbage(GARBAGE_BYTES);
            System.out.println(e.getMessage() + " " + e.getCause().getMessage() + " " + (e.getStackTrace().length > 100));
        }
    }

    private static void hiddenBases() {
        int[] data = new int[10_000];
        long sum = 0;
        for (int i = 1; i <= 100; i++) {
            for (int j = 0; j < 100; j++) {
                data[(i - 1) * 100 + j] = i * j;
                sum += new int[] {data[(i - 1) * 100 + j]}[0];
            }
            makeGarbage(20_000);
        }
        System.out.println(sum);
    }

    public static void main(String[] arguments) {
        run("a tree survives", GcBasics::treeSurvives);
        run("long lists survive", GcBasics::listsSurvive);
        run("arrays survive", GcBasics::arraysSurvive);
        run("cycles go", GcBasics::cyclesGo);
        run("maps survive", GcBasics::mapsSurvive);
        run("large arrays go", GcBasics::largeArraysGo);
        run("weak references are cleared", GcBasics::weakReferencesAreCleared);
        run("weak hash map", GcBasics::weakHashMap);
        run("statics and thread locals", GcBasics::statics);
        run("exceptions", GcBasics::exceptions);
        run("hidden bases", GcBasics::hiddenBases);
        run("much garbage", () -> System.out.println(makeGarbage(500L << 20)));
    }
}
