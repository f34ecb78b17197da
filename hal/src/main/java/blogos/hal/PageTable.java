package blogos.hal;

import blogos.aot.api.Address;

/**
 * A four-level page table (Intel SDM volume 3A, section 4.5), reached through the {@link DirectMap}. Rights are decided
 * by the last entry of a walk: the entries above it allow everything, except that those on the way to kernel pages keep
 * programs out.
 *
 * <p>Nothing here allocates on the Java heap except the exceptions. Changes of the rights or the target of a present
 * entry flush the TLB entry of this CPU.
 */
public final class PageTable {
    /** Size of a large page in bytes. */
    public static final long LARGE_SIZE = 2L << 20;

    /** Number of entries in a table. */
    public static final int ENTRIES = 512;

    /** Index in the root of the first entry of the kernel's half. */
    public static final int KERNEL_HALF = 256;

    static final int ROOT_LEVEL = 4;

    private final PageFrame root;

    private PageTable(PageFrame root) {
        this.root = root;
    }

    /** What the walk of a range tells about each page. */
    public interface Visitor {
        /**
         * A page of {@code size} bytes (4 KiB, 2 MiB or 1 GiB) is mapped to {@code target} with {@code flags} of
         * {@link PageFlags}. It may be unmapped here.
         */
        void visit(VirtAddr page, long size, PhysAddr target, long flags);
    }

    /** The table with its root in a frame. */
    public static PageTable at(PageFrame root) {
        return new PageTable(root);
    }

    /** A table without mappings. */
    public static PageTable create(FrameSource frames) {
        return new PageTable(newTable(frames));
    }

    /** The table that the CPU uses now. */
    public static PageTable active() {
        return new PageTable(PageFrame.containing(PhysAddr.of(Cpu.readCr3())));
    }

    /** Frame of the root table. */
    public PageFrame root() {
        return root;
    }

    /** Makes the CPU use this table whenever the running task runs, from now on. It must map kernel and stack. */
    public void activate() {
        Cpu.writeCr3(root.start().toLong());
        ThreadRecord.current().setRootTable(root);
    }

    /** Drops all that the TLB has of this table's lower half. It must be active. */
    void flush() {
        Cpu.writeCr3(root.start().toLong());
    }

    /**
     * Maps a 4 KiB page.
     *
     * @param flags bits of {@link PageFlags}; PRESENT is added
     * @throws IllegalStateException if the page is mapped already
     * @throws OutOfFramesException if a table is needed and no frame is left
     */
    public void map(VirtAddr page, PageFrame frame, long flags, FrameSource frames) {
        requireAligned(page.isAligned(PageFrame.SIZE));
        if (!tryMap(page, frame, flags, frames)) {
            throw new OutOfFramesException("page tables");
        }
    }

    /**
     * Like {@link #map}, but answers false if a table is needed and no frame is left: allocates nothing on the Java
     * heap. Tables that were made on the way stay.
     */
    public boolean tryMap(VirtAddr page, PageFrame frame, long flags, FrameSource frames) {
        return mapEntry(page, 1, frame.start().toLong() | flags | PageFlags.PRESENT, frames);
    }

    /** Maps a 2 MiB page; otherwise like {@link #map}. */
    public void mapLarge(VirtAddr page, PhysAddr target, long flags, FrameSource frames) {
        requireAligned(page.isAligned(LARGE_SIZE) && target.isAligned(LARGE_SIZE));
        if (!mapEntry(page, 2, target.toLong() | flags | PageFlags.LARGE | PageFlags.PRESENT, frames)) {
            throw new OutOfFramesException("page tables");
        }
    }

    /**
     * Maps a range of 4 KiB granularity to contiguous physical memory, with large pages where both addresses allow it.
     *
     * @throws IllegalStateException if a page of it is mapped already
     * @throws OutOfFramesException if a table is needed and no frame is left
     */
    public void mapRange(VirtAddr start, PhysAddr target, long length, long flags, FrameSource frames) {
        long done = 0;
        while (done < length) {
            VirtAddr page = start.plus(done);
            PhysAddr physical = target.plus(done);
            if (length - done >= LARGE_SIZE && page.isAligned(LARGE_SIZE) && physical.isAligned(LARGE_SIZE)) {
                mapLarge(page, physical, flags, frames);
                done += LARGE_SIZE;
            } else {
                map(page, PageFrame.containing(physical), flags, frames);
                done += PageFrame.SIZE;
            }
        }
    }

    /**
     * Unmaps a page of any size by its first address. The frame it was mapped to, or none if it was not mapped. Tables
     * stay.
     */
    public PageFrame unmap(VirtAddr page) {
        Address entry = leaf(page);
        if (entry.isZero()) {
            return PageFrame.none();
        }
        PageFrame frame = target(entry.loadLong());
        entry.storeLong(0);
        Cpu.invalidatePage(page.toLong());
        return frame;
    }

    /**
     * Gives a mapped page other flags.
     *
     * @throws IllegalStateException if it is not mapped
     */
    public void protect(VirtAddr page, long flags) {
        Address entry = leaf(page);
        if (entry.isZero()) {
            throw new IllegalStateException("page 0x" + Long.toHexString(page.toLong()) + " is not mapped");
        }
        long kept = entry.loadLong() & (PageFlags.ADDRESS_MASK | PageFlags.LARGE);
        entry.storeLong(kept | flags | PageFlags.PRESENT);
        Cpu.invalidatePage(page.toLong());
    }

    /**
     * Makes 512 pages of 4 KiB out of the 2 MiB page around an address, with the same target and rights. Nothing happens
     * if there is none.
     *
     * @throws OutOfFramesException if no frame is left for the table
     */
    public void splitLarge(VirtAddr address, FrameSource frames) {
        Address slot = leaf(address);
        if (slot.isZero() || (slot.loadLong() & PageFlags.LARGE) == 0) {
            return;
        }
        long entry = slot.loadLong();
        PageFrame below = newTable(frames);
        for (int i = 0; i < ENTRIES; i++) {
            DirectMap.at(below.start()).storeLong(i * 8L, (entry & ~PageFlags.LARGE) + i * PageFrame.SIZE);
        }
        slot.storeLong(below.start().toLong() | PageFlags.PRESENT | PageFlags.WRITABLE);
        Cpu.invalidatePage(address.toLong());
    }

    /** The entry that maps an address: its flags and target; 0 if the address is not mapped. */
    public long entry(VirtAddr address) {
        Address entry = leaf(address);
        return entry.isZero() ? 0 : entry.loadLong();
    }

    /** Whether an address is mapped in the table that the CPU uses now. */
    static boolean isMappedNow(VirtAddr address) {
        return !leaf(PageFrame.containing(PhysAddr.of(Cpu.readCr3())), address).isZero();
    }

    /** Whether an address is mapped. */
    public boolean isMapped(VirtAddr address) {
        return entry(address) != 0;
    }

    /**
     * The physical address behind a virtual one.
     *
     * @throws IllegalStateException if it is not mapped
     */
    public PhysAddr translate(VirtAddr address) {
        PageFrame table = root;
        for (int level = ROOT_LEVEL; level >= 1; level--) {
            long entry = slot(table, address, level).loadLong();
            if ((entry & PageFlags.PRESENT) == 0) {
                break;
            }
            if (isLeaf(entry, level)) {
                long mask = pageSize(level) - 1;
                return PhysAddr.of((entry & PageFlags.ADDRESS_MASK & ~mask) | (address.toLong() & mask));
            }
            table = target(entry);
        }
        throw new IllegalStateException("address 0x" + Long.toHexString(address.toLong()) + " is not mapped");
    }

    /**
     * Visits the mapped pages that begin in [{@code first}, {@code last}], in ascending order. Both must be canonical
     * and in the same half.
     */
    public void forEachMapping(VirtAddr first, VirtAddr last, Visitor visitor) {
        visitTable(root, ROOT_LEVEL, first.toLong() & -(1L << 48), first.toLong(), last.toLong(), visitor);
    }

    /** Copies the root entries of the kernel's half from another table, so that both share the tables below. */
    public void shareKernelHalf(PageTable other) {
        rootEntry(KERNEL_HALF).copyFrom(other.rootEntry(KERNEL_HALF), (ENTRIES - KERNEL_HALF) * 8L);
    }

    /** Undoes {@link #shareKernelHalf}. A root whose lower half is empty is a frame of zeros then. */
    public void leaveKernelHalf() {
        rootEntry(KERNEL_HALF).fill((ENTRIES - KERNEL_HALF) * 8L, (byte) 0);
    }

    /** Whether a root entry (0 to 511; each spans 512 GiB) has a table. */
    public boolean hasRootEntry(int index) {
        return (rootEntry(index).loadLong() & PageFlags.PRESENT) != 0;
    }

    /**
     * Gives an empty root entry of the kernel's half a table, so that tables which copied the root entries see each
     * other's later mappings under it.
     *
     * @throws OutOfFramesException if no frame is left
     */
    public void fillRootEntry(int index, FrameSource frames) {
        if (index < KERNEL_HALF) {
            throw new IllegalArgumentException("not an entry of the kernel's half");
        }
        if (!hasRootEntry(index)) {
            rootEntry(index).storeLong(newTable(frames).start().toLong() | PageFlags.PRESENT | PageFlags.WRITABLE);
        }
    }

    /** Whether the CPU uses this table now. On the host none is. */
    public boolean isActive() {
        return DirectMap.offset() != 0 && root.isSame(PageFrame.containing(PhysAddr.of(Cpu.readCr3())));
    }

    private Address rootEntry(int index) {
        if (index < 0 || index >= ENTRIES) {
            throw new IndexOutOfBoundsException(index);
        }
        return DirectMap.at(root.start()).plus(index * 8L);
    }

    /** Writes the entry of a page; false if there is no frame for a table on the way. */
    private boolean mapEntry(VirtAddr page, int leafLevel, long value, FrameSource frames) {
        PageFrame table = root;
        for (int level = ROOT_LEVEL; level > leafLevel; level--) {
            Address slot = slot(table, page, level);
            long entry = slot.loadLong();
            if ((entry & PageFlags.PRESENT) == 0) {
                PageFrame below = frames.allocateZeroedFrame();
                if (below.isNone()) {
                    return false;
                }
                entry = below.start().toLong() | PageFlags.PRESENT | PageFlags.WRITABLE | (value & PageFlags.USER);
                slot.storeLong(entry);
            } else if (isLeaf(entry, level)) {
                throw alreadyMapped(page);
            }
            table = target(entry);
        }
        Address slot = slot(table, page, leafLevel);
        if ((slot.loadLong() & PageFlags.PRESENT) != 0) {
            throw alreadyMapped(page);
        }
        slot.storeLong(value);
        return true;
    }

    private static IllegalStateException alreadyMapped(VirtAddr page) {
        return new IllegalStateException("page 0x" + Long.toHexString(page.toLong()) + " is mapped already");
    }

    private static void requireAligned(boolean aligned) {
        if (!aligned) {
            throw new IllegalArgumentException("address is not a multiple of the page size");
        }
    }

    private static PageFrame newTable(FrameSource frames) {
        PageFrame frame = frames.allocateZeroedFrame();
        if (frame.isNone()) {
            throw new OutOfFramesException("page tables");
        }
        return frame;
    }

    /** Where the entry that maps an address is, or address 0. */
    private Address leaf(VirtAddr address) {
        return leaf(root, address);
    }

    private static Address leaf(PageFrame root, VirtAddr address) {
        PageFrame table = root;
        for (int level = ROOT_LEVEL; level >= 1; level--) {
            Address slot = slot(table, address, level);
            long entry = slot.loadLong();
            if ((entry & PageFlags.PRESENT) == 0) {
                return Address.zero();
            }
            if (isLeaf(entry, level)) {
                return slot;
            }
            table = target(entry);
        }
        return Address.zero();
    }

    private static void visitTable(PageFrame table, int level, long base, long first, long last, Visitor visitor) {
        long size = pageSize(level);
        for (int i = 0; i < ENTRIES; i++) {
            long start = canonical(base + i * size);
            if (Long.compareUnsigned(start + size - 1, first) < 0) {
                continue;
            }
            if (Long.compareUnsigned(start, last) > 0) {
                return;
            }
            long entry = DirectMap.at(table.start()).loadLong(i * 8L);
            if ((entry & PageFlags.PRESENT) == 0) {
                continue;
            }
            if (!isLeaf(entry, level)) {
                visitTable(target(entry), level - 1, start, first, last, visitor);
            } else if (Long.compareUnsigned(start, first) >= 0) {
                PhysAddr physical = PhysAddr.of(entry & PageFlags.ADDRESS_MASK & -size);
                visitor.visit(VirtAddr.of(start), size, physical, entry & ~PageFlags.ADDRESS_MASK);
            }
        }
    }

    private static long canonical(long address) {
        return address << 16 >> 16;
    }

    private static boolean isLeaf(long entry, int level) {
        return level == 1 || (entry & PageFlags.LARGE) != 0;
    }

    static PageFrame target(long entry) {
        return PageFrame.containing(PhysAddr.of(entry & PageFlags.ADDRESS_MASK));
    }

    /** Bytes that one entry of a level spans. */
    static long pageSize(int level) {
        return 1L << (3 + 9 * level);
    }

    static Address slot(PageFrame table, VirtAddr address, int level) {
        return DirectMap.at(table.start()).plus(address.tableIndex(level) * 8L);
    }
}
