package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;

/**
 * The {@code java.util.concurrent.ForkJoinPool} of images: a task that is given to it runs in a daemon thread of its
 * own, and what that forks in the same thread, one after the other. The caller of {@link #invoke} runs the task itself.
 * All pools are the same, and never end.
 */
@Replace(value = "java.util.concurrent.ForkJoinPool", whole = true)
public class JavaForkJoinPool extends AbstractExecutorService {
    private static final JavaForkJoinPool COMMON = new JavaForkJoinPool();

    private boolean isShutDown;

    public JavaForkJoinPool() {}

    public JavaForkJoinPool(int parallelism) {
        if (parallelism <= 0) {
            throw new IllegalArgumentException();
        }
    }

    public static ForkJoinPool commonPool() {
        return (ForkJoinPool) (Object) COMMON;
    }

    /** 1: library code then does its work sequentially. */
    public static int getCommonPoolParallelism() {
        return 1;
    }

    public int getParallelism() {
        return 1;
    }

    public <T> T invoke(ForkJoinTask<T> task) {
        return task.invoke();
    }

    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    public void execute(ForkJoinTask<?> task) {
        execute((Runnable) task::fork);
    }

    public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
        execute(task);
        return task;
    }

    @Override
    public <T> ForkJoinTask<T> submit(Callable<T> task) {
        return submit(ForkJoinTask.adapt(task));
    }

    @Override
    public <T> ForkJoinTask<T> submit(Runnable task, T result) {
        return submit(ForkJoinTask.adapt(task, result));
    }

    @Override
    public ForkJoinTask<?> submit(Runnable task) {
        return submit(ForkJoinTask.adapt(task));
    }

    @Override
    public void shutdown() {
        isShutDown = this != COMMON;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return isShutDown;
    }

    @Override
    public boolean isTerminated() {
        return isShutDown;
    }

    /** Does not wait: nobody counts the threads of a pool. */
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutDown;
    }

    public static void managedBlock(ForkJoinPool.ManagedBlocker blocker) throws InterruptedException {
        boolean done;
        do {
            done = blocker.isReleasable() || blocker.block();
        } while (!done);
    }

    static void helpAsyncBlocker(Executor executor, ForkJoinPool.ManagedBlocker blocker) {}
}
