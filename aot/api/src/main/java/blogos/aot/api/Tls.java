package blogos.aot.api;

/**
 * The thread-local block: a small memory area of the running thread (of the running CPU and its task in the kernel), reached through a segment register ({@code gs}
 * in the kernel, {@code fs} in programs; a static area in UEFI images).
 *
 * <p>All offsets are in bytes and must be compile-time constants. The compiler itself uses {@link #STACK_LIMIT}.
 */
public final class Tls {
    /** Offset of the block's own linear address. */
    public static final int SELF = 0;

    /** Offset of the poll limit: a poll whose stack pointer is (unsigned) below it calls the runtime. 0 turns polls off. */
    public static final int STACK_LIMIT = 8;

    /** Offset of the lowest usable stack address, to which {@link #STACK_LIMIT} returns after a request was served. */
    public static final int REAL_STACK_LIMIT = 16;

    /** Offset of the reference to the current {@code java.lang.Thread}. */
    public static final int THREAD = 24;

    /** Offset of the address above the running stack's highest byte; 0 if it is not known, and then nothing is collected. */
    public static final int STACK_BASE = 32;

    /**
     * Offset of the stack pointer of the stack from which this one was entered and which will be returned to; 0 if there is none. The word there holds
     * the stack pointer of the next such stack, and the word behind it that stack's {@link #STACK_BASE}.
     */
    public static final int SUSPENDED_STACK = 40;

    /**
     * Offset of the stack pointer at which this thread stands still, 0 while it runs. From there to {@link #STACK_BASE} its stack may be scanned; the registers that
     * calls preserve have been pushed above it.
     */
    public static final int STOPPED_STACK = 48;

    /** Offset of the address of the next record in the list of all threads ({@code Platform.firstThread}), 0 in the last one. */
    public static final int NEXT_THREAD = 56;

    /** Size in bytes of a thread record: memory with the layout of the block up to here, which describes a thread that may not be running. */
    public static final int RECORD_SIZE = 64;

    /** Offset of the address of the free cells from which this thread (this CPU in the kernel) allocates. The runtime's own. */
    public static final int FREE_CELLS = 64;

    /** Offset of the first byte free for the image's own use. */
    public static final int IMAGE = 96;

    /** Size of the block in bytes. */
    public static final int SIZE = 512;

    private Tls() {}

    /** Reads the 8 bytes at an offset. */
    @Intrinsic
    public static long loadLong(int offset) {
        return Host.BLOCK[offset / Long.BYTES];
    }

    /** Writes the 8 bytes at an offset. */
    @Intrinsic
    public static void storeLong(int offset, long value) {
        Host.BLOCK[offset / Long.BYTES] = value;
    }

    /** Reads a reference. */
    @Intrinsic
    public static native Object loadReference(int offset);

    /** Writes a reference. */
    @Intrinsic
    public static native void storeReference(int offset, Object value);

    /** What unit tests on a host JVM have for a block. Never reached in an image. */
    private static final class Host {
        static final long[] BLOCK = new long[SIZE / Long.BYTES];
    }
}
