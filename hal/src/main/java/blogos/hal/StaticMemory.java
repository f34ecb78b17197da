package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.runtime.FrameCursor;

/** Memory that exists before there is any allocator: zeroed areas in the image's {@code .bss}, each with one owner. */
final class StaticMemory {
    /** Size of {@link #earlyHeap} in bytes: two chunks of the Java heap, and 64 KiB for its tables. */
    static final long EARLY_HEAP_SIZE = (2 << 20) + (64 << 10);

    /** Size of {@link #faultStacks} in bytes. */
    static final long FAULT_STACKS_SIZE = 3 * 16384;

    private StaticMemory() {}

    /** The thread-local block of the boot CPU: {@link blogos.aot.api.Tls#SIZE} bytes. */
    @Asm(
            naked = true,
            value = {
                "leaq boot_cpu_block(%rip), %rax",
                "ret",
                ".pushsection .bss.boot_cpu_block, \"aw\", @nobits",
                ".balign 64",
                "boot_cpu_block: .skip 512",
                ".popsection"
            })
    static native Address bootCpuBlock();

    /** The {@link ThreadRecord} of the code that starts the kernel. */
    @Asm(
            naked = true,
            value = {
                "leaq boot_record(%rip), %rax",
                "ret",
                ".pushsection .bss.boot_record, \"aw\", @nobits",
                ".balign 64",
                "boot_record: .skip " + ThreadRecord.SIZE,
                ".popsection"
            })
    static native Address bootRecord();

    /**
     * Global descriptor table (64 bytes), its descriptor (at 64), task state segment (at 128, 104 bytes), descriptor of
     * the IDT (at 240).
     */
    @Asm(
            naked = true,
            value = {
                "leaq descriptor_tables(%rip), %rax",
                "ret",
                ".pushsection .bss.descriptor_tables, \"aw\", @nobits",
                ".balign 64",
                "descriptor_tables: .skip 256",
                ".popsection"
            })
    static native Address descriptorTables();

    /** The interrupt descriptor table: 256 gates of 16 bytes. */
    @Asm(
            naked = true,
            value = {
                "leaq interrupt_gates(%rip), %rax",
                "ret",
                ".pushsection .bss.interrupt_gates, \"aw\", @nobits",
                ".balign 4096",
                "interrupt_gates: .skip 4096",
                ".popsection"
            })
    static native Address interruptGates();

    /** Stacks for double faults, non-maskable interrupts and machine checks until guarded ones are there. */
    @Asm(
            naked = true,
            value = {
                "leaq fault_stacks(%rip), %rax",
                "ret",
                ".pushsection .bss.fault_stacks, \"aw\", @nobits",
                ".balign 4096",
                "fault_stacks: .skip 3 * 16384",
                ".popsection"
            })
    static native Address faultStacks();

    /** The Java heap's first memory, aligned to {@link RuntimeSupport#HEAP_CHUNK}. */
    @Asm(
            naked = true,
            value = {
                "leaq early_heap(%rip), %rax",
                "ret",
                ".pushsection .bss.early_heap, \"aw\", @nobits",
                ".balign " + RuntimeSupport.HEAP_CHUNK,
                "early_heap: .skip " + EARLY_HEAP_SIZE,
                ".popsection"
            })
    static native Address earlyHeap();

    /** The cursor of {@link KernelStackWalk}: {@link FrameCursor#SIZE} bytes. */
    @Asm(
            naked = true,
            value = {
                "leaq frame_cursor(%rip), %rax",
                "ret",
                ".pushsection .bss.frame_cursor, \"aw\", @nobits",
                ".balign 64",
                "frame_cursor: .skip " + FrameCursor.SIZE,
                ".popsection"
            })
    static native Address frameCursor();
}
