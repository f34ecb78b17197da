package blogos.kernel.memory;

import blogos.aot.runtime.Poll;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFrame;
import blogos.hal.VirtAddr;

/**
 * The allocator of kernel stacks: a region of equal slots, each a guard page that is never mapped and the stack above
 * it. So an overflow runs into the guard page of its own slot, and an address tells by its place which stack it is
 * about.
 */
public final class KernelStacks {
    /** Number of slots. */
    public static final int SLOTS = 2048;

    /** Size of a slot in bytes. */
    public static final long SLOT_SIZE = 32 * PageFrame.SIZE;

    /** Usable size of a stack in bytes. */
    public static final long STACK_SIZE = SLOT_SIZE - PageFrame.SIZE;

    private final PageTables pageTables;
    private final VirtAddr start;
    private final boolean[] used = new boolean[SLOTS];
    private int usedCount;

    /**
     * Takes the region.
     *
     * @throws IllegalStateException if there is no room for it
     */
    public KernelStacks(AllocKernelInfo alloc) {
        this.pageTables = alloc.pageTables();
        this.start = alloc.regions().allocate(SLOTS * SLOT_SIZE);
        if (start.toLong() == 0) {
            throw new IllegalStateException("no virtual addresses are left for kernel stacks");
        }
    }

    /**
     * Maps a stack.
     *
     * @return its slot, for {@link #top} and {@link #free}
     * @throws OutOfFramesException if frames or slots are used up
     */
    public int allocate() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (!used[slot]) {
                if (!pageTables.mapData(bottom(slot), STACK_SIZE)) {
                    break;
                }
                used[slot] = true;
                usedCount++;
                return slot;
            }
        }
        throw new OutOfFramesException("a kernel stack");
    }

    /** Unmaps a stack and frees its memory. It must not be in use. */
    public void free(int slot) {
        if (!used[slot]) {
            throw new IllegalStateException("kernel stack " + slot + " is free already");
        }
        used[slot] = false;
        usedCount--;
        pageTables.unmapData(bottom(slot), STACK_SIZE);
    }

    /** Number of stacks in use. */
    public int usedCount() {
        return usedCount;
    }

    /** Address above a stack's highest byte. */
    public VirtAddr top(int slot) {
        return start.plus((slot + 1) * SLOT_SIZE);
    }

    /** Address of a stack's lowest byte. */
    public VirtAddr bottom(int slot) {
        return guardPage(slot).plus(PageFrame.SIZE);
    }

    /** Poll limit of code that runs on a stack. */
    public VirtAddr limit(int slot) {
        return bottom(slot).plus(Poll.RESERVE);
    }

    /** The page under a stack, which is never mapped. */
    public VirtAddr guardPage(int slot) {
        return start.plus(slot * SLOT_SIZE);
    }

    /** Slot around an address; -1 if it is not an address of this region. */
    public int slotOf(long address) {
        long offset = address - start.toLong();
        return offset >= 0 && offset < SLOTS * SLOT_SIZE ? (int) (offset / SLOT_SIZE) : -1;
    }

    /** Whether an address lies in a guard page. */
    public boolean isGuardPage(long address) {
        int slot = slotOf(address);
        return slot >= 0 && address - guardPage(slot).toLong() < PageFrame.SIZE;
    }

    /** Whether a slot holds a stack. */
    public boolean isUsed(int slot) {
        return used[slot];
    }
}
