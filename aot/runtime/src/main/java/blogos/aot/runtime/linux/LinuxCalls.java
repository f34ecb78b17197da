package blogos.aot.runtime.linux;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;

/**
 * System calls of Linux on x86-64 (numbers: {@code arch/x86/entry/syscalls/syscall_64.tbl}). A result from -4095 to -1
 * is a negated error number.
 */
@NoPoll
final class LinuxCalls {
    /** Interrupted by a signal. */
    static final int EINTR = -4;

    private static final int READ = 0;
    private static final int WRITE = 1;
    private static final int MMAP = 9;
    private static final int MPROTECT = 10;
    private static final int MUNMAP = 11;
    private static final int SCHED_YIELD = 24;
    private static final int EXIT = 60;
    private static final int GETRLIMIT = 97;
    private static final int SYSINFO = 99;
    private static final int FUTEX = 202;
    private static final int SCHED_GETAFFINITY = 204;
    private static final int CLOCK_GETTIME = 228;
    private static final int EXIT_GROUP = 231;

    private static final int PROT_READ_WRITE = 3;
    private static final int PROT_NONE = 0;
    private static final int FUTEX_WAIT_PRIVATE = 128;
    private static final int FUTEX_WAKE_PRIVATE = 129;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int PROT_EXEC = 4;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int MAP_32BIT = 0x40;
    private static final int RLIMIT_STACK = 3;
    private static final int STDERR = 2;

    private LinuxCalls() {}

    /** Whether a result is an error. */
    static boolean isError(long result) {
        return result < 0 && result >= -4095;
    }

    /** Writes bytes; answers how many. */
    static long write(int descriptor, Address bytes, long length) {
        return call3(WRITE, descriptor, bytes.toLong(), length);
    }

    /** Writes one ISO-8859-1 character to the standard error output. */
    static void writeCharacter(int character) {
        writeByte(WRITE, STDERR, character);
    }

    /** Reads bytes; answers how many, 0 at the end. */
    static long read(int descriptor, Address buffer, long length) {
        return call3(READ, descriptor, buffer.toLong(), length);
    }

    /** Maps zeroed memory; answers its address. */
    static long mapAnonymous(long sizeBytes) {
        return call6(MMAP, 0, sizeBytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
    }

    /** Maps zeroed memory in the low 2 GiB; answers its address. */
    static long mapLow(long sizeBytes) {
        return call6(MMAP, 0, sizeBytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS | MAP_32BIT, -1, 0);
    }

    /** Changes the rights of mapped memory, which stays readable. */
    static void protect(long address, long sizeBytes, boolean isWritable, boolean isExecutable) {
        call3(MPROTECT, address, sizeBytes, PROT_READ | (isWritable ? PROT_WRITE : 0) | (isExecutable ? PROT_EXEC : 0));
    }

    /** Unmaps memory. */
    static void unmap(long address, long sizeBytes) {
        call3(MUNMAP, address, sizeBytes, 0);
    }

    /** Makes mapped memory inaccessible. */
    static void protect(long address, long sizeBytes) {
        call3(MPROTECT, address, sizeBytes, PROT_NONE);
    }

    /** Ends the calling thread. */
    static void exitThread() {
        call3(EXIT, 0, 0, 0);
    }

    /**
     * Waits while four bytes of memory hold a number, until somebody wakes the thread, or for no reason.
     *
     * @param timeoutNanos how long at most; 0 or less: without limit
     */
    static void futexWait(Address address, int expected, long timeoutNanos) {
        if (timeoutNanos <= 0) {
            call6(FUTEX, address.toLong(), FUTEX_WAIT_PRIVATE, expected, 0, 0, 0);
        } else {
            long seconds = timeoutNanos / NANOS_PER_SECOND;
            timedFutex(address, FUTEX_WAIT_PRIVATE, expected, seconds, timeoutNanos - seconds * NANOS_PER_SECOND);
        }
    }

    /** Wakes threads that wait for a change of memory. */
    static void futexWake(Address address, int most) {
        call3(FUTEX, address.toLong(), FUTEX_WAKE_PRIVATE, most);
    }

    /** Writes the set of CPUs that the process may use to a buffer; answers how many bytes. */
    static long affinity(Address buffer, long sizeBytes) {
        return call3(SCHED_GETAFFINITY, 0, sizeBytes, buffer.toLong());
    }

    /** A rest for the CPU in a loop that waits. */
    @Asm("pause")
    static native void pause();

    /** Ends the process. */
    static void exit(int status) {
        call3(EXIT_GROUP, status, 0, 0);
    }

    /** Gives the processor to another thread. */
    static void yield() {
        call3(SCHED_YIELD, 0, 0, 0);
    }

    /** A clock's time: seconds times {@code perSecond} plus nanoseconds divided by {@code nanosPerUnit}. */
    static long clock(int clock, long perSecond, long nanosPerUnit) {
        return timed(CLOCK_GETTIME, clock, perSecond, nanosPerUnit);
    }

    /** The soft limit of the stack's size in bytes, all ones if there is none. */
    static long stackSizeLimit() {
        return firstResult(GETRLIMIT, RLIMIT_STACK);
    }

    /** The machine's memory in bytes. */
    static long memorySize() {
        return memorySize(SYSINFO);
    }

    /** {@code totalram} of {@code struct sysinfo} (112 bytes), at 32, times {@code mem_unit}, a u32 at 104. */
    @Asm(
            naked = true,
            value = {
                "    subq $136, %rsp",
                "    .cfi_adjust_cfa_offset 136",
                "    movq %rdi, %rax",
                "    movq %rsp, %rdi",
                "    syscall",
                "    movl 104(%rsp), %eax",
                "    imulq 32(%rsp), %rax",
                "    addq $136, %rsp",
                "    .cfi_adjust_cfa_offset -136",
                "    ret",
            })
    private static native long memorySize(long number);

    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},{rsi},{rdx},~{rcx},~{r11}")
    private static native long call3(long number, long first, long second, long third);

    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},{rsi},{rdx},{r10},{r8},{r9},~{rcx},~{r11}")
    private static native long call6(
            long number, long first, long second, long third, long fourth, long fifth, long sixth);

    /** Makes a call whose second argument is a 16-byte result area, and answers its first word. */
    @Asm(
            naked = true,
            value = {
                "    subq $24, %rsp",
                "    .cfi_adjust_cfa_offset 24",
                "    movq %rdi, %rax",
                "    movq %rsi, %rdi",
                "    movq %rsp, %rsi",
                "    syscall",
                "    movq (%rsp), %rax",
                "    addq $24, %rsp",
                "    .cfi_adjust_cfa_offset -24",
                "    ret",
            })
    private static native long firstResult(long number, long first);

    /** Makes a call whose second argument is a {@code struct timespec} to fill. */
    @Asm(
            naked = true,
            value = {
                "    subq $40, %rsp",
                "    .cfi_adjust_cfa_offset 40",
                "    movq %rdx, 16(%rsp)",
                "    movq %rcx, 24(%rsp)",
                "    movq %rdi, %rax",
                "    movq %rsi, %rdi",
                "    movq %rsp, %rsi",
                "    syscall",
                "    movq 8(%rsp), %rax",
                "    xorl %edx, %edx",
                "    divq 24(%rsp)",
                "    movq (%rsp), %rcx",
                "    imulq 16(%rsp), %rcx",
                "    addq %rcx, %rax",
                "    addq $40, %rsp",
                "    .cfi_adjust_cfa_offset -40",
                "    ret",
            })
    private static native long timed(long number, long first, long perSecond, long nanosPerUnit);

    @Asm(
            naked = true,
            value = {
                "    pushq %rdx",
                "    .cfi_adjust_cfa_offset 8",
                "    movq %rdi, %rax",
                "    movq %rsi, %rdi",
                "    movq %rsp, %rsi",
                "    movl $1, %edx",
                "    syscall",
                "    addq $8, %rsp",
                "    .cfi_adjust_cfa_offset -8",
                "    ret",
            })
    private static native long writeByte(long number, long descriptor, int character);

    /** {@code futex} with a {@code struct timespec}, which is made on the stack. */
    @Asm(
            naked = true,
            value = {
                "    pushq %r8",
                "    .cfi_adjust_cfa_offset 8",
                "    pushq %rcx",
                "    .cfi_adjust_cfa_offset 8",
                "    movq %rsp, %r10",
                "    movl $202, %eax",
                "    syscall",
                "    addq $16, %rsp",
                "    .cfi_adjust_cfa_offset -16",
                "    ret",
            })
    private static native long timedFutex(Address address, long operation, long value, long seconds, long nanos);
}
