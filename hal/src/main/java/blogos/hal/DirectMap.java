package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Bytes;

/**
 * The window of virtual memory in which all physical memory appears at a constant offset. The offset is 0 until
 * {@link #initialize}: UEFI runs with identity-mapped memory, and so do unit tests, where "physical" addresses are the
 * host's own.
 */
public final class DirectMap {
    /** Where the window of the kernel begins: the bottom of the upper half. */
    public static final long KERNEL_OFFSET = 0xffff_8000_0000_0000L;

    /** Size of the window: physical addresses have at most 46 bits here, an eighth of the upper half. */
    private static final long MOST_MEMORY = 1L << 46;

    private static long offset;

    private DirectMap() {}

    /** Sets the offset from physical to virtual addresses. */
    public static void initialize(long physicalMemoryOffset) {
        offset = physicalMemoryOffset;
    }

    /** The offset from physical to virtual addresses. */
    public static long offset() {
        return offset;
    }

    /** Where a physical address can be reached. */
    public static Address at(PhysAddr address) {
        return Address.of(address.toLong() + offset);
    }

    /** The same as a number. */
    public static VirtAddr virtual(PhysAddr address) {
        return VirtAddr.of(address.toLong() + offset);
    }

    /** The physical address behind an address inside the window. */
    public static PhysAddr physical(Address address) {
        return PhysAddr.of(address.toLong() - offset);
    }

    /** Whether a range of physical addresses, any two values, can be reached in the active address space. */
    public static boolean isMapped(PhysAddr start, long length) {
        long first = start.toLong();
        long end = first + length;
        if (first < 0 || length < 0 || end < 0 || end > MOST_MEMORY) {
            return false;
        }
        PageTable table = PageTable.active();
        for (long page = first & -PageFrame.SIZE; page < end; page += PageFrame.SIZE) {
            if (!table.isMapped(virtual(PhysAddr.of(page)))) {
                return false;
            }
        }
        return true;
    }

    /** A read-only view of physical memory. */
    public static Bytes bytes(PhysAddr start, long length) {
        return Bytes.of(at(start), length);
    }

    /** A read-write view of physical memory. */
    public static MemoryWindow window(PhysAddr start, long length) {
        return MemoryWindow.of(at(start), length);
    }

    /** Clears a frame. */
    public static void clear(PageFrame frame) {
        if (offset == 0) {
            at(frame.start()).fill(PageFrame.SIZE, (byte) 0);
        } else {
            clearPage(at(frame.start()));
        }
    }

    /** Copies a whole frame. */
    public static void copy(PageFrame target, PageFrame source) {
        at(target.start()).copyFrom(at(source.start()), PageFrame.SIZE);
    }

    /**
     * Copies bytes into a frame.
     *
     * @param offset where in the frame
     * @param from where in the source
     * @throws IndexOutOfBoundsException if the range is not inside both
     */
    public static void copyInto(PageFrame frame, long offset, Bytes source, long from, long size) {
        boolean fits = size >= 0 && offset >= 0 && offset <= PageFrame.SIZE - size;
        if (!fits || from < 0 || size > source.length() || from > source.length() - size) {
            throw new IndexOutOfBoundsException(from);
        }
        at(frame.start()).plus(offset).copyFrom(source.start().plus(from), size);
    }

    /**
     * The frame that consists of the 4 KiB at an offset of a view of this window; none if they are not all in the view
     * or are not one frame.
     */
    public static PageFrame frameIn(Bytes view, long offset) {
        long address = view.start().toLong() + offset;
        boolean inside = offset >= 0 && view.length() >= PageFrame.SIZE && offset <= view.length() - PageFrame.SIZE;
        if (!inside || (address & PageFrame.SIZE - 1) != 0) {
            return PageFrame.none();
        }
        return PageFrame.containing(physical(Address.of(address)));
    }

    /** 16 bytes a store: fewer instructions than by {@code rep stosq}. */
    @Asm(
            naked = true,
            value = {
                "pxor %xmm0, %xmm0",
                "leaq 4096(%rdi), %rax",
                "1:",
                ".irp offset, 0, 16, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240",
                "movaps %xmm0, \\offset(%rdi)",
                ".endr",
                "addq $256, %rdi",
                "cmpq %rax, %rdi",
                "jb 1b",
                "ret"
            })
    private static native void clearPage(Address page);
}
