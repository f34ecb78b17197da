// What single things cost: with "guest" all kernels, then exceptions; with "collector" pauses and allocation.
// Lines are "C NAME VALUE": nanoseconds, or objects a second. On a machine where an instruction takes a nanosecond, nanoseconds are instructions.
public class Costs {
    static final int THROWS = 2000;
    static final class Failure extends RuntimeException {
        Failure(boolean hasTrace) {
            super(null, null, false, hasTrace);
        }
    }

    static final Failure READY = new Failure(false);
    static int depth;

    static void thrower(boolean fresh) {
        depth++;
        throw fresh ? new Failure(true) : READY;
    }

    static void middle(boolean fresh) {
        thrower(fresh);
        depth--;
    }

    static int caught(boolean fresh) {
        try {
            middle(fresh);
            return 0;
        } catch (Failure e) {
            return 1;
        }
    }

    static void throwing(String name, boolean fresh) {
        int count = 0;
        for (int i = 0; i < THROWS; i++) {
            count += caught(fresh);
        }
        long start = System.nanoTime();
        for (int i = 0; i < THROWS; i++) {
            count += caught(fresh);
        }
        long end = System.nanoTime();
        System.out.println("C " + name + " " + (end - start) / THROWS + " " + count);
    }

    static final class Cell {
        Cell next;
        long value;
    }

    // About 20 MB in objects of 32 bytes live while as much again and more is allocated and dropped.
    static void collector() {
        Cell live = null;
        for (int i = 0; i < 20_000_000 / 32; i++) {
            Cell cell = new Cell();
            cell.next = live;
            live = cell;
        }
        long longest = 0;
        Cell last = null;
        int count = 20_000_000;
        long start = System.nanoTime();
        long before = start;
        for (int i = 0; i < count; i++) {
            Cell cell = new Cell();
            cell.value = i;
            last = cell;
            if ((i & 1023) == 0) {
                long now = System.nanoTime();
                longest = Math.max(longest, now - before);
                before = now;
            }
        }
        long time = System.nanoTime() - start;
        int alive = 0;
        for (Cell cell = live; cell != null; cell = cell.next) {
            alive++;
        }
        System.out.println("C pause " + longest + " " + alive);
        System.out.println("C allocation " + (long) (count * 1e9 / time) + " " + last.value);
    }

    public static void main(String[] arguments) {
        if (arguments[0].equals("collector")) {
            collector();
            return;
        }
        Kernels.main(new String[] {"all", "3", "small"});
        throwing("throw-ready", false);
        throwing("throw-new", true);
    }
}
