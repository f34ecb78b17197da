package blogos.std;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.Poll;
import blogos.aot.runtime.Startup;
import blogos.syscalls.InitialStack;
import java.nio.charset.StandardCharsets;

/** Entry of programs: from the {@link InitialStack} to {@code main}. */
final class UserStart {
    /** Address of the argument count. */
    private static long initialStack;

    private UserStart() {}

    /**
     * Makes the thread-local block ({@link Tls#SIZE} bytes) on the stack, points {@code fs} at it and calls
     * {@link #start}.
     */
    @Export(value = "_start", targets = "user")
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
                "    movq %rsp, %rax",
                "    wrfsbase %rax",
                "    movq %rbx, %rdi",
                "    call {blogos.std.UserStart.start}",
                "    movq %rax, %rdi",
                "    call {blogos.aot.runtime.Startup.run}",
                "    ud2",
            })
    static native void entry();

    /** Makes the runtime usable; answers the program's arguments. */
    @NoPoll
    private static String[] start(Address stack) {
        initialStack = stack.toLong();
        long limit = auxiliary(InitialStack.AT_STACK_BOTTOM) + Poll.RESERVE;
        Tls.storeLong(Tls.REAL_STACK_LIMIT, limit);
        Tls.storeLong(Tls.STACK_LIMIT, limit);
        Tls.storeLong(Tls.STACK_BASE, stack.toLong());
        Startup.initialize();
        return arguments();
    }

    /** The arguments behind the program's own name. */
    private static String[] arguments() {
        Address stack = Address.of(initialStack);
        int count = Math.max((int) stack.loadLong() - 1, 0);
        String[] arguments = new String[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = text(stack.loadAddress((i + 2) * 8L), 0);
        }
        return arguments;
    }

    /** The first argument: the name by which the program was started; empty if there is none. */
    static String programName() {
        Address stack = Address.of(initialStack);
        return stack.loadLong() == 0 ? "" : text(stack.loadAddress(8), 0);
    }

    /** The value of an environment variable, or null. */
    static String environment(String name) {
        for (Address slot = environment(); slot.loadLong() != 0; slot = slot.plus(8)) {
            Address entry = slot.loadAddress(0);
            int i = 0;
            while (i < name.length() && entry.loadUnsignedByte(i) == name.charAt(i)) {
                i++;
            }
            if (i == name.length() && entry.loadByte(i) == '=') {
                return text(entry, i + 1);
            }
        }
        return null;
    }

    /** The value of an entry of the auxiliary vector; 0 if it is not there. */
    @NoPoll
    private static long auxiliary(long tag) {
        Address slot = environment();
        while (slot.loadLong() != 0) {
            slot = slot.plus(8);
        }
        for (slot = slot.plus(8); slot.loadLong() != InitialStack.AT_NULL; slot = slot.plus(16)) {
            if (slot.loadLong() == tag) {
                return slot.loadLong(8);
            }
        }
        return 0;
    }

    /** Where the addresses of the environment strings begin. */
    @NoPoll
    private static Address environment() {
        Address stack = Address.of(initialStack);
        return stack.plus((stack.loadLong() + 2) * 8);
    }

    private static String text(Address cString, int from) {
        int end = from;
        while (cString.loadByte(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - from];
        cString.plus(from).copyTo(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
