package blogos.aot.cases.threads;

import java.util.concurrent.CountDownLatch;

/** Exceptions end threads one after the other, the last one {@code main}; a thread that is left prints later. */
public final class UncaughtInThreads {
    private UncaughtInThreads() {}

    private static void fail(String message) {
        throw new IllegalStateException(message, new RuntimeException("cause"));
    }

    public static void main(String[] arguments) {
        Thread first = new Thread(() -> fail("one"), "first");
        first.start();
        ThreadBasics.join(first);
        Thread second = new Thread(() -> fail("two"), "second");
        second.setUncaughtExceptionHandler((thread, e) -> {
            throw new IllegalArgumentException("from the handler");
        });
        second.start();
        ThreadBasics.join(second);
        Thread main = Thread.currentThread();
        CountDownLatch started = new CountDownLatch(1);
        new Thread(() -> {
            started.countDown();
            ThreadBasics.join(main);
            System.out.println("after main: " + main.getState());
        }).start();
        ThreadBasics.await(started);
        fail("main");
    }
}
