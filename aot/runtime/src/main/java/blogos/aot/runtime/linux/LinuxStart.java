package blogos.aot.runtime.linux;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.Poll;
import blogos.aot.runtime.Startup;

/** Entry of Linux executables: from the kernel's initial stack (System V AMD64 ABI, 3.4.1) to {@code main}. */
final class LinuxStart {
    private static final long DEFAULT_STACK_SIZE = 8L << 20;
    private static final long LARGEST_STACK_SIZE = 64L << 20;

    /** Bytes at the end of each stack that are not used: inaccessible, where the program maps the stack. */
    static final long GUARD_SIZE = 64 << 10;

    /** Bytes at the end of each stack that are not used, and those that polls keep free. */
    static final long UNUSED_STACK = GUARD_SIZE + Poll.RESERVE;

    private static final int AFFINITY_SIZE = 128;

    /** Offset in the first thread's block, of which the end is free. */
    private static final int AFFINITY = Tls.SIZE - AFFINITY_SIZE;

    /** Address of {@code argc}, behind which the arguments and the environment lie. */
    private static long initialStack;

    private LinuxStart() {}

    /**
     * Makes the thread-local block (512 bytes on the stack), points {@code fs} at it and calls {@link #start}. System
     * call 158 is arch_prctl, 0x1002 ARCH_SET_FS.
     */
    @Export(value = "_start", targets = "linux")
    @Asm(
            naked = true,
            value = {
                "    .cfi_undefined rip",
                "    xorl %ebp, %ebp",
                "    movq %rsp, %rbx",
                "    andq $-16, %rsp",
                "    subq $512, %rsp",
                "    movq %rsp, %rdi",
                "    movl $64, %ecx",
                "    xorl %eax, %eax",
                "    rep stosq",
                "    movq %rsp, (%rsp)",
                "    movl $158, %eax",
                "    movl $0x1002, %edi",
                "    movq %rsp, %rsi",
                "    syscall",
                "    movq %rbx, %rdi",
                "    call {blogos.aot.runtime.linux.LinuxStart.start}",
                "    ud2",
            })
    static native void entry();

    @NoPoll
    private static void start(Address stack) {
        initialStack = stack.toLong();
        long size = LinuxCalls.stackSizeLimit();
        if (size <= 0) {
            size = DEFAULT_STACK_SIZE;
        } else if (size > LARGEST_STACK_SIZE) {
            size = LARGEST_STACK_SIZE;
        }
        long lowest = stack.toLong() - size + UNUSED_STACK;
        Tls.storeLong(Tls.REAL_STACK_LIMIT, lowest);
        Tls.storeLong(Tls.STACK_LIMIT, lowest);
        Tls.storeLong(Tls.STACK_BASE, stack.toLong());
        Safepoint.open();
        Startup.initialize();
        Startup.run(arguments());
    }

    private static String[] arguments() {
        Address stack = Address.of(initialStack);
        int count = Math.max((int) stack.loadLong() - 1, 0);
        String[] arguments = new String[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = text(stack.loadAddress((i + 2) * 8L), 0);
        }
        return arguments;
    }

    /** How many CPUs the process may use, at most 1024. */
    @NoPoll
    static int countProcessors() {
        Address set = Safepoint.mainBlock().plus(AFFINITY);
        long size = LinuxCalls.affinity(set, AFFINITY_SIZE);
        int count = 0;
        for (long i = 0; i < size; i += Long.BYTES) {
            count += Long.bitCount(set.loadLong(i));
        }
        return Math.max(count, 1);
    }

    /** The value of an environment variable, or null. */
    static String environment(String name) {
        Address entry = Address.of(initialStack);
        entry = entry.plus((entry.loadLong() + 2) * 8);
        for (; entry.loadLong() != 0; entry = entry.plus(8)) {
            Address text = entry.loadAddress(0);
            int i = 0;
            while (i < name.length() && name.charAt(i) == text.loadUnsignedByte(i)) {
                i++;
            }
            if (i == name.length() && text.loadByte(i) == '=') {
                return text(text, i + 1);
            }
        }
        return null;
    }

    private static String text(Address cString, int from) {
        int end = from;
        while (cString.loadByte(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - from];
        cString.plus(from).copyTo(bytes, 0, bytes.length);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
