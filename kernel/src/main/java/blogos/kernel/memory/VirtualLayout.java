package blogos.kernel.memory;

import blogos.hal.PageTable;
import blogos.hal.VirtAddr;

/**
 * Which virtual addresses of the kernel's half the boot loader left unmapped: a run of root page table entries, 512 GiB
 * each, for heap, stacks and whatever else needs addresses.
 */
public final class VirtualLayout {
    /**
     * Entries that are used at most: 2 TiB of addresses. Each gets a page table, so that all address spaces share what
     * is mapped under it.
     */
    private static final int MOST_ENTRIES = 4;

    private static final int ENTRY_SHIFT = 39;

    private final int firstEntry;
    private final int entries;

    private VirtualLayout(int firstEntry, int entries) {
        this.firstEntry = firstEntry;
        this.entries = entries;
    }

    /**
     * Finds the first run of unused root entries in the kernel's half.
     *
     * @throws IllegalStateException if there is none
     */
    public static VirtualLayout discover(PageTable table) {
        int first = PageTable.KERNEL_HALF;
        while (first < PageTable.ENTRIES && table.hasRootEntry(first)) {
            first++;
        }
        int end = first;
        while (end < PageTable.ENTRIES && end - first < MOST_ENTRIES && !table.hasRootEntry(end)) {
            end++;
        }
        if (first == end) {
            throw new IllegalStateException("no virtual addresses are left for the kernel");
        }
        return new VirtualLayout(first, end - first);
    }

    /** Index of the first root entry. */
    public int firstEntry() {
        return firstEntry;
    }

    /** Number of root entries. */
    public int entries() {
        return entries;
    }

    /** First address. */
    public VirtAddr start() {
        return addressOf(firstEntry);
    }

    /** Address behind the last. */
    public VirtAddr end() {
        return addressOf(firstEntry + entries);
    }

    private static VirtAddr addressOf(int entry) {
        return VirtAddr.of((long) entry << ENTRY_SHIFT | -1L << ENTRY_SHIFT + 9);
    }
}
