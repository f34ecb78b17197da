package blogos.hal;

import blogos.aot.api.Asm;
import blogos.aot.api.Tls;

/** The way from the kernel into a program and back. */
public final class UserEntry {
    private UserEntry() {}

    /**
     * Runs a program at CPL 3 in the active address space, with interrupts on, all general and vector registers zero
     * and no thread-local block, until its exception or system call handler calls {@link #leave}. The privileged stack
     * must have been set ({@link Tss#setPrivilegedStack}) and be another one than the caller's.
     *
     * @param entry first instruction
     * @param stack stack pointer
     * @return the status given to {@link #leave}
     * @throws IllegalArgumentException if one of the addresses is not in the lower half
     */
    public static long enter(VirtAddr entry, VirtAddr stack) {
        if (!entry.isUser() || !stack.isUser()) {
            throw new IllegalArgumentException("entry point or stack outside of the program's half");
        }
        Cpu.writeMsr(Cpu.MSR_FS_BASE, 0);
        Cpu.writeMsr(Cpu.MSR_KERNEL_GS_BASE, 0);
        return run(entry, stack);
    }

    /**
     * Ends the running program: its {@link #enter} returns {@code status}. Called on the privileged stack, which is
     * abandoned. Never returns.
     */
    @Asm(
            naked = true,
            value = {
                "movq %rdi, %rax",
                "movq %gs:" + Tls.SUSPENDED_STACK + ", %rsp",
                "popq %gs:" + Tls.SUSPENDED_STACK,
                "popq %gs:" + Tls.STACK_BASE,
                "popq %gs:" + Tls.STACK_LIMIT,
                "popq %gs:" + Tls.REAL_STACK_LIMIT,
                "popfq",
                ".irp register, r15, r14, r13, r12, rbx, rbp",
                "popq %\\register",
                ".endr",
                "ret"
            })
    public static native void leave(long status);

    /**
     * Saves what the calling convention wants kept, and returns to CPL 3 with a frame as if from there (selectors:
     * {@link Gdt}; RFLAGS: interrupts on).
     */
    @Asm(
            naked = true,
            value = {
                ".irp register, rbp, rbx, r12, r13, r14, r15",
                "pushq %\\register",
                ".cfi_adjust_cfa_offset 8",
                ".cfi_rel_offset %\\register, 0",
                ".endr",
                "pushfq",
                ".cfi_adjust_cfa_offset 8",
                "cli",
                "pushq %gs:" + Tls.REAL_STACK_LIMIT,
                ".cfi_adjust_cfa_offset 8",
                "pushq %gs:" + Tls.STACK_LIMIT,
                ".cfi_adjust_cfa_offset 8",
                "pushq %gs:" + Tls.STACK_BASE,
                ".cfi_adjust_cfa_offset 8",
                "pushq %gs:" + Tls.SUSPENDED_STACK,
                ".cfi_adjust_cfa_offset 8",
                "movq %rsp, %gs:" + Tls.SUSPENDED_STACK,
                "pushq $" + Gdt.USER_DATA,
                ".cfi_adjust_cfa_offset 8",
                "pushq %rsi",
                ".cfi_adjust_cfa_offset 8",
                "pushq $" + (Cpu.RFLAGS_IF | Cpu.RFLAGS_RESERVED),
                ".cfi_adjust_cfa_offset 8",
                "pushq $" + Gdt.USER_CODE,
                ".cfi_adjust_cfa_offset 8",
                "pushq %rdi",
                ".cfi_adjust_cfa_offset 8",
                "fninit",
                ".irp number, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15",
                "pxor %xmm\\number, %xmm\\number",
                ".endr",
                ".irp register, eax, ebx, ecx, edx, esi, edi, ebp, r8d, r9d, r10d, r11d, r12d, r13d, r14d, r15d",
                "xorl %\\register, %\\register",
                ".endr",
                "swapgs",
                "iretq"
            })
    private static native long run(VirtAddr entry, VirtAddr stack);
}
