package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;

/**
 * The slow path of a poll: compiled code comes here when its stack pointer is below {@link Tls#STACK_LIMIT}, because
 * the stack is nearly full or because somebody raised the limit to get the thread's attention.
 *
 * <p>On overflow the limit is lowered by {@link #RESERVE}, so that the error can be made and thrown; {@link
 * #leaveReserve} puts it back once the exception has been caught further up.
 */
@NoPoll
public final class Poll {
    /**
     * Bytes of stack below {@link Tls#REAL_STACK_LIMIT} which every stack must have, for throwing StackOverflowError
     * and for code without polls.
     */
    public static final int RESERVE = 32 * 1024;

    private static final int USED_BY_ERROR = RESERVE / 2;

    private Poll() {}

    /** Serves a poll whose compare failed. */
    public static void slow() {
        Address real = realLimit();
        Address limit = limit();
        if (real.isBelow(limit)) {
            Address.of(Tls.loadLong(Tls.SELF)).compareAndSetLong(Tls.STACK_LIMIT, limit.toLong(), real.toLong());
            Platform.poll();
        }
        if (!stackPointer().isBelow(real)) {
            return;
        }
        if (limit.isBelow(real)) {
            Platform.fatal("stack overflow while throwing StackOverflowError");
        }
        Tls.storeLong(Tls.STACK_LIMIT, real.minus(USED_BY_ERROR).toLong());
        throw new StackOverflowError();
    }

    /**
     * Serves a poll for code that has its values in registers and need not have aligned its stack: changes no register but the flags. The registers lie on the stack meanwhile, where the collector sees them.
     */
    @Asm(
            naked = true,
            value = {
                "    pushq %rbp",
                "    .cfi_def_cfa_offset 16",
                "    .cfi_offset %rbp, -16",
                "    movq %rsp, %rbp",
                "    .cfi_def_cfa_register %rbp",
                "    andq $-16, %rsp",
                "    pushq %rax",
                "    pushq %rcx",
                "    pushq %rdx",
                "    pushq %rsi",
                "    pushq %rdi",
                "    pushq %r8",
                "    pushq %r9",
                "    pushq %r10",
                "    pushq %r11",
                "    subq $264, %rsp",
                "    movups %xmm0, 0(%rsp)",
                "    movups %xmm1, 16(%rsp)",
                "    movups %xmm2, 32(%rsp)",
                "    movups %xmm3, 48(%rsp)",
                "    movups %xmm4, 64(%rsp)",
                "    movups %xmm5, 80(%rsp)",
                "    movups %xmm6, 96(%rsp)",
                "    movups %xmm7, 112(%rsp)",
                "    movups %xmm8, 128(%rsp)",
                "    movups %xmm9, 144(%rsp)",
                "    movups %xmm10, 160(%rsp)",
                "    movups %xmm11, 176(%rsp)",
                "    movups %xmm12, 192(%rsp)",
                "    movups %xmm13, 208(%rsp)",
                "    movups %xmm14, 224(%rsp)",
                "    movups %xmm15, 240(%rsp)",
                "    call {blogos.aot.runtime.Poll.slow}",
                "    movups 0(%rsp), %xmm0",
                "    movups 16(%rsp), %xmm1",
                "    movups 32(%rsp), %xmm2",
                "    movups 48(%rsp), %xmm3",
                "    movups 64(%rsp), %xmm4",
                "    movups 80(%rsp), %xmm5",
                "    movups 96(%rsp), %xmm6",
                "    movups 112(%rsp), %xmm7",
                "    movups 128(%rsp), %xmm8",
                "    movups 144(%rsp), %xmm9",
                "    movups 160(%rsp), %xmm10",
                "    movups 176(%rsp), %xmm11",
                "    movups 192(%rsp), %xmm12",
                "    movups 208(%rsp), %xmm13",
                "    movups 224(%rsp), %xmm14",
                "    movups 240(%rsp), %xmm15",
                "    addq $264, %rsp",
                "    popq %r11",
                "    popq %r10",
                "    popq %r9",
                "    popq %r8",
                "    popq %rdi",
                "    popq %rsi",
                "    popq %rdx",
                "    popq %rcx",
                "    popq %rax",
                "    movq %rbp, %rsp",
                "    popq %rbp",
                "    .cfi_def_cfa %rsp, 8",
                "    ret",
            })
    public static native void slowKeepingRegisters();

    /** Called when an exception has been caught: ends the use of the reserve. */
    static void leaveReserve() {
        Address real = realLimit();
        if (limit().isBelow(real)) {
            Tls.storeLong(Tls.STACK_LIMIT, real.toLong());
        }
    }

    private static Address limit() {
        return Address.of(Tls.loadLong(Tls.STACK_LIMIT));
    }

    private static Address realLimit() {
        return Address.of(Tls.loadLong(Tls.REAL_STACK_LIMIT));
    }

    @Asm(value = "movq %rsp, $0", constraints = "=r")
    private static native Address stackPointer();
}
