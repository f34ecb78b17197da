package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 14.19, 17.1: monitors as one thread sees them. */
public final class Ch17Monitors {
    private static int counter;
    private int value;

    private Ch17Monitors() {}

    public static void main(String[] arguments) {
        Cases.run("blocks", Ch17Monitors::blocks);
        Cases.run("methods", Ch17Monitors::methods);
        Cases.run("reentrant", Ch17Monitors::reentrant);
        Cases.run("exceptionReleases", Ch17Monitors::exceptionReleases);
        Cases.run("returnInside", Ch17Monitors::returnInside);
        Cases.run("nullMonitor", Ch17Monitors::nullMonitor);
        Cases.run("lockExpressionOnce", Ch17Monitors::lockExpressionOnce);
        Cases.run("onClassArrayAndString", Ch17Monitors::onClassArrayAndString);
        Cases.run("volatileFields", Ch17Monitors::volatileFields);
    }

    static void blocks() {
        Object lock = new Object();
        int x = 0;
        synchronized (lock) {
            x++;
            synchronized (Ch17Monitors.class) {
                x += 10;
            }
        }
        System.out.println(x);
    }

    private static synchronized int next() {
        return ++counter;
    }

    private synchronized int add(int n) {
        value += n;
        return value;
    }

    static void methods() {
        Ch17Monitors object = new Ch17Monitors();
        System.out.println(next() + next() + object.add(5) + object.add(6));
    }

    private synchronized int down(int n) {
        synchronized (this) {
            return n == 0 ? 0 : n + down(n - 1);
        }
    }

    static void reentrant() {
        System.out.println(new Ch17Monitors().down(100));
    }

    private synchronized void fail() {
        throw new IllegalStateException("inside");
    }

    static void exceptionReleases() {
        Ch17Monitors object = new Ch17Monitors();
        Cases.thrown("method", object::fail);
        Cases.thrown("block", () -> {
            synchronized (object) {
                object.fail();
            }
        });
        System.out.println(object.add(1));
    }

    private static int inside(Object lock, int n) {
        for (int i = 0; ; i++) {
            synchronized (lock) {
                if (i == n) {
                    return i;
                }
                if (i > 50) {
                    break;
                }
            }
        }
        return -1;
    }

    static void returnInside() {
        System.out.println(inside("lock", 7) + " " + inside("lock", 77));
    }

    static void nullMonitor() {
        Object none = null;
        Cases.thrown("null", () -> {
            synchronized (none) {
                System.out.println("never");
            }
        });
    }

    private static Object lock() {
        System.out.println("lock");
        return Ch17Monitors.class;
    }

    static void lockExpressionOnce() {
        synchronized (lock()) {
            System.out.println("body");
        }
    }

    static void onClassArrayAndString() {
        int[] array = {1};
        synchronized (array) {
            array[0]++;
        }
        synchronized ("constant") {
            array[0]++;
        }
        synchronized (int.class) {
            array[0]++;
        }
        System.out.println(array[0]);
    }

    private static volatile int volatileInt = 1;
    private volatile long volatileLong = 1L << 40;
    private volatile String volatileText = "v";
    private volatile double volatileDouble = 0.5;

    static void volatileFields() {
        Ch17Monitors object = new Ch17Monitors();
        volatileInt++;
        object.volatileLong += volatileInt;
        object.volatileText += "w";
        object.volatileDouble *= 4;
        System.out.println(volatileInt + " " + object.volatileLong + " " + object.volatileText + " "
                + (int) object.volatileDouble);
    }
}
