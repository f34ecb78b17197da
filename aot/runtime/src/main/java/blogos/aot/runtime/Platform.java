package blogos.aot.runtime;

import blogos.aot.api.Address;

/**
 * What the runtime needs from below: memory, output, time and an end. Every image replaces this class ({@code @Replace}
 * with its target); the bodies here serve unit tests on a host JVM.
 */
public final class Platform {
    /** File descriptor of the standard output. */
    public static final int STDOUT = 1;

    /** File descriptor of the standard error output. */
    public static final int STDERR = 2;

    private Platform() {}

    /**
     * Gets memory for the heap.
     *
     * @param sizeBytes how much at least, positive
     * @return zeroed memory aligned to 4096 bytes, or address 0 if there is none. Never given back. Requests of 1 MiB
     * and more lose nothing if they are answered with
     *     memory aligned to 1 MiB.
     */
    public static Address growHeap(long sizeBytes) {
        return Address.allocateForTest(sizeBytes + HeapChunk.ALIGNMENT).alignUp(HeapChunk.ALIGNMENT);
    }

    /**
     * How large the heap may become, in bytes, where {@link #growHeap} itself would give more than is good for the
     * machine; 0 where it knows when to stop.
     */
    public static long heapLimit() {
        return 0;
    }

    /** What {@link #protectImage} allows: reading alone. */
    public static final int READ_ONLY = 0;

    /** What {@link #protectImage} allows: reading and executing. */
    public static final int EXECUTABLE = 1;

    /** What {@link #protectImage} allows: reading and writing. */
    public static final int WRITABLE = 2;

    /**
     * Gets memory for a plug-in in the reach of the image's code and of class pointers.
     *
     * @param sizeBytes a positive multiple of 4096
     * @return zeroed, writable memory aligned to 4096 bytes, or address 0 if there is none or the platform loads no plug-ins
     */
    public static Address mapImage(long sizeBytes) {
        return Address.zero();
    }

    /** Changes the rights of pages of {@link #mapImage} to {@link #READ_ONLY}, {@link #EXECUTABLE} or {@link #WRITABLE}. */
    public static void protectImage(Address start, long sizeBytes, int rights) {}

    /** Gives memory of {@link #mapImage} back. */
    public static void unmapImage(Address start, long sizeBytes) {}

    /** Writes bytes to a file descriptor. Errors are ignored: nobody is left to hear of them. */
    public static void write(int descriptor, Address bytes, long length) {
        for (long i = 0; i < length; i++) {
            (descriptor == STDERR ? System.err : System.out).write(bytes.loadByte(i));
        }
    }

    /**
     * Reads bytes from a file descriptor.
     *
     * @return how many were read, at least 1 unless {@code length} is 0; -1 at the end of the input or on an error
     */
    public static int read(int descriptor, Address buffer, long length) {
        return -1;
    }

    /** Ends the program (in the kernel: panics or powers off). Never returns. */
    public static void exit(int status) {
        throw new IllegalStateException("exit " + status);
    }

    /** Nanoseconds since an arbitrary start; never runs backwards. */
    public static long nanoTime() {
        return System.nanoTime();
    }

    /** Milliseconds since 1970-01-01T00:00:00Z. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis();
    }

    /** The runtime is broken: says so and stops. Never returns. */
    public static void fatal(String message) {
        throw new IllegalStateException(message);
    }

    /**
     * A poll found its limit raised: serves what it was raised for (preemption, a collection). {@link Poll} has put the
     * limit back before. Does nothing where nobody raises it.
     */
    public static void poll() {}

    /** Lets other threads run while the caller waits for one of them. */
    public static void yield() {}

    /** How many CPUs threads of the image can run on at the same time, at least 1. */
    public static int processors() {
        return 1;
    }

    /** A moment's rest in a loop that waits for another CPU: as {@link #yield}, unless threads run on several CPUs. */
    public static void pause() {
        Platform.yield();
    }

    /** The value of an environment variable, or null. */
    public static String environment(String name) {
        return null;
    }

    /**
     * The first record ({@link blogos.aot.api.Tls#RECORD_SIZE}) of the list of all threads, linked through {@link
     * blogos.aot.api.Tls#NEXT_THREAD}; address 0 if the running thread is the only one. Called while threads stand still.
     */
    public static Address firstThread() {
        return Address.zero();
    }

    /**
     * Makes all other threads stand still, for a collection: until {@link #resumeThreads}, each record but the caller's
     * has its {@link blogos.aot.api.Tls#STOPPED_STACK} set and stays as it is.
     *
     * @return false if another thread has stopped the caller instead: then there is nothing to resume
     */
    public static boolean stopThreads() {
        return true;
    }

    /** Ends what {@link #stopThreads} began. */
    public static void resumeThreads() {}

    /**
     * Starts a thread that calls {@link Startup#runThread} with the given object as its current thread. Returns when the
     * thread may be running.
     *
     * @param stackSizeBytes the stack's size, 0 for the usual one
     * @throws UnsupportedOperationException if the platform has no threads
     * @throws OutOfMemoryError if there is no memory for one more
     */
    public static void startThread(Thread thread, long stackSizeBytes) {
        throw new UnsupportedOperationException("this system has no threads");
    }

    /**
     * Blocks the calling thread until somebody calls {@link #unpark} for it; returns at once if that has happened since the
     * last call. May return early without reason: callers look again whether they may go on.
     *
     * @param timeoutNanos how long at most, in nanoseconds; 0 or less: without limit
     */
    public static void park(long timeoutNanos) {
        Platform.yield();
    }

    /** Ends the present or next {@link #park} of a thread. Harmless for a thread that has ended. */
    public static void unpark(Thread thread) {}
}
