package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Tls;

/**
 * The code that the interrupt gates point at: builds a {@link TrapFrame}, calls {@link Traps#dispatch} with it in
 * {@code rdi}, and returns to what was interrupted.
 *
 * <p>Which gs base is in place on entry: with CPL 3 the program's, otherwise the kernel's, except that an NMI, a
 * machine check, a debug exception or a double fault may come between entry from CPL 3 and SWAPGS. These four do not
 * ask the interrupted CPL; they save and set the base itself.
 */
final class TrapEntry {
    /** Bytes between two entries of the vectors. */
    static final int STRIDE = 16;

    /** What the stack looks like when an entry jumps: vector, error code and what the CPU pushed. */
    private static final String FRAME_START = """
            .cfi_signal_frame
            .cfi_def_cfa %rsp, 56
            .cfi_offset %rip, -40
            .cfi_offset %rsp, -16
            cld""";

    private static final String PUSH_REGISTERS = """
            .cfi_adjust_cfa_offset 8
            .irp register, rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
            pushq %\\register
            .cfi_adjust_cfa_offset 8
            .cfi_rel_offset %\\register, 0
            .endr""";

    private static final String DISPATCH = """
            movq %rsp, %rdi
            subq $520, %rsp
            .cfi_adjust_cfa_offset 520
            fxsave64 (%rsp)
            movl $0x1f80, 512(%rsp)
            ldmxcsr 512(%rsp)
            call {blogos.hal.Traps.dispatch}
            fxrstor64 (%rsp)
            addq $520, %rsp
            .cfi_adjust_cfa_offset -520""";

    private static final String POP_REGISTERS = """
            .irp register, r15, r14, r13, r12, r11, r10, r9, r8, rbp, rdi, rsi, rdx, rcx, rbx, rax
            popq %\\register
            .cfi_adjust_cfa_offset -8
            .cfi_restore %\\register
            .endr""";

    private TrapEntry() {}

    /**
     * Address of the entry of vector 0. The entries follow the function: push 0 where the CPU pushes no error code
     * (Intel SDM volume 3A, table 6-1), and the vector, and go on.
     */
    @Asm(
            naked = true,
            value = {
                "leaq .Lvector_entries(%rip), %rax",
                "ret",
                ".cfi_def_cfa %rsp, 40",
                ".cfi_offset %rip, -40",
                ".cfi_offset %rsp, -16",
                ".balign 16",
                ".Lvector_entries:",
                ".set .Lvector, 0",
                ".rept 256",
                ".balign 16",
                ".if (.Lvector == 8) || ((.Lvector >= 10) && (.Lvector <= 14)) || (.Lvector == 17)"
                        + " || (.Lvector == 21) || (.Lvector == 29) || (.Lvector == 30)",
                ".else",
                "pushq $0",
                ".endif",
                "pushq $.Lvector",
                ".if (.Lvector == 1) || (.Lvector == 2) || (.Lvector == 8) || (.Lvector == 18)",
                "jmp {blogos.hal.TrapEntry.anyGs}",
                ".else",
                "jmp {blogos.hal.TrapEntry.byPrivilege}",
                ".endif",
                ".set .Lvector, .Lvector + 1",
                ".endr"
            })
    static native Address vectorTable();

    /** Entry for vectors whose gs base follows from the interrupted CPL. */
    @Asm(
            naked = true,
            value = {
                FRAME_START,
                "testb $3, 24(%rsp)",
                "je 1f",
                "swapgs",
                "1:",
                "pushq %gs:" + Tls.STACK_LIMIT,
                PUSH_REGISTERS,
                "movq $0, %gs:" + Tls.STACK_LIMIT,
                DISPATCH,
                POP_REGISTERS,
                "popq %gs:" + Tls.STACK_LIMIT,
                ".cfi_adjust_cfa_offset -8",
                "testb $3, 24(%rsp)",
                "je 2f",
                "swapgs",
                "2:",
                "addq $16, %rsp",
                ".cfi_adjust_cfa_offset -16",
                "iretq"
            })
    private static native void byPrivilege();

    /** Address of the entry for SYSCALL. */
    @Asm(
            naked = true,
            value = {"leaq {blogos.hal.TrapEntry.fastSystemCall}(%rip), %rax", "ret"})
    static native Address fastSystemCallEntry();

    /**
     * Entry by SYSCALL (Intel SDM volume 2B): the CPU has put rip in rcx and RFLAGS in r11, and has changed neither stack nor
     * gs base. Makes the frame that an interrupt gate would have made, and leaves by SYSRET, whose target the frame has: an
     * address below the page that is never mapped at the end of the program's half, so a canonical one.
     */
    @Asm(
            naked = true,
            value = {
                ".cfi_signal_frame",
                ".cfi_def_cfa %rsp, 0",
                ".cfi_register %rip, %rcx",
                "swapgs",
                "movq %rsp, %gs:" + PerCpu.USER_STACK,
                "movq %gs:" + PerCpu.ENTRY_STACK + ", %rsp",
                "pushq $" + Gdt.USER_DATA,
                "pushq %gs:" + PerCpu.USER_STACK,
                "pushq %r11",
                "pushq $" + Gdt.USER_CODE,
                "pushq %rcx",
                "pushq $0",
                "pushq $" + Traps.SYSTEM_CALL,
                FRAME_START,
                "pushq %gs:" + Tls.STACK_LIMIT,
                PUSH_REGISTERS,
                "movq $0, %gs:" + Tls.STACK_LIMIT,
                DISPATCH,
                POP_REGISTERS,
                "popq %gs:" + Tls.STACK_LIMIT,
                ".cfi_adjust_cfa_offset -8",
                "movq 16(%rsp), %rcx",
                "movq 32(%rsp), %r11",
                "movq 40(%rsp), %rsp",
                ".cfi_def_cfa %rsp, 0",
                ".cfi_register %rip, %rcx",
                "swapgs",
                "sysretq"
            })
    private static native void fastSystemCall();

    /** Entry for vectors that may come with either gs base: keeps the base found in r12. */
    @Asm(
            naked = true,
            value = {
                FRAME_START,
                "pushq $0",
                PUSH_REGISTERS,
                "movl $" + Cpu.MSR_GS_BASE + ", %ecx",
                "rdmsr",
                "shlq $32, %rdx",
                "leaq (%rax,%rdx), %r12",
                "call {blogos.hal.StaticMemory.bootCpuBlock}",
                "movq %rax, %rdx",
                "shrq $32, %rdx",
                "wrmsr",
                "movq %gs:" + Tls.STACK_LIMIT + ", %rax",
                "movq %rax, " + TrapFrame.STACK_LIMIT + "(%rsp)",
                "movq $0, %gs:" + Tls.STACK_LIMIT,
                DISPATCH,
                "movq " + TrapFrame.STACK_LIMIT + "(%rsp), %rax",
                "movq %rax, %gs:" + Tls.STACK_LIMIT,
                "movl $" + Cpu.MSR_GS_BASE + ", %ecx",
                "movl %r12d, %eax",
                "movq %r12, %rdx",
                "shrq $32, %rdx",
                "wrmsr",
                POP_REGISTERS,
                "addq $24, %rsp",
                ".cfi_adjust_cfa_offset -24",
                "iretq"
            })
    private static native void anyGs();
}
