package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Executors, futures and timers. */
public final class ConcurrentTasks {
    private ConcurrentTasks() {}

    public static void main(String[] arguments) {
        Cases.run("fixedPool", ConcurrentTasks::fixedPool);
        Cases.run("cachedPool", ConcurrentTasks::cachedPool);
        Cases.run("singleThread", ConcurrentTasks::singleThread);
        Cases.run("invokeAllAndAny", ConcurrentTasks::invokeAllAndAny);
        Cases.run("exceptions", ConcurrentTasks::exceptions);
        Cases.run("cancel", ConcurrentTasks::cancel);
        Cases.run("timeouts", ConcurrentTasks::timeouts);
        Cases.run("rejection", ConcurrentTasks::rejection);
        Cases.run("shutdownNow", ConcurrentTasks::shutdownNow);
        Cases.run("completionService", ConcurrentTasks::completionService);
        Cases.run("scheduled", ConcurrentTasks::scheduled);
        Cases.run("futureTask", ConcurrentTasks::futureTask);
        Cases.run("completableFuture", ConcurrentTasks::completableFuture);
        Cases.run("completableFailures", ConcurrentTasks::completableFailures);
        Cases.run("timer", ConcurrentTasks::timer);
        Cases.run("handOver", ConcurrentTasks::handOver);
    }

    private static void end(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        System.out.println(pool.awaitTermination(100, TimeUnit.SECONDS) + " " + pool.isTerminated());
    }

    static void fixedPool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            futures.add(pool.submit(() -> n * n));
        }
        int sum = 0;
        for (Future<Integer> future : futures) {
            sum += future.get();
        }
        System.out.println(sum);
        end(pool);
    }

    static void cachedPool() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        AtomicInteger count = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            pool.execute(count::incrementAndGet);
        }
        end(pool);
        System.out.println(count);
    }

    static void singleThread() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            int n = i;
            pool.execute(() -> order.append(n));
        }
        System.out.println(pool.submit(() -> Thread.currentThread().getName().endsWith("-thread-1")).get());
        end(pool);
        System.out.println(order);
    }

    static void invokeAllAndAny() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Callable<String>> tasks = List.of(() -> "a", () -> "b", () -> "c");
        StringBuilder all = new StringBuilder();
        for (Future<String> future : pool.invokeAll(tasks)) {
            all.append(future.get());
        }
        System.out.println(all + " " + "abc".contains(pool.invokeAny(tasks)));
        end(pool);
    }

    static void exceptions() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> future = pool.submit(() -> {
            throw new IllegalStateException("inside");
        });
        try {
            future.get();
        } catch (ExecutionException e) {
            System.out.println(e + " / " + e.getCause());
        }
        System.out.println(future.isDone());
        end(pool);
    }

    static void cancel() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        Future<?> future = pool.submit(() -> {
            started.countDown();
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
            }
        });
        started.await();
        System.out.println(future.cancel(true) + " " + future.isCancelled());
        try {
            future.get();
        } catch (CancellationException e) {
            System.out.println(e);
        }
        end(pool);
        System.out.println(interrupted);
    }

    static void timeouts() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CountDownLatch end = new CountDownLatch(1);
        Future<?> future = pool.submit(() -> {
            end.await();
            return 1;
        });
        try {
            future.get(2, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println(e);
        }
        System.out.println(pool.awaitTermination(1, TimeUnit.MILLISECONDS));
        end.countDown();
        System.out.println(future.get(100, TimeUnit.SECONDS));
        end(pool);
    }

    static void rejection() throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1));
        CountDownLatch end = new CountDownLatch(1);
        pool.execute(() -> ThreadBasics.await(end));
        pool.execute(() -> { });
        try {
            pool.execute(() -> { });
            System.out.println("accepted");
        } catch (RejectedExecutionException e) {
            System.out.println("rejected");
        }
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        pool.execute(() -> System.out.println(Thread.currentThread().getName()));
        System.out.println(pool.getQueue().size() + " " + pool.getPoolSize() + " " + pool.getActiveCount());
        end.countDown();
        end(pool);
        System.out.println(pool.getCompletedTaskCount());
    }

    static void shutdownNow() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CountDownLatch started = new CountDownLatch(1);
        pool.execute(() -> {
            started.countDown();
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        started.await();
        pool.execute(() -> System.out.println("never"));
        System.out.println(pool.shutdownNow().size());
        System.out.println(pool.awaitTermination(100, TimeUnit.SECONDS));
    }

    static void completionService() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(pool);
        for (int i = 1; i <= 10; i++) {
            int n = i;
            service.submit(() -> n);
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += service.take().get();
        }
        System.out.println(sum);
        end(pool);
    }

    static void scheduled() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        StringBuffer order = new StringBuffer();
        ScheduledFuture<?> late = pool.schedule(() -> order.append("late "), 30, TimeUnit.MILLISECONDS);
        ScheduledFuture<?> early = pool.schedule(() -> order.append("early "), 1, TimeUnit.MILLISECONDS);
        CountDownLatch ticks = new CountDownLatch(3);
        ScheduledFuture<?> periodic = pool.scheduleAtFixedRate(ticks::countDown, 0, 1, TimeUnit.MILLISECONDS);
        early.get();
        late.get();
        ticks.await();
        System.out.println(order + "" + periodic.cancel(false) + " " + periodic.isDone());
        end(pool);
    }

    static void futureTask() throws Exception {
        FutureTask<String> task = new FutureTask<>(() -> "computed in " + Thread.currentThread().getName());
        Thread thread = new Thread(task, "worker");
        thread.start();
        System.out.println(task.get());
        ThreadBasics.join(thread);
    }

    static void completableFuture() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> 20, pool);
        CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> 22, pool);
        System.out.println(one.thenCombine(two, Integer::sum).thenApply(n -> "sum " + n).get());
        System.out.println(one.thenCompose(n -> CompletableFuture.supplyAsync(() -> n * 2, pool)).join());
        StringBuffer log = new StringBuffer();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> log.append("x"), pool),
                        CompletableFuture.runAsync(() -> log.append("x"), pool))
                .get();
        System.out.println(log);
        CompletableFuture<String> manual = new CompletableFuture<>();
        Thread thread = new Thread(() -> manual.complete("by hand"));
        thread.start();
        System.out.println(manual.get() + " " + manual.isDone());
        ThreadBasics.join(thread);
        System.out.println(CompletableFuture.anyOf(manual, new CompletableFuture<>()).get());
        end(pool);
    }

    static void completableFailures() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CompletableFuture<Integer> failing = CompletableFuture.supplyAsync(() -> {
            throw new IllegalArgumentException("no number");
        }, pool);
        System.out.println(failing.handle((value, e) -> value + " " + e).get());
        System.out.println(failing.exceptionally(e -> -1).get());
        try {
            failing.thenApply(n -> n + 1).join();
        } catch (CompletionException e) {
            System.out.println(e.getCause());
        }
        CompletableFuture<String> slow = new CompletableFuture<>();
        try {
            slow.get(1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println(e);
        }
        end(pool);
    }

    static void timer() throws Exception {
        Timer timer = new Timer("clock", true);
        CountDownLatch ticks = new CountDownLatch(3);
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                ticks.countDown();
            }
        }, 1, 1);
        ticks.await();
        timer.cancel();
        Cases.thrown("after cancel", () -> timer.schedule(new TimerTask() {
            @Override
            public void run() {}
        }, 1));
    }

    static void handOver() throws Exception {
        SynchronousQueue<Integer> queue = new SynchronousQueue<>();
        Thread thread = new Thread(ConcurrentLocks.unchecked(() -> {
            for (int i = 0; i < 500; i++) {
                queue.put(i);
            }
        }));
        thread.start();
        int sum = 0;
        for (int i = 0; i < 500; i++) {
            sum += queue.take();
        }
        ThreadBasics.join(thread);
        System.out.println(sum + " " + queue.offer(1) + " " + queue.poll(1, TimeUnit.MILLISECONDS));
    }
}
