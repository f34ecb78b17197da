package blogos.aot.cases.threads;

import java.util.concurrent.CountDownLatch;

/** A daemon computes in counted loops without calls, for years; collections stop it all the same. */
public final class StopInNestedLoops {
    private StopInNestedLoops() {}

    private static int compute(int outer, int inner, int[] data) {
        int sum = 0;
        for (int i = 0; i < outer; i++) {
            for (int k = 0; k < outer; k++) {
                for (int j = 0; j < inner; j++) {
                    sum += data[j & 63] ^ i;
                }
            }
        }
        return sum;
    }

    public static void main(String[] arguments) {
        CountDownLatch started = new CountDownLatch(1);
        Thread daemon = new Thread(() -> {
            started.countDown();
            System.out.println(compute(Integer.MAX_VALUE, 10_000, new int[64]));
        });
        daemon.setDaemon(true);
        daemon.start();
        ThreadBasics.await(started);
        for (int i = 0; i < 20; i++) {
            System.gc();
            Thread.yield();
        }
        System.out.println("stopped");
    }
}
