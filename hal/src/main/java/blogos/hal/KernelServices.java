package blogos.hal;

/** What the kernel does for the Java runtime under it, once it can. */
public interface KernelServices {
    /**
     * Maps fresh memory for the Java heap. Must not allocate on that heap.
     *
     * @param sizeBytes how much at least, positive
     * @return its first address, aligned to pages, from {@link RuntimeSupport#HEAP_CHUNK} on to that; address 0 if
     *     there is none. The contents are undefined.
     */
    VirtAddr growHeap(long sizeBytes);

    /** The scheduler wants to choose again, and the running task is at a place where that is possible. */
    void poll();

    /** A new task runs for the first time, with interrupts off. Must not return. */
    void startTask();

    /** Starts a task for a {@code Thread}, which calls {@code Startup.runThread}. */
    void startThread(Thread thread, long stackSizeBytes);

    /** {@code Platform.park}: blocks the running task. */
    void park(long timeoutNanos);

    /** {@code Platform.unpark}. */
    void unpark(Thread thread);

    /** The caller waits for what another task does: lets the others run. */
    void yield();

    /** Takes a byte of {@code System.out} (descriptor 1) or {@code System.err} (2). */
    void write(int descriptor, int value);

    /** {@code System.exit}. Must not return. */
    void exit(int status);

    /** The runtime is broken: panics. Must not allocate nor return. */
    void fatal(String message);
}
