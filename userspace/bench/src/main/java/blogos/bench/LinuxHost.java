package blogos.bench;

import blogos.aot.api.Add;
import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;

/**
 * Linux, whose kernel may have started this program as its first process. System call numbers and constants:
 * {@code arch/x86/entry/syscalls/syscall_64.tbl} and the headers in {@code include/uapi}.
 */
@Replace(value = "blogos.bench.Host", targets = "linux")
final class LinuxHost {
    private static final int READ = 0;
    private static final int WRITE = 1;
    private static final int OPEN = 2;
    private static final int CLOSE = 3;
    private static final int MMAP = 9;
    private static final int MUNMAP = 11;
    private static final int SCHED_YIELD = 24;
    private static final int DUP2 = 33;
    private static final int NANOSLEEP = 35;
    private static final int GETPID = 39;
    private static final int WAIT4 = 61;
    private static final int KILL = 62;
    private static final int MKDIR = 83;
    private static final int GETPPID = 110;
    private static final int SCHED_SETSCHEDULER = 144;
    private static final int MOUNT = 165;
    private static final int REBOOT = 169;
    private static final int CLOCK_GETTIME = 228;
    private static final int PIPE2 = 293;

    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int SCHED_FIFO = 1;
    private static final int SIGKILL = 9;
    private static final int CLOCK_MONOTONIC = 1;
    private static final long PAGE_SIZE = 4096;

    /** LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2 and LINUX_REBOOT_CMD_RESTART, which ends a QEMU that must not reboot. */
    private static final int MAGIC1 = 0xfee1dead;

    private static final int MAGIC2 = 672274793;
    private static final int RESTART = 0x1234567;

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** A page for what calls take by address: strings from its middle on, numbers at its start. */
    @Add
    private static long scratch;

    private LinuxHost() {}

    /** As the first process, makes /dev and opens the console. Real-time scheduling makes each yield a switch. */
    @Replace
    static void prepare() {
        scratch = map(PAGE_SIZE);
        if (isFirst()) {
            call(MKDIR, string("/dev", 0), 0755, 0);
            call6(MOUNT, string("dev", 64), string("/dev", 0), string("devtmpfs", 128), 0, 0, 0);
            long console = call(OPEN, string("/dev/console", 0), O_RDWR, 0);
            for (int descriptor = 0; descriptor <= 2; descriptor++) {
                call(DUP2, console, descriptor, 0);
            }
        }
        Address.of(scratch).storeInt(0, 1);
        call(SCHED_SETSCHEDULER, 0, SCHED_FIFO, scratch);
    }

    @Replace
    static long nullCall() {
        return call(GETPPID, 0, 0, 0);
    }

    @Replace
    static void yield() {
        call(SCHED_YIELD, 0, 0, 0);
    }

    @Replace
    static long pipe() {
        call(PIPE2, scratch, O_CLOEXEC, 0);
        return Address.of(scratch).loadLong();
    }

    @Replace
    static long read(int descriptor, long address, long length) {
        return call(READ, descriptor, address, length);
    }

    @Replace
    static long write(int descriptor, long address, long length) {
        return call(WRITE, descriptor, address, length);
    }

    @Replace
    static void close(int descriptor) {
        call(CLOSE, descriptor, 0, 0);
    }

    @Replace
    static int spawn(String argument, int input, int output) {
        long path = string(isFirst() ? "/init" : "/proc/self/exe", 0);
        Address arguments = Address.of(scratch);
        arguments.storeLong(0, path);
        arguments.storeLong(8, string(argument, 64));
        arguments.storeLong(16, 0);
        return (int) spawn(path, scratch, scratch + 16, input, output);
    }

    @Replace
    static void await(int process) {
        call6(WAIT4, process, 0, 0, 0, 0, 0);
    }

    @Replace
    static void kill(int process) {
        call(KILL, process, SIGKILL, 0);
    }

    @Replace
    static long map(long sizeBytes) {
        return call6(MMAP, 0, sizeBytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
    }

    @Replace
    static void unmap(long address, long sizeBytes) {
        call(MUNMAP, address, sizeBytes, 0);
    }

    @Replace
    static void sleep(long nanos) {
        Address time = Address.of(scratch);
        time.storeLong(0, nanos / SECOND_NANOS);
        time.storeLong(8, nanos % SECOND_NANOS);
        call(NANOSLEEP, scratch, 0, 0);
    }

    @Replace
    static long nanoTime() {
        call(CLOCK_GETTIME, CLOCK_MONOTONIC, scratch, 0);
        Address time = Address.of(scratch);
        return time.loadLong(0) * SECOND_NANOS + time.loadLong(8);
    }

    @Replace
    static void finish() {
        if (isFirst()) {
            call6(REBOOT, MAGIC1, MAGIC2, RESTART, 0, 0, 0);
        }
    }

    @Add
    private static boolean isFirst() {
        return call(GETPID, 0, 0, 0) == 1;
    }

    /** Puts a string, NUL-terminated, into the upper half of the scratch page; answers its address. */
    @Add
    private static long string(String text, int offset) {
        long start = scratch + PAGE_SIZE / 2 + offset;
        Address at = Address.of(start);
        for (int i = 0; i < text.length(); i++) {
            at.storeByte(i, (byte) text.charAt(i));
        }
        at.storeByte(text.length(), (byte) 0);
        return start;
    }

    @Add
    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},{rsi},{rdx},~{rcx},~{r11}")
    private static native long call(long number, long first, long second, long third);

    @Add
    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},{rsi},{rdx},{r10},{r8},{r9},~{rcx},~{r11}")
    private static native long call6(
            long number, long first, long second, long third, long fourth, long fifth, long sixth);

    /**
     * vfork (58), and in the child dup2 (33) of the two descriptors and execve (59). The child runs on this stack until
     * it executes the program, so nothing here may return or push.
     */
    @Add
    @NoPoll
    @Asm(
            naked = true,
            value = {
                "    movq %rcx, %r9",
                "    movl $58, %eax",
                "    syscall",
                "    testq %rax, %rax",
                "    jnz 1f",
                "    movq %rdi, %r12",
                "    movq %rsi, %r13",
                "    movq %rdx, %r14",
                "    movq %r9, %rdi",
                "    xorl %esi, %esi",
                "    movl $33, %eax",
                "    syscall",
                "    movq %r8, %rdi",
                "    movl $1, %esi",
                "    movl $33, %eax",
                "    syscall",
                "    movq %r12, %rdi",
                "    movq %r13, %rsi",
                "    movq %r14, %rdx",
                "    movl $59, %eax",
                "    syscall",
                "    movl $127, %edi",
                "    movl $231, %eax",
                "    syscall",
                "1:  ret",
            })
    private static native long spawn(long path, long arguments, long environment, long input, long output);
}
