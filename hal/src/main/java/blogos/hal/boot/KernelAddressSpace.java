package blogos.hal.boot;

import blogos.aot.api.Asm;
import blogos.hal.Cpu;
import blogos.hal.CpuFeatures;
import blogos.hal.DirectMap;
import blogos.hal.FrameSource;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.PhysAddr;
import blogos.hal.VirtAddr;

/**
 * The address space in which a loader enters the kernel. Every loader builds it with this class, so that the kernel
 * finds the same map however it was started:
 *
 * <pre>
 * 0xffff_8000_0000_0000  direct map: all physical memory, writable, not executable   ({@link DirectMap#KERNEL_OFFSET})
 * 0xffff_ff00_0000_0000  end of the boot stack; an unmapped guard page lies below it  ({@link #STACK_TOP})
 * 0xffff_ffff_8000_0000  the kernel's segments, each with its own rights, never both writable and executable
 * </pre>
 *
 * <p>Use, in this order, with physical memory reachable at {@link DirectMap#offset}:
 *
 * <pre>{@code
 * String problem = CpuFeatures.missing();            // null, or why this CPU cannot run the kernel
 * KernelAddressSpace space = KernelAddressSpace.create(frames);   // frames: any FrameSource
 * space.mapDirect(endOfPhysicalMemory);              // of RAM, ACPI tables and the framebuffer
 * for each PT_LOAD segment of the kernel, copied to its place:
 *     space.mapSegment(VirtAddr.of(p_vaddr), PhysAddr.of(where), p_memsz, isWritable, isExecutable);
 * space.mapStack(sizeBytes);                         // allocates the frames; sets stackTop() and stackBottom()
 * space.mapSwitch();                                 // UEFI only: the code of enter() runs on both sides of the switch
 * KernelAddressSpace.enableFeatures();               // no-execute and write protection, before enter()
 * space.enter(entryPoint, bootInfoPhysical);         // interrupts off before; never returns
 * }</pre>
 *
 * <p>All methods throw {@link OutOfFramesException} when the frame source is empty.
 */
public final class KernelAddressSpace {
    /**
     * Where the kernel image's addresses begin; an image's address is this plus its physical load address unless a
     * loader moved it.
     */
    public static final long KERNEL_IMAGE_START = 0xffff_ffff_8000_0000L;

    /** Virtual address above the boot stack. */
    public static final long STACK_TOP = 0xffff_ff00_0000_0000L;

    /** Size of the boot stack in bytes. Java frames of the debug profile are large. */
    public static final long STACK_SIZE = 256 << 10;

    private static final long LEAST_DIRECT_MAP = 4L << 30;

    /** Not less than the size of {@link #jump} in bytes. */
    private static final long JUMP_SIZE = 32;

    private final PageTable table;
    private final FrameSource frames;
    private long stackBottom;

    private KernelAddressSpace(PageTable table, FrameSource frames) {
        this.table = table;
        this.frames = frames;
    }

    /** An empty address space whose tables come from a frame source. */
    public static KernelAddressSpace create(FrameSource frames) {
        return new KernelAddressSpace(PageTable.create(frames), frames);
    }

    /**
     * Maps physical memory from 0 to {@code end} (rounded up to 2 MiB), at least the first 4 GiB, at
     * {@link DirectMap#KERNEL_OFFSET}. The kernel also reaches device registers and the framebuffer there: how they are
     * cached, the firmware has laid down in the memory type range registers.
     */
    public void mapDirect(PhysAddr end) {
        long length = Math.max(end.toLong(), LEAST_DIRECT_MAP) + PageTable.LARGE_SIZE - 1 & -PageTable.LARGE_SIZE;
        table.mapRange(VirtAddr.of(DirectMap.KERNEL_OFFSET), PhysAddr.of(0), length, PageFlags.KERNEL_DATA, frames);
    }

    /**
     * Maps a segment of the kernel, page by page: pages are never shared between segments.
     *
     * @param virtual where the segment is linked, a multiple of 4 KiB
     * @param physical where it was loaded, a multiple of 4 KiB
     * @param size size in memory in bytes
     * @throws IllegalArgumentException if it is both writable and executable
     * @throws IllegalStateException if it overlaps another segment's pages
     */
    public void mapSegment(VirtAddr virtual, PhysAddr physical, long size, boolean writable, boolean executable) {
        long flags = PageFlags.rights(writable, executable) | PageFlags.GLOBAL;
        for (long offset = 0; offset < size; offset += PageFrame.SIZE) {
            table.map(virtual.plus(offset), PageFrame.containing(physical.plus(offset)), flags, frames);
        }
    }

    /**
     * Maps a stack of {@code size} bytes, a multiple of 4 KiB, below {@link #STACK_TOP}. What lies under it stays
     * unmapped.
     */
    public void mapStack(long size) {
        stackBottom = STACK_TOP - size;
        for (long page = stackBottom; page < STACK_TOP; page += PageFrame.SIZE) {
            PageFrame frame = frames.allocateFrame();
            if (frame.isNone()) {
                throw new OutOfFramesException("the boot stack");
            }
            table.map(VirtAddr.of(page), frame, PageFlags.KERNEL_DATA, frames);
        }
    }

    /**
     * Maps the few instructions that switch to this address space where they are now, executable: for loaders that run
     * at physical addresses, as UEFI does. The kernel unmaps the page.
     */
    public void mapSwitch() {
        long start = jumpAddress();
        for (long page = start & -PageFrame.SIZE; page < start + JUMP_SIZE; page += PageFrame.SIZE) {
            table.map(VirtAddr.of(page), PageFrame.containing(PhysAddr.of(page)), 0, frames);
        }
    }

    /** Virtual address above the stack. */
    public long stackTop() {
        return STACK_TOP;
    }

    /** Lowest virtual address of the stack; known after {@link #mapStack}. */
    public long stackBottom() {
        return stackBottom;
    }

    /** The page table. */
    public PageTable table() {
        return table;
    }

    /**
     * Turns on what the tables rely on: the no-execute bit (EFER.NXE), write protection in ring 0 (CR0.WP) and global
     * pages.
     */
    public static void enableFeatures() {
        Cpu.writeMsr(Cpu.MSR_EFER, Cpu.readMsr(Cpu.MSR_EFER) | Cpu.EFER_NXE);
        Cpu.writeCr0(Cpu.readCr0() | Cpu.CR0_WP);
        if (CpuFeatures.hasGlobalPages()) {
            Cpu.writeCr4(Cpu.readCr4() | Cpu.CR4_PGE);
        }
    }

    /**
     * Switches to this address space and its stack and jumps to the kernel. Interrupts must be off.
     *
     * @param entry the kernel's entry point
     * @param bootInfo where the {@link blogos.boot.BootInfo} is; the kernel gets its address in the direct map
     */
    public void enter(VirtAddr entry, PhysAddr bootInfo) {
        jump(
                table.root().start(),
                entry,
                VirtAddr.of(STACK_TOP),
                VirtAddr.of(DirectMap.KERNEL_OFFSET + bootInfo.toLong()));
    }

    /** First and only instructions that run on both sides of the switch of the tables. */
    @Asm(
            naked = true,
            value = {"movq %rdi, %cr3", "movq %rdx, %rsp", "xorl %ebp, %ebp", "movq %rcx, %rdi", "jmpq *%rsi"})
    private static native void jump(PhysAddr root, VirtAddr entry, VirtAddr stackTop, VirtAddr bootInfo);

    @Asm(
            naked = true,
            value = {"leaq {blogos.hal.boot.KernelAddressSpace.jump}(%rip), %rax", "ret"})
    private static native long jumpAddress();
}
