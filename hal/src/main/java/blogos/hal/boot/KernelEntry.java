package blogos.hal.boot;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.Image;
import blogos.aot.runtime.Poll;
import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.EarlyOutput;
import blogos.hal.ExitPort;
import blogos.hal.PerCpu;
import blogos.hal.RuntimeSupport;

/**
 * Where every boot loader enters the kernel image: makes the CPU and the Java runtime ready and calls the image's
 * {@code main}.
 */
public final class KernelEntry {
    /**
     * Makes the boot CPU fit for compiled code: the thread-local block behind gs, SSE on (CR0: MP and NE set, EM and TS
     * clear; CR4: OSFXSR and OSXMMEXCPT), floating point as Java wants it. Changes rax, rcx and rdx.
     */
    static final String PREPARE_CPU = """
            call {blogos.hal.StaticMemory.bootCpuBlock}
            movq %rax, (%rax)
            movq %rax, %rdx
            shrq $32, %rdx
            movl $0xc0000101, %ecx
            wrmsr
            movq %cr0, %rax
            andq $~0xc, %rax
            orq $0x22, %rax
            movq %rax, %cr0
            movq %cr4, %rax
            orq $0x600, %rax
            movq %rax, %cr4
            fninit
            pushq $0x1f80
            ldmxcsr (%rsp)
            popq %rax
            xorl %ebp, %ebp
            cld""";

    private static BootInfo bootInfo;

    private KernelEntry() {}

    /** What the boot loader told. Valid as long as the frames of kind BOOTLOADER are not given away. */
    public static BootInfo bootInfo() {
        return bootInfo;
    }

    /**
     * The ELF entry point: rdi holds the virtual address of the {@link BootInfo}, rsp the top of the stack, interrupts
     * are off. Beside it goes the note that lets a hypervisor enter the image in 32-bit mode (Xen's PVH boot protocol:
     * ELF note 18, XEN_ELFNOTE_PHYS32_ENTRY, is a physical address).
     */
    @Export(value = "_start", targets = "kernel")
    @Asm(
            naked = true,
            value = {
                ".cfi_undefined %rip",
                "cli",
                "movq %rdi, %rbx",
                PREPARE_CPU,
                "movq %rbx, %rdi",
                "call {blogos.hal.boot.KernelEntry.start}",
                "ud2",
                ".pushsection .note.Xen, \"a\", @note",
                ".balign 4",
                ".long 4, 8, 18",
                ".asciz \"Xen\"",
                ".quad {blogos.hal.boot.PvhEntry.entry} - " + PvhEntry.IMAGE_BASE,
                ".popsection"
            })
    static native void entry();

    @NoPoll
    private static void start(Address record) {
        BootInfo info = BootInfo.at(record);
        if (!info.isValid()) {
            EarlyOutput.fail("the boot loader and the kernel disagree about BootInfo");
        }
        bootInfo = info;
        DirectMap.initialize(info.physicalMemoryOffset());
        long limit = info.kernelStackBottom() + Poll.RESERVE;
        Tls.storeLong(Tls.REAL_STACK_LIMIT, limit);
        Tls.storeLong(Tls.STACK_LIMIT, limit);
        Tls.storeLong(Tls.STACK_BASE, info.kernelStackTop());
        RuntimeSupport.start();
        PerCpu.initialize();
        Image.main(new String[0]);
        ExitPort.exit(ExitPort.SUCCESS);
    }
}
