package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;

/**
 * The functions of C's {@code string.h} that LLVM expects to find. They use general registers only, so interrupt code
 * may call them, and expect the direction flag to be clear, as the System V ABI says.
 *
 * <p>Up to 32 bytes are moved by loads that all come before the stores; longer ranges keep their last (or first) 16
 * bytes in registers meanwhile, so that no loop over single bytes is left.
 */
public final class MemoryFunctions {
    private MemoryFunctions() {}

    /** Copies bytes between ranges that do not overlap, or overlap with the target below the source. */
    @Export("memcpy")
    @Asm(
            naked = true,
            value = {
                "    movq %rdi, %rax",
                "    cmpq $16, %rdx",
                "    jae 2f",
                "    cmpl $8, %edx",
                "    jae 1f",
                "    cmpl $4, %edx",
                "    jae 7f",
                "    testl %edx, %edx",
                "    je 9f",
                "    movzbl (%rsi), %ecx",
                "    movzbl -1(%rsi,%rdx), %r8d",
                "    cmpl $2, %edx",
                "    jbe 8f",
                "    movzbl 1(%rsi), %r9d",
                "    movb %r9b, 1(%rdi)",
                "8:  movb %cl, (%rdi)",
                "    movb %r8b, -1(%rdi,%rdx)",
                "9:  ret",
                // 4 to 7
                "7:  movl (%rsi), %ecx",
                "    movl -4(%rsi,%rdx), %r8d",
                "    movl %ecx, (%rdi)",
                "    movl %r8d, -4(%rdi,%rdx)",
                "    ret",
                // 8 to 15
                "1:  movq (%rsi), %rcx",
                "    movq -8(%rsi,%rdx), %r8",
                "    movq %rcx, (%rdi)",
                "    movq %r8, -8(%rdi,%rdx)",
                "    ret",
                "2:  movq -16(%rsi,%rdx), %r10",
                "    movq -8(%rsi,%rdx), %r11",
                "    cmpq $32, %rdx",
                "    ja 3f",
                // 16 to 32
                "    movq (%rsi), %rcx",
                "    movq 8(%rsi), %r8",
                "    movq %rcx, (%rdi)",
                "    movq %r8, 8(%rdi)",
                "    movq %r10, -16(%rdi,%rdx)",
                "    movq %r11, -8(%rdi,%rdx)",
                "    ret",
                "3:  leaq -16(%rdi,%rdx), %r9",
                "    cmpq $512, %rdx",
                "    ja 5f",
                // 33 to 512: 16 bytes a turn
                "4:  movq (%rsi), %rcx",
                "    movq 8(%rsi), %r8",
                "    movq %rcx, (%rdi)",
                "    movq %r8, 8(%rdi)",
                "    addq $16, %rsi",
                "    addq $16, %rdi",
                "    cmpq %r9, %rdi",
                "    jb 4b",
                "    jmp 6f",
                "5:  leaq -1(%rdx), %rcx",
                "    shrq $3, %rcx",
                "    rep movsq",
                "6:  movq %r10, (%r9)",
                "    movq %r11, 8(%r9)",
                "    ret",
            })
    static native Address copy(Address target, Address source, long sizeBytes);

    /** Copies bytes between ranges that may overlap. */
    @Export("memmove")
    @Asm(
            naked = true,
            value = {
                "    movq %rdi, %rax",
                "    subq %rsi, %rax",
                "    cmpq %rdx, %rax",
                "    jae memcpy",
                "    cmpq $32, %rdx",
                "    jbe memcpy",
                // The target's start lies inside the source: go backwards.
                "    movq %rdi, %rax",
                "    movq (%rsi), %r10",
                "    movq 8(%rsi), %r11",
                "1:  movq -8(%rsi,%rdx), %rcx",
                "    movq -16(%rsi,%rdx), %r8",
                "    movq %rcx, -8(%rdi,%rdx)",
                "    movq %r8, -16(%rdi,%rdx)",
                "    subq $16, %rdx",
                "    cmpq $16, %rdx",
                "    ja 1b",
                "    movq %r10, (%rdi)",
                "    movq %r11, 8(%rdi)",
                "    ret",
            })
    static native Address move(Address target, Address source, long sizeBytes);

    /** Sets bytes. */
    @Export("memset")
    @Asm(
            naked = true,
            value = {
                "    movq %rdi, %r9",
                "    movzbl %sil, %eax",
                "    movabsq $0x0101010101010101, %rcx",
                "    imulq %rcx, %rax",
                "    cmpq $8, %rdx",
                "    jae 3f",
                "    cmpl $4, %edx",
                "    jae 2f",
                "    testl %edx, %edx",
                "    je 1f",
                "    movb %al, (%rdi)",
                "    movb %al, -1(%rdi,%rdx)",
                "    cmpl $2, %edx",
                "    jbe 1f",
                "    movb %al, 1(%rdi)",
                "1:  movq %r9, %rax",
                "    ret",
                "2:  movl %eax, (%rdi)",
                "    movl %eax, -4(%rdi,%rdx)",
                "    jmp 1b",
                "3:  movq %rax, -8(%rdi,%rdx)",
                "    leaq -1(%rdx), %rcx",
                "    shrq $3, %rcx",
                "    cmpl $32, %ecx",
                "    ja 5f",
                "    testl %ecx, %ecx",
                "    je 6f",
                "4:  movq %rax, -8(%rdi,%rcx,8)",
                "    decl %ecx",
                "    jne 4b",
                "6:  movq %r9, %rax",
                "    ret",
                "5:  rep stosq",
                "    movq %r9, %rax",
                "    ret",
            })
    static native Address set(Address target, int value, long sizeBytes);

    /** Compares bytes as unsigned numbers: negative, 0 or positive as the first range is less, equal or greater. */
    @Export("memcmp")
    @Asm(
            naked = true,
            value = {
                "    xorl %ecx, %ecx",
                "1:  leaq 8(%rcx), %r8",
                "    cmpq %rdx, %r8",
                "    ja 2f",
                "    movq (%rdi,%rcx), %r9",
                "    movq (%rsi,%rcx), %r10",
                "    cmpq %r10, %r9",
                "    jne 4f",
                "    movq %r8, %rcx",
                "    jmp 1b",
                "2:  cmpq %rdx, %rcx",
                "    je 3f",
                "    movzbl (%rdi,%rcx), %eax",
                "    movzbl (%rsi,%rcx), %r9d",
                "    incq %rcx",
                "    subl %r9d, %eax",
                "    je 2b",
                "    ret",
                "3:  xorl %eax, %eax",
                "    ret",
                "4:  bswapq %r9",
                "    bswapq %r10",
                "    cmpq %r10, %r9",
                "    sbbl %eax, %eax",
                "    orl $1, %eax",
                "    ret",
            })
    static native int compare(Address first, Address second, long sizeBytes);

    /** Whether two ranges differ: 0 if not. */
    @Export("bcmp")
    @Asm(
            naked = true,
            value = {
                "    jmp memcmp",
            })
    static native int differ(Address first, Address second, long sizeBytes);
}
