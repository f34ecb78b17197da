package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicInteger;

/** java.util.concurrent: fork and join, completable futures, where no other thread is needed. */
public final class UtilForkJoin {
    private UtilForkJoin() {}

    public static void main(String[] arguments) {
        Cases.run("recursiveTask", UtilForkJoin::recursiveTask);
        Cases.run("recursiveAction", UtilForkJoin::recursiveAction);
        Cases.run("failingTask", UtilForkJoin::failingTask);
        Cases.run("adaptedAndCancelled", UtilForkJoin::adaptedAndCancelled);
        Cases.run("countedCompleter", UtilForkJoin::countedCompleter);
        Cases.run("parallelSorts", UtilForkJoin::parallelSorts);
        Cases.run("completedFutures", UtilForkJoin::completedFutures);
        Cases.run("futureCompletedLater", UtilForkJoin::futureCompletedLater);
        Cases.run("failedFutures", UtilForkJoin::failedFutures);
        Cases.run("allAndAny", UtilForkJoin::allAndAny);
        Cases.run("inCallersThread", UtilForkJoin::inCallersThread);
    }

    private static final class Fibonacci extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;
        private final int n;

        Fibonacci(int n) {
            this.n = n;
        }

        @Override
        protected Integer compute() {
            if (n < 2) {
                return n;
            }
            Fibonacci other = new Fibonacci(n - 1);
            other.fork();
            return new Fibonacci(n - 2).compute() + other.join();
        }
    }

    static void recursiveTask() {
        System.out.println(new Fibonacci(15).invoke() + " " + ForkJoinPool.commonPool().invoke(new Fibonacci(10)));
    }

    static void recursiveAction() {
        int[] numbers = new int[100];
        class Fill extends RecursiveAction {
            private static final long serialVersionUID = 1;
            private final int from;
            private final int to;

            Fill(int from, int to) {
                this.from = from;
                this.to = to;
            }

            @Override
            protected void compute() {
                if (to - from < 10) {
                    Arrays.fill(numbers, from, to, to - from);
                } else {
                    int middle = (from + to) >>> 1;
                    invokeAll(new Fill(from, middle), new Fill(middle, to));
                }
            }
        }
        Fill all = new Fill(0, 100);
        all.invoke();
        System.out.println(Arrays.hashCode(numbers) + " " + all.isCompletedNormally());
    }

    static void failingTask() {
        RecursiveTask<String> failing = new RecursiveTask<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected String compute() {
                throw new IllegalStateException("in task");
            }
        };
        try {
            failing.invoke();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + failing.isCompletedAbnormally() + " " + failing.isCancelled());
        }
    }

    static void adaptedAndCancelled() throws Exception {
        ForkJoinTask<Integer> task = ForkJoinTask.adapt(() -> 5);
        System.out.println(task.fork().get() + " " + task.isDone());
        ForkJoinTask<?> cancelled = ForkJoinTask.adapt(() -> {});
        System.out.println(cancelled.cancel(false) + " " + cancelled.isCancelled());
        Cases.thrown("join", cancelled::join);
    }

    static void countedCompleter() {
        AtomicInteger sum = new AtomicInteger();
        class Sum extends CountedCompleter<Void> {
            private static final long serialVersionUID = 1;
            private final int from;
            private final int to;

            Sum(CountedCompleter<?> parent, int from, int to) {
                super(parent);
                this.from = from;
                this.to = to;
            }

            @Override
            public void compute() {
                if (to - from > 4) {
                    int middle = (from + to) >>> 1;
                    setPendingCount(2);
                    new Sum(this, from, middle).fork();
                    new Sum(this, middle, to).fork();
                } else {
                    for (int i = from; i < to; i++) {
                        sum.addAndGet(i);
                    }
                }
                tryComplete();
            }

            @Override
            public void onCompletion(CountedCompleter<?> caller) {
                if (getCompleter() == null) {
                    System.out.println("complete");
                }
            }
        }
        new Sum(null, 0, 100).invoke();
        System.out.println(sum);
    }

    static void parallelSorts() {
        int[] numbers = new int[20000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 7919 % 20011;
        }
        Arrays.parallelSort(numbers);
        Arrays.parallelPrefix(numbers, Integer::sum);
        long[] longs = new long[5000];
        Arrays.parallelSetAll(longs, i -> i * i);
        System.out.println(numbers[1] + " " + numbers[19999] + " " + longs[4999]);
    }

    static void completedFutures() {
        CompletableFuture<Integer> future = CompletableFuture.completedFuture(20);
        System.out.println(future.thenApply(n -> n + 1).thenCombine(CompletableFuture.completedFuture(2), (a, b) -> a * b).join() + " "
                + future.thenCompose(n -> CompletableFuture.completedFuture("n" + n)).join() + " " + future.isDone() + future.getNow(0));
    }

    static void futureCompletedLater() {
        CompletableFuture<String> future = new CompletableFuture<>();
        List<String> seen = new ArrayList<>();
        CompletableFuture<Void> done = future.thenApply(String::length).thenAccept(n -> seen.add("length " + n));
        future.whenComplete((value, failure) -> seen.add(value + " " + failure));
        System.out.println(done.isDone() + " " + future.getNow("none"));
        System.out.println(future.complete("four") + " " + future.complete("again") + " " + seen.size() + done.isDone());
    }

    static void failedFutures() {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        CompletableFuture<Integer> handled = future.thenApply(n -> 10 / n).exceptionally(e -> {
            System.out.println(e.getClass().getName() + " " + e.getCause());
            return -1;
        });
        future.complete(0);
        System.out.println(handled.join());
        CompletableFuture<Integer> failed = CompletableFuture.failedFuture(new IllegalStateException("bad"));
        try {
            failed.thenApply(n -> n).join();
        } catch (CompletionException e) {
            System.out.println(e.getMessage() + " " + failed.isCompletedExceptionally());
        }
        Cases.thrown("get", failed::get);
    }

    static void allAndAny() {
        CompletableFuture<Integer> one = new CompletableFuture<>();
        CompletableFuture<Integer> two = new CompletableFuture<>();
        CompletableFuture<Void> all = CompletableFuture.allOf(one, two);
        CompletableFuture<Object> any = CompletableFuture.anyOf(one, two);
        two.complete(2);
        System.out.println(all.isDone() + " " + any.join());
        one.complete(1);
        System.out.println(all.isDone());
    }

    static void inCallersThread() {
        CompletableFuture<String> future = CompletableFuture.supplyAsync(() -> "made", Runnable::run);
        System.out.println(future.thenApplyAsync(String::toUpperCase, Runnable::run).join());
    }
}
