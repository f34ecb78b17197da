package blogos.aot.runtime.jdk;

import java.util.HashMap;
import java.util.Map;

/** The threads that have been started and have not ended, and the numbers of all. */
final class LiveThreads {
    /** Identity of the thread that runs {@code main}. */
    static final long FIRST_ID = 1;

    private static final long LOCK_WORDS = 1 << 23;
    private static final int DEPTH_BITS = 8;

    private static final Object LOCK = new Object();

    private static JavaThread first;
    private static int count;

    /** How many of the live threads are not daemons. */
    private static int keepingAlive;

    private static long lastId = FIRST_ID;

    private LiveThreads() {}

    /** Gives a new thread its lock word, and answers its identity. */
    static long number(JavaThread thread) {
        synchronized (LOCK) {
            long id = ++lastId;
            thread.lockWord = lockWord(id);
            while (thread.lockWord == 0 || id >= LOCK_WORDS && isInUse(thread.lockWord)) {
                id = ++lastId;
                thread.lockWord = lockWord(id);
            }
            return id;
        }
    }

    private static boolean isInUse(int lockWord) {
        JavaThread thread = first;
        while (thread != null && thread.lockWord != lockWord) {
            thread = thread.nextAlive;
        }
        return thread != null;
    }

    /** The lock word that follows from an identity; 0 if that may not have one. */
    static int lockWord(long id) {
        return (int) (id & LOCK_WORDS - 1) << DEPTH_BITS;
    }

    /** Adds the only thread there is. */
    static void attachMain(JavaThread main) {
        first = main;
        count = 1;
        keepingAlive = 1;
    }

    /** Adds a thread that starts. */
    static void add(JavaThread thread) {
        synchronized (LOCK) {
            thread.nextAlive = first;
            first.previousAlive = thread;
            first = thread;
            count++;
            keepingAlive += thread.isDaemon() ? 0 : 1;
        }
    }

    /** Removes a thread that ends. */
    static void remove(JavaThread thread) {
        synchronized (LOCK) {
            if (thread.previousAlive == null) {
                first = thread.nextAlive;
            } else {
                thread.previousAlive.nextAlive = thread.nextAlive;
            }
            if (thread.nextAlive != null) {
                thread.nextAlive.previousAlive = thread.previousAlive;
            }
            thread.nextAlive = null;
            thread.previousAlive = null;
            count--;
            keepingAlive -= thread.isDaemon() ? 0 : 1;
            LOCK.notifyAll();
        }
    }

    /** Returns when all threads that are left are daemons. */
    static void awaitEnd() {
        synchronized (LOCK) {
            while (keepingAlive > 0) {
                try {
                    LOCK.wait();
                } catch (InterruptedException e) {
                    // Only the end of the others matters to the end of the program.
                }
            }
        }
    }

    static int count() {
        synchronized (LOCK) {
            return count;
        }
    }

    /** Copies as many as there is room for; answers how many. */
    static int copyTo(Thread[] threads) {
        synchronized (LOCK) {
            int copied = 0;
            for (JavaThread thread = first; thread != null && copied < threads.length; thread = thread.nextAlive) {
                threads[copied++] = thread.self();
            }
            return copied;
        }
    }

    static Map<Thread, StackTraceElement[]> stackTraces() {
        Map<Thread, StackTraceElement[]> traces = new HashMap<>();
        synchronized (LOCK) {
            for (JavaThread thread = first; thread != null; thread = thread.nextAlive) {
                traces.put(thread.self(), thread.getStackTrace());
            }
        }
        return traces;
    }
}
