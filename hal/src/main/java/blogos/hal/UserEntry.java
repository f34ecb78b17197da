package blogos.hal;

import blogos.aot.api.Asm;

/** The way from the kernel into a program and back. */
public final class UserEntry {
    private UserEntry() {}

    /**
     * Runs a program at CPL 3 in the active address space, with interrupts on, all general and vector registers zero
     * and no thread-local block, until its exception or system call handler calls {@link #leave}. The handlers run on the
     * caller's stack, below the caller. The task must have no other program.
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
        return run(entry, stack, ThreadRecord.current());
    }

    /**
     * Ends the running program: its {@link #enter} returns {@code status}. Called by a handler of its exceptions or
     * system calls, whose part of the stack is abandoned. Never returns.
     */
    public static void leave(long status) {
        unwind(status, ThreadRecord.current());
    }

    @Asm(
            naked = true,
            value = {
                "cli",
                "movq %rdi, %rax",
                "movq " + ThreadRecord.ENTRY_STACK + "(%rsi), %rsp",
                "movq $0, " + ThreadRecord.ENTRY_STACK + "(%rsi)",
                "addq $16, %rsp",
                "popfq",
                ".irp register, r15, r14, r13, r12, rbx, rbp",
                "popq %\\register",
                ".endr",
                "ret"
            })
    private static native void unwind(long status, ThreadRecord record);

    /**
     * Saves what the calling convention wants kept, notes where the stack is free, and returns to CPL 3 with a frame as if
     * from there (selectors: {@link Gdt}; RFLAGS: interrupts on). The bases of fs and gs become 0.
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
                "subq $16, %rsp",
                ".cfi_adjust_cfa_offset 16",
                "cli",
                "movq %rsp, " + ThreadRecord.ENTRY_STACK + "(%rdx)",
                "movq %rsp, %gs:" + PerCpu.ENTRY_STACK,
                "movq %gs:" + PerCpu.TASK_STATE + ", %rax",
                "movq %rsp, " + Tss.PRIVILEGED_STACK + "(%rax)",
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
                "wrfsbase %rax",
                "swapgs",
                "wrgsbase %rax",
                "iretq"
            })
    private static native long run(VirtAddr entry, VirtAddr stack, ThreadRecord record);
}
