package blogos.kernel.memory;

/** What a frame of physical memory is used for. */
public enum FrameKind {
    /** Free, never used since the start. */
    UNTOUCHED,
    /** Free; contents undefined. */
    FREE,
    /** Free and full of zeros. */
    ZEROED,
    /** Not the kernel's to give: holes, firmware, devices, boot loader, kernel image, initial RAM disk. */
    RESERVED,
    /** The frame allocator's own tables. */
    FRAME_TABLE,
    /** The kernel's Java heap. */
    KERNEL_HEAP,
    /** Page tables, the kernel's and the programs'. */
    PAGE_TABLE,
    /** Kernel stacks. */
    KERNEL_STACK,
    /** Memory of programs. */
    USER,
    /** Other data of the kernel: buffers of pipes and files, loaded drivers. */
    KERNEL_DATA,
    /** Memory that devices read and write. */
    DMA
}
