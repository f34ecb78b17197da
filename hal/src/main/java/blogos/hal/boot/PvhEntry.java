package blogos.hal.boot;

import blogos.aot.api.Asm;

/**
 * Entry by Xen's PVH boot protocol, which QEMU's {@code -kernel} speaks: 32-bit protected mode, paging off, flat
 * segments, ebx = physical address of the start information. Goes to 64-bit mode with temporary page tables of 2 MiB
 * pages, in which the first 4 GiB of physical memory appear at 0 and in the direct map and the first 2 GiB at the
 * kernel's own addresses, and calls {@link PvhLoader}.
 */
final class PvhEntry {
    /**
     * What linked addresses lie above physical ones: {@link KernelAddressSpace#KERNEL_IMAGE_START} as assembly text.
     */
    static final String IMAGE_BASE = "0xffffffff80000000";

    private PvhEntry() {}

    /**
     * Checks the CPU as {@link blogos.hal.CpuFeatures#missing} does and fills the tables. CR4: PAE, OSFXSR, OSXMMEXCPT;
     * EFER: LME, NXE; CR0: PE, MP, NE, WP, PG (Intel SDM volume 3A, section 9.8.5.1). A refusal goes to the first
     * serial port, then to the exit port.
     */
    @Asm(
            naked = true,
            section = ".text.boot",
            value = {
                ".code32",
                "cli",
                "cld",
                "movl %ebx, %esi",
                "movl $0x80000000, %eax",
                "cpuid",
                "cmpl $0x80000001, %eax",
                "jb 8f",
                "movl $0x80000001, %eax",
                "cpuid",
                "andl $0x20100000, %edx",
                "cmpl $0x20100000, %edx",
                "jne 8f",
                // Four page directories: 2048 entries of 2 MiB; present, writable, large.
                "movl $pvh_directories - " + IMAGE_BASE + ", %edi",
                "movl $0x83, %eax",
                "movl $2048, %ecx",
                "1:",
                "movl %eax, (%edi)",
                "movl $0, 4(%edi)",
                "addl $0x200000, %eax",
                "addl $8, %edi",
                "loop 1b",
                "movl $pvh_low_pointers - " + IMAGE_BASE + ", %edi",
                "movl $pvh_directories - " + IMAGE_BASE + " + 3, %eax",
                "movl $4, %ecx",
                "2:",
                "movl %eax, (%edi)",
                "addl $0x1000, %eax",
                "addl $8, %edi",
                "loop 2b",
                "movl $pvh_directories - " + IMAGE_BASE + " + 3, %eax",
                "movl %eax, pvh_high_pointers - " + IMAGE_BASE + " + 510 * 8",
                "addl $0x1000, %eax",
                "movl %eax, pvh_high_pointers - " + IMAGE_BASE + " + 511 * 8",
                "movl $pvh_low_pointers - " + IMAGE_BASE + " + 3, %eax",
                "movl %eax, pvh_root - " + IMAGE_BASE,
                "movl %eax, pvh_root - " + IMAGE_BASE + " + 256 * 8",
                "movl $pvh_high_pointers - " + IMAGE_BASE + " + 3, %eax",
                "movl %eax, pvh_root - " + IMAGE_BASE + " + 511 * 8",
                "movl $pvh_root - " + IMAGE_BASE + ", %eax",
                "movl %eax, %cr3",
                "movl $0x620, %eax",
                "movl %eax, %cr4",
                "movl $0xc0000080, %ecx",
                "rdmsr",
                "orl $0x900, %eax",
                "wrmsr",
                "movl $0x80010033, %eax",
                "movl %eax, %cr0",
                "lgdt pvh_gdt_operand - " + IMAGE_BASE,
                "ljmpl $8, $.Lpvh_long_mode - " + IMAGE_BASE,
                // Refusal: the text below to COM1, exit code 0x11 to port 0xf4, stop.
                "8:",
                "movl $pvh_refusal - " + IMAGE_BASE + ", %esi",
                "movl $0x3f8, %edx",
                "7:",
                "lodsb",
                "testb %al, %al",
                "je 6f",
                "outb %al, %dx",
                "jmp 7b",
                "6:",
                "movl $0x11, %eax",
                "outl %eax, $0xf4",
                "5:",
                "cli",
                "hlt",
                "jmp 5b",
                ".code64",
                ".Lpvh_long_mode:",
                "movl $16, %eax",
                "movl %eax, %ds",
                "movl %eax, %es",
                "movl %eax, %ss",
                "movabsq $.Lpvh_high, %rax",
                "jmpq *%rax",
                ".Lpvh_high:",
                "movq $pvh_stack_top, %rsp",
                "movl %esi, %ebx",
                KernelEntry.PREPARE_CPU,
                "movl %ebx, %edi",
                "call {blogos.hal.boot.PvhLoader.load}",
                "ud2",
                ".pushsection .rodata.boot, \"a\", @progbits",
                ".balign 8",
                "pvh_gdt: .quad 0, 0x00209b0000000000, 0x0000930000000000",
                "pvh_gdt_operand: .word 23",
                ".long pvh_gdt - " + IMAGE_BASE,
                "pvh_refusal: .asciz \"blog_os cannot start: the CPU lacks 64-bit mode or no-execute pages\\n\"",
                ".popsection",
                ".pushsection .bss.boot, \"aw\", @nobits",
                ".balign 4096",
                "pvh_stack: .skip 128 << 10",
                "pvh_stack_top:",
                "pvh_root: .skip 4096",
                "pvh_low_pointers: .skip 4096",
                "pvh_high_pointers: .skip 4096",
                "pvh_directories: .skip 4 * 4096",
                ".popsection"
            })
    private static native void entry();
}
