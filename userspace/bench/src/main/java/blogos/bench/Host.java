package blogos.bench;

/**
 * The system that the benchmark runs on, with the least that its system calls can be called with. Each target replaces
 * this class. Results below 0 are errors.
 */
final class Host {
    private Host() {}

    /** Makes the standard streams usable where nobody has, and asks for the scheduling that the figures suppose. */
    static void prepare() {
        throw missing();
    }

    /** A system call that does nothing. */
    static long nullCall() {
        throw missing();
    }

    /** Lets another process run. */
    static void yield() {
        throw missing();
    }

    /** Makes a pipe: answers the descriptor of its reading end, with that of the writing end in the upper 32 bits. */
    static long pipe() {
        throw missing();
    }

    /** Reads up to {@code length} bytes to an address; answers how many, 0 or less at the end. */
    static long read(int descriptor, long address, long length) {
        throw missing();
    }

    /** Writes {@code length} bytes from an address; answers how many. */
    static long write(int descriptor, long address, long length) {
        throw missing();
    }

    /** Closes a descriptor. */
    static void close(int descriptor) {
        throw missing();
    }

    /**
     * Starts this program anew with one argument.
     *
     * @param input what the new process has as descriptor 0; it gets 2 from this one, and no other
     * @param output what it has as descriptor 1
     * @return its process id
     */
    static int spawn(String argument, int input, int output) {
        throw missing();
    }

    /** Waits for the end of a child. */
    static void await(int process) {
        throw missing();
    }

    /** Ends a child. */
    static void kill(int process) {
        throw missing();
    }

    /** Maps zeroed memory, a multiple of 4096 bytes; answers its address. */
    static long map(long sizeBytes) {
        throw missing();
    }

    /** Unmaps what {@link #map} mapped. */
    static void unmap(long address, long sizeBytes) {
        throw missing();
    }

    /** Sleeps at least so long. */
    static void sleep(long nanos) {
        throw missing();
    }

    /** The monotonic clock in nanoseconds. */
    static long nanoTime() {
        throw missing();
    }

    /** Ends the machine if this is its first process; otherwise does nothing. */
    static void finish() {
        throw missing();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("the benchmark knows nothing of this target");
    }
}
