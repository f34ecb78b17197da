package blogos.syscalls;

/** Byte offsets in the record that {@link SyscallNumber#MEMORY_INFO} fills. All are u64 and count bytes. */
public final class MemoryLayout {
    /** Memory that the system manages. */
    public static final int TOTAL = 0;

    /** Memory that is free. */
    public static final int FREE = 8;

    /** Size of the kernel's Java heap. */
    public static final int HEAP_TOTAL = 16;

    /** Free part of the kernel's Java heap. */
    public static final int HEAP_FREE = 24;

    /** Size of the record in bytes. */
    public static final int RECORD_SIZE = 32;

    private MemoryLayout() {}
}
