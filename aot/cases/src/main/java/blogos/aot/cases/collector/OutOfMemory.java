package blogos.aot.cases.collector;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;

/** Fills the heap in different ways, survives the errors, and goes on. For a heap of a few MiB; not for HotSpot. */
public final class OutOfMemory {
    private OutOfMemory() {}

    private interface Step {
        void run(List<Object> list);
    }

    private static void fill(String name, Step step) {
        List<Object> list = new ArrayList<>();
        try {
            while (true) {
                step.run(list);
            }
        } catch (OutOfMemoryError e) {
            boolean isFilled = list.size() > 2;
            list = null;
            System.out.println(name + ": " + e.getMessage() + ", " + isFilled);
        }
    }

    /** A method of its own, so that its frame's references go with it. */
    private static void oneHuge() {
        try {
            System.out.println(new long[1 << 28].length);
        } catch (OutOfMemoryError e) {
            System.out.println("one huge array: " + e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        SoftReference<byte[]> soft = new SoftReference<>(new byte[100_000]);
        System.gc();
        System.out.println("soft reference before: " + (soft.get() != null));
        for (int round = 1; round <= 3; round++) {
            System.out.println("round " + round);
            fill("small objects", list -> list.add(new Object()));
            fill("arrays of 1 KB", list -> list.add(new byte[1024]));
            fill("arrays of 100 KB", list -> list.add(new byte[100 << 10]));
            fill("arrays of 2 MB", list -> list.add(new byte[2 << 20]));
            oneHuge();
        }
        System.out.println("soft reference after: " + (soft.get() != null));
        Runtime runtime = Runtime.getRuntime();
        System.out.println(runtime.totalMemory() <= runtime.maxMemory());
        System.out.println(runtime.freeMemory() > 0);
    }
}
