package blogos.std;

import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.syscalls.SyscallNumber;

/**
 * Raw system calls, for what the library has no better way to do. Numbers, arguments and errors are those of
 * {@link SyscallNumber}; nothing is checked here, and a wrong address harms the calling program alone.
 */
@NoPoll
public final class Syscall {
    private Syscall() {}

    /** Makes a system call without arguments; answers what the kernel puts in {@code rax}. */
    @Asm(value = "syscall", constraints = "={rax},{rax},~{rcx},~{r11}")
    public static native long call(long number);

    /** Makes a system call with one argument. */
    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},~{rcx},~{r11}")
    public static native long call(long number, long first);

    /** Makes a system call with two arguments. */
    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},{rsi},~{rcx},~{r11}")
    public static native long call(long number, long first, long second);

    /** Makes a system call with three arguments. */
    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},{rsi},{rdx},~{rcx},~{r11}")
    public static native long call(long number, long first, long second, long third);

    /** Makes a system call with six arguments. */
    @Asm(value = "syscall", constraints = "={rax},{rax},{rdi},{rsi},{rdx},{r10},{r8},{r9},~{rcx},~{r11}")
    public static native long call(
            long number, long first, long second, long third, long fourth, long fifth, long sixth);

    /** Makes a system call with three arguments by {@code int 0x80}, the older way, which keeps all registers but rax. */
    @Asm(value = "int $$0x80", constraints = "={rax},{rax},{rdi},{rsi},{rdx}")
    public static native long callByInterrupt(long number, long first, long second, long third);

    /** Makes the system call {@code number} (WRITE) for the low byte of {@code character}, which needs no buffer. */
    @Asm(
            naked = true,
            value = {
                "    pushq %rdx",
                "    .cfi_adjust_cfa_offset 8",
                "    movq %rdi, %rax",
                "    movq %rsi, %rdi",
                "    movq %rsp, %rsi",
                "    movl $1, %edx",
                "    int $0x80",
                "    addq $8, %rsp",
                "    .cfi_adjust_cfa_offset -8",
                "    ret",
            })
    static native long writeCharacter(long number, long descriptor, int character);
}
