package blogos.kernel.memory;

import blogos.aot.api.Bytes;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.Preemption;
import blogos.hal.UserMemory;
import blogos.hal.UserPages;
import blogos.hal.VirtAddr;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;

/**
 * The memory of a program: a lower half of its own, and the upper half that it shares with the kernel and cannot touch.
 *
 * <p>The lower half consists of areas. An area says what a program may do with a range of addresses and what it finds
 * there; frames and page tables come when a page is touched ({@link #fault}). What a program was given it can use: for
 * every page that it may write a frame is promised, so memory that runs out is an error of the call that asks for more.
 * The exceptions are its stack, of which only what is touched counts, and page tables.
 *
 * <p>Page faults and copies may come from any task. Mapping, unmapping and the end are for one task at a time, the
 * program's own. Faults, mapping and unmapping allocate nothing on the Java heap, once there were as many areas before.
 */
public final class AddressSpace implements UserMemory.Pager {
    /** Lowest address that can be mapped: what is below are null pointers. */
    public static final long LOWEST = 0x1_0000;

    /** Size in bytes of what is never mapped below the stack. */
    public static final long GUARD_SIZE = 0x1_0000;

    private final FrameAllocator frames;
    private final UserPages pages;
    private final PageSupply supply;
    private final AreaList areas = new AreaList();
    private boolean destroyed;

    private AddressSpace(PageTable table, FrameAllocator frames) {
        this.frames = frames;
        this.pages = new UserPages(table, frames, frames, frame -> frames.free(frame, FrameKind.USER));
        this.supply = new PageSupply(pages, frames);
    }

    /**
     * An address space with an empty lower half.
     *
     * @throws OutOfFramesException if no frame is left
     */
    public static AddressSpace create() {
        AllocKernelInfo alloc = AllocKernelInfo.get();
        PageTable table = PageTable.create(alloc.frames());
        table.shareKernelHalf(alloc.pageTables().table());
        return new AddressSpace(table, alloc.frames());
    }

    /** Bytes of memory that it has in use; what it shares with files included. */
    public long residentBytes() {
        return pages.mapped() << PageFrame.SHIFT;
    }

    /** Its page table. */
    public PageTable pageTable() {
        return pages.table();
    }

    /**
     * Adds an area of zeros where nothing is.
     *
     * @param start a multiple of the page size
     * @param length in bytes, rounded up to pages
     * @param protection bits of {@link Protection}
     * @return 0, or the result for an {@link IoError}: INVALID_ARGUMENT if the range is not the program's to use or the
     *     protection is none; OUT_OF_MEMORY if something is there or memory is used up
     */
    public long mapZeros(AreaKind kind, long start, long length, int protection) {
        long end = endOf(start, length);
        if (end == 0 || !Protection.isValid(protection)) {
            return IoError.toResult(IoError.INVALID_ARGUMENT);
        }
        if (!areas.makeRoom(1)) {
            return IoError.toResult(IoError.OUT_OF_MEMORY);
        }
        Preemption.disable();
        boolean possible = areas.isFree(start, end);
        if (possible) {
            Area area = areas.insert(start);
            area.set(kind, start, end, protection);
            possible = promiseOrRemove(area);
        }
        Preemption.enable();
        return possible ? 0 : IoError.toResult(IoError.OUT_OF_MEMORY);
    }

    /**
     * Adds a segment of a file where nothing is. Its first page may begin before the segment.
     *
     * @param file the whole file; must stay mapped as long as this address space
     * @param offset where in the file the segment's bytes begin
     * @param fileLength how many they are
     * @param start address of the first one
     * @param memoryLength size of the segment; beyond {@code fileLength} it is zero
     * @return as {@link #mapZeros} does
     */
    public long mapFile(Bytes file, long offset, long fileLength, long start, long memoryLength, int protection) {
        long first = start & -PageFrame.SIZE;
        long end = endOf(first, memoryLength + (start - first));
        boolean inFile = offset >= 0 && fileLength >= 0 && offset <= file.length() - fileLength;
        if (end == 0 || !Protection.isValid(protection) || !inFile || fileLength > memoryLength) {
            return IoError.toResult(IoError.INVALID_ARGUMENT);
        }
        if (!areas.makeRoom(1)) {
            return IoError.toResult(IoError.OUT_OF_MEMORY);
        }
        Preemption.disable();
        boolean possible = areas.isFree(first, end);
        if (possible) {
            Area area = areas.insert(first);
            area.setFile(file, first, end, protection);
            area.fileBase = start - offset;
            area.fileStart = start;
            area.fileEnd = start + fileLength;
            area.zeroTail = memoryLength > fileLength;
            possible = promiseOrRemove(area);
        }
        Preemption.enable();
        return possible ? 0 : IoError.toResult(IoError.OUT_OF_MEMORY);
    }

    /**
     * Adds a stack, and under it a guard that is never mapped.
     *
     * @param bottom its lowest address, a multiple of the page size
     * @param top address above its highest byte
     * @return as {@link #mapZeros} does
     */
    public long mapStack(long bottom, long top) {
        long result = mapZeros(AreaKind.GUARD, bottom - GUARD_SIZE, GUARD_SIZE, Protection.NONE);
        return result != 0
                ? result
                : mapZeros(AreaKind.STACK, bottom, top - bottom, Protection.READ | Protection.WRITE);
    }

    /**
     * Finds a place for an area of zeros and adds it: {@code mmap}.
     *
     * @param wish where it is to be if nothing is there, a multiple of the page size; 0 for no wish
     * @param length in bytes, rounded up to pages
     * @param protection bits of {@link Protection}
     * @return its first address, or the result for an {@link IoError} as from {@link #mapZeros}
     */
    public long map(long wish, long length, long protection) {
        boolean sensible = length > 0 && (wish & PageFrame.SIZE - 1) == 0 && Protection.isValid(protection);
        if (!sensible) {
            return IoError.toResult(IoError.INVALID_ARGUMENT);
        }
        if (length > VirtAddr.USER_END) {
            return IoError.toResult(IoError.OUT_OF_MEMORY);
        }
        long size = length + PageFrame.SIZE - 1 & -PageFrame.SIZE;
        long end = endOf(wish, size);
        long start = end != 0 && areas.isFree(wish, end) ? wish : areas.findGap(size, LOWEST, VirtAddr.USER_END);
        if (start == 0) {
            return IoError.toResult(IoError.OUT_OF_MEMORY);
        }
        long result = mapZeros(AreaKind.ANONYMOUS, start, size, (int) protection);
        return result == 0 ? start : result;
    }

    /**
     * Takes away whatever is in a range: {@code munmap}.
     *
     * @param start a multiple of the page size
     * @param length in bytes, rounded up to pages
     * @return 0, or the result for an {@link IoError}: INVALID_ARGUMENT if the range is not the program's, OUT_OF_MEMORY
     *     if there would be too many areas
     */
    public long unmap(long start, long length) {
        boolean sensible = (start & PageFrame.SIZE - 1) == 0 && length > 0 && VirtAddr.isUserRange(start, length);
        if (!sensible) {
            return IoError.toResult(IoError.INVALID_ARGUMENT);
        }
        if (!areas.makeRoom(2)) {
            return IoError.toResult(IoError.OUT_OF_MEMORY);
        }
        long end = start + length + PageFrame.SIZE - 1 & -PageFrame.SIZE;
        Preemption.disable();
        areas.split(start);
        areas.split(end);
        for (int i = areas.firstAbove(start); i < areas.count() && areas.get(i).start < end; i++) {
            areas.get(i).leaving = true;
        }
        Preemption.enable();
        removeAreas(start, end);
        return 0;
    }

    /**
     * A program's page fault. If the program may do what it tried, its page is there afterwards.
     *
     * @return {@link FaultKind#RESOLVED}, or what is wrong
     */
    public FaultKind fault(long address, boolean writing, boolean executing) {
        if (!VirtAddr.of(address).isUser()) {
            return FaultKind.KERNEL_ADDRESS;
        }
        Preemption.disable();
        Area area = areas.find(address);
        FaultKind problem = problemOf(area, address, writing, executing);
        if (problem == FaultKind.RESOLVED) {
            long page = address & -PageFrame.SIZE;
            if (!pages.table().isMapped(VirtAddr.of(page)) && !supply.supply(area, page)) {
                problem = FaultKind.OUT_OF_MEMORY;
            }
        }
        Preemption.enable();
        return problem;
    }

    @Override
    public boolean pageIn(long address, boolean writable) {
        return fault(address, writable, false) == FaultKind.RESOLVED;
    }

    /** Whether the program may read all of a range. Brings its pages in. */
    public boolean isUserReadable(long start, long length) {
        return UserMemory.isAccessible(pages.table(), this, start, length, false);
    }

    /** Whether the program may write all of a range. Brings its pages in. */
    public boolean isUserWritable(long start, long length) {
        return UserMemory.isAccessible(pages.table(), this, start, length, true);
    }

    /** Number of areas. */
    public int areaCount() {
        return areas.count();
    }

    /** Makes this the address space of the CPU. */
    public void activate() {
        pages.table().activate();
    }

    /** Makes the CPU use the kernel's own tables, which have no lower half. */
    public static void activateKernel() {
        AllocKernelInfo.get().pageTables().table().activate();
    }

    /** Gives all of it back. If it is active, the kernel's own tables take its place. May be called again. */
    public void destroy() {
        if (destroyed) {
            return;
        }
        destroyed = true;
        if (pages.table().isActive()) {
            activateKernel();
        }
        removeAreas(0, VirtAddr.USER_END);
        pages.table().leaveKernelHalf();
        frames.free(pages.table().root());
    }

    /** End of a range that a program may use, rounded up to pages; 0 if it may not. */
    private static long endOf(long start, long length) {
        boolean sensible = start >= LOWEST
                && (start & PageFrame.SIZE - 1) == 0
                && length > 0
                && VirtAddr.isUserRange(start, length);
        return sensible ? start + length + PageFrame.SIZE - 1 & -PageFrame.SIZE : 0;
    }

    /** Sees to it that a new area can be used, and joins it with its neighbours; otherwise takes it out again. */
    private boolean promiseOrRemove(Area area) {
        long start = area.start;
        if (area.promised && !frames.promise(area.pages())) {
            areas.remove(areas.firstAbove(start));
            return false;
        }
        areas.join(start);
        return true;
    }

    /** Why a program may not do what it tried; {@link FaultKind#RESOLVED} if it may. */
    private static FaultKind problemOf(Area area, long address, boolean writing, boolean executing) {
        if (area == null || area.leaving) {
            return address < LOWEST ? FaultKind.NULL_POINTER : FaultKind.NOT_MAPPED;
        }
        if (area.kind == AreaKind.GUARD) {
            return FaultKind.STACK_OVERFLOW;
        }
        if (area.protection == Protection.NONE) {
            return FaultKind.NO_ACCESS;
        }
        if (writing && !area.isWritable()) {
            return FaultKind.READ_ONLY;
        }
        return executing && !area.isExecutable() ? FaultKind.NOT_EXECUTABLE : FaultKind.RESOLVED;
    }

    /** Unmaps and removes the areas that begin in a range, a few hundred pages at a time. */
    private void removeAreas(long start, long end) {
        boolean more = true;
        while (more) {
            Preemption.disable();
            int index = areas.firstAbove(start);
            more = index < areas.count() && areas.get(index).start < end;
            if (more) {
                Area area = areas.get(index);
                long first = area.start;
                long next = pages.unmap(first, area.end, areas.endBefore(first), areas.startBehind(area.end));
                if (area.promised) {
                    frames.forget((next - first >>> PageFrame.SHIFT) - pages.freed());
                }
                if (next == area.end) {
                    areas.remove(index);
                } else {
                    area.start = next;
                }
            }
            Preemption.enable();
        }
    }
}
