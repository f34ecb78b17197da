package blogos.kernel.memory;

import blogos.aot.runtime.Poll;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFrame;
import blogos.hal.Preemption;
import blogos.hal.VirtAddr;

/**
 * The allocator of kernel stacks: a region of equal slots, each a guard page that is never mapped and the stack above
 * it. So an overflow runs into the guard page of its own slot, and an address tells by its place which stack it is
 * about. Slots are numbered from 0 as they are needed. Any task may call; interrupt handlers may only ask.
 *
 * <p>The last few stacks that were freed stay mapped: the next task gets one of them without any work.
 */
public final class KernelStacks {
    /** Number of slots. */
    public static final int SLOTS = 16_384;

    /** Size of a slot in bytes. */
    public static final long SLOT_SIZE = 32 * PageFrame.SIZE;

    /** Usable size of a stack in bytes. */
    public static final long STACK_SIZE = SLOT_SIZE - PageFrame.SIZE;

    /** How many freed stacks stay mapped. */
    public static final int MOST_CACHED = 32;

    private static final int FIRST_CAPACITY = 64;
    private static final int NONE = -1;
    private static final int USED = -2;

    private final PageTables pageTables;
    private final VirtAddr start;

    /** For each slot in a list the next one there, or {@link #NONE}; for others {@link #USED}. */
    private int[] next = new int[FIRST_CAPACITY];

    private int slots;
    private int firstFree = NONE;
    private int firstCached = NONE;
    private int cachedCount;
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
     * Gives a stack, with undefined contents.
     *
     * @return its slot, for {@link #top} and {@link #free}
     * @throws OutOfFramesException if frames or slots are used up
     */
    public int allocate() {
        int slot = takeCached();
        if (slot != NONE) {
            return slot;
        }
        slot = takeUnmapped();
        if (slot == NONE || !pageTables.mapData(bottom(slot), STACK_SIZE, FrameKind.KERNEL_STACK)) {
            if (slot != NONE) {
                giveUnmapped(slot);
            }
            throw new OutOfFramesException("a kernel stack");
        }
        return slot;
    }

    /**
     * Gives a stack back. It must not be in use.
     *
     * @throws IllegalStateException if it is free
     */
    public void free(int slot) {
        Preemption.disable();
        boolean wasUsed = isUsed(slot);
        boolean cache = wasUsed && cachedCount < MOST_CACHED;
        if (cache) {
            next[slot] = firstCached;
            firstCached = slot;
            cachedCount++;
            usedCount--;
        }
        Preemption.enable();
        if (!wasUsed) {
            throw new IllegalStateException("kernel stack " + slot + " is free already");
        }
        if (!cache) {
            pageTables.unmapData(bottom(slot), STACK_SIZE, FrameKind.KERNEL_STACK);
            giveUnmapped(slot);
        }
    }

    /** Gives the memory of the freed stacks back that are still mapped. */
    public void trim() {
        for (int slot = takeCached(); slot != NONE; slot = takeCached()) {
            pageTables.unmapData(bottom(slot), STACK_SIZE, FrameKind.KERNEL_STACK);
            giveUnmapped(slot);
        }
    }

    /** Number of stacks in use. */
    public int usedCount() {
        return usedCount;
    }

    /** Number of freed stacks that are still mapped. */
    public int cachedCount() {
        return cachedCount;
    }

    /** Address above a stack's highest byte. */
    public VirtAddr top(int slot) {
        return start.plus((slot + 1) * SLOT_SIZE);
    }

    /** A stack's lowest byte. */
    public VirtAddr bottom(int slot) {
        return guardPage(slot).plus(PageFrame.SIZE);
    }

    /** What code that runs on a stack has as its poll limit: above the reserve that throwing an overflow needs. */
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

    /** Whether a slot holds a stack that was given. */
    public boolean isUsed(int slot) {
        return slot >= 0 && slot < slots && next[slot] == USED;
    }

    private int takeCached() {
        Preemption.disable();
        int slot = firstCached;
        if (slot != NONE) {
            firstCached = next[slot];
            next[slot] = USED;
            cachedCount--;
            usedCount++;
        }
        Preemption.enable();
        return slot;
    }

    private int takeUnmapped() {
        Preemption.disable();
        while (firstFree == NONE && slots == next.length && slots < SLOTS) {
            Preemption.enable();
            grow();
            Preemption.disable();
        }
        int slot = firstFree;
        if (slot != NONE) {
            firstFree = next[slot];
        } else if (slots < SLOTS) {
            slot = slots;
            slots++;
        }
        if (slot != NONE) {
            next[slot] = USED;
            usedCount++;
        }
        Preemption.enable();
        return slot;
    }

    private void giveUnmapped(int slot) {
        Preemption.disable();
        next[slot] = firstFree;
        firstFree = slot;
        usedCount--;
        Preemption.enable();
    }

    /** Doubles the table. The new one is made with preemption on; meanwhile somebody else may have done the same. */
    private void grow() {
        int capacity = Math.min(2 * next.length, SLOTS);
        int[] larger = new int[capacity];
        Preemption.disable();
        if (next.length < capacity) {
            System.arraycopy(next, 0, larger, 0, slots);
            next = larger;
        }
        Preemption.enable();
    }
}
