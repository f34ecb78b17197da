package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;

/**
 * The switch from one task to another: a call that saves the registers which calls preserve, exchanges the stack
 * pointer and what the CPU knows about the running task, and returns on the other stack.
 *
 * <p>Floating-point state needs no saving here. No register of it survives a call, the control registers never change in
 * the kernel, and a program's state lies in the {@link TrapFrame} that it entered the kernel with.
 */
@NoPoll
public final class ContextSwitch {
    private static final int PRESERVED_REGISTERS = 6;

    /** These, the return address, and two words: the first instruction, a call, finds the stack pointer aligned to 16. */
    private static final int FRAME_SIZE = 8 * (PRESERVED_REGISTERS + 3);

    private ContextSwitch() {}

    /** Lays out a new stack as if its task had called {@link #to}; answers its stack pointer. */
    static Address prepare(Address top) {
        Address stack = top.minus(FRAME_SIZE);
        stack.fill(FRAME_SIZE, (byte) 0);
        stack.storeAddress(8L * PRESERVED_REGISTERS, firstInstruction());
        return stack;
    }

    /**
     * Lets another task run. Returns when somebody switches back. Interrupts must be off, and are off on return: where
     * the caller is a new task, in {@link KernelServices#startTask} instead.
     */
    public static void to(ThreadRecord next) {
        exchange(ThreadRecord.current(), next);
    }

    /**
     * The poll limit that is saved is never a raised one: a request is about the CPU, not about the task. A program's fs
     * and gs bases are saved only if there is a program.
     */
    @Asm(
            naked = true,
            value = {
                ".irp register, rbp, rbx, r12, r13, r14, r15",
                "pushq %\\register",
                ".cfi_adjust_cfa_offset 8",
                ".cfi_rel_offset %\\register, 0",
                ".endr",
                "movq %gs:" + Tls.STACK_LIMIT + ", %rax",
                "movq %gs:" + Tls.REAL_STACK_LIMIT + ", %rcx",
                "cmpq %rcx, %rax",
                "cmovaq %rcx, %rax",
                "movq %rax, " + Tls.STACK_LIMIT + "(%rdi)",
                "cmpq $0, " + ThreadRecord.ENTRY_STACK + "(%rdi)",
                "je 1f",
                "rdfsbase %rax",
                "movq %rax, " + ThreadRecord.USER_FS + "(%rdi)",
                "swapgs",
                "rdgsbase %rax",
                "swapgs",
                "movq %rax, " + ThreadRecord.USER_GS + "(%rdi)",
                "1:",
                "movq %rsp, " + Tls.STOPPED_STACK + "(%rdi)",
                "movq " + Tls.STOPPED_STACK + "(%rsi), %rsp",
                "movq $0, " + Tls.STOPPED_STACK + "(%rsi)",
                "movq %rsi, %gs:" + PerCpu.RECORD,
                ".irp field, " + Tls.STACK_LIMIT + ", " + Tls.REAL_STACK_LIMIT + ", " + Tls.THREAD + ", "
                        + Tls.STACK_BASE,
                "movq \\field(%rsi), %rax",
                "movq %rax, %gs:\\field",
                ".endr",
                "movq " + ThreadRecord.ROOT_TABLE + "(%rsi), %rax",
                "testq %rax, %rax",
                "je 2f",
                "movq %cr3, %rcx",
                "cmpq %rax, %rcx",
                "je 2f",
                "movq %rax, %cr3",
                "2:",
                "movq " + ThreadRecord.ENTRY_STACK + "(%rsi), %rax",
                "testq %rax, %rax",
                "je 3f",
                "movq %rax, %gs:" + PerCpu.ENTRY_STACK,
                "movq %gs:" + PerCpu.TASK_STATE + ", %rcx",
                "movq %rax, " + Tss.PRIVILEGED_STACK + "(%rcx)",
                "movq " + ThreadRecord.USER_FS + "(%rsi), %rax",
                "wrfsbase %rax",
                "movq " + ThreadRecord.USER_GS + "(%rsi), %rax",
                "swapgs",
                "wrgsbase %rax",
                "swapgs",
                "3:",
                ".irp register, r15, r14, r13, r12, rbx, rbp",
                "popq %\\register",
                ".cfi_adjust_cfa_offset -8",
                ".cfi_restore %\\register",
                ".endr",
                "ret"
            })
    private static native void exchange(ThreadRecord previous, ThreadRecord next);

    /** Address of what a new task executes first. */
    @Asm(
            naked = true,
            value = {
                "leaq .Lfirst_instruction(%rip), %rax",
                "ret",
                ".balign 16",
                ".Lfirst_instruction:",
                ".cfi_undefined %rip",
                "call {blogos.hal.RuntimeSupport.startTask}",
                "ud2"
            })
    private static native Address firstInstruction();
}
