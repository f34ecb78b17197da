package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.runtime.ArrayMemory;

/**
 * Access to a program's memory on its behalf. Nothing here trusts the address: every page is looked up in the program's
 * page table with the rights that the program itself has, and reached through the {@link DirectMap}. What is not there
 * yet, the {@link Pager} brings. So no access faults, the address space need not be active, and SMAP stays on.
 *
 * <p>Preemption is off while the bytes of one page are copied, and on between pages: a copy can stop in the middle
 * because somebody unmapped the rest.
 */
public final class UserMemory {
    private UserMemory() {}

    /** Makes pages present. */
    public interface Pager {
        /**
         * The program (or the kernel on its behalf) needs a page. Answers whether it is there now, with the rights that
         * the access needs.
         */
        boolean pageIn(long address, boolean writable);
    }

    /**
     * Whether a program may read (and with {@code writable} also write) all bytes of a range. An empty range must begin
     * in the program's half.
     */
    public static boolean isAccessible(PageTable table, Pager pager, long start, long length, boolean writable) {
        if (!VirtAddr.isUserRange(start, length)) {
            return false;
        }
        long end = start + length;
        for (long page = start & -PageFrame.SIZE; page < end; page += PageFrame.SIZE) {
            if (!isPermitted(table.entry(VirtAddr.of(page)), writable) && !pager.pageIn(page, writable)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies from a program into an array.
     *
     * @return whether the program may read the range; if not, an unknown part was copied
     */
    public static boolean copyIn(PageTable table, Pager pager, long start, byte[] target, int from, int length) {
        checkArray(target, from, length);
        if (!VirtAddr.isUserRange(start, length)) {
            return false;
        }
        for (int done = 0; done < length; ) {
            int count = toPageEnd(start + done, length - done);
            Address place = open(table, pager, start + done, false);
            if (place.isZero()) {
                return false;
            }
            toArray(place, target, from + done, count);
            Preemption.enable();
            done += count;
        }
        return true;
    }

    /**
     * Copies from an array to a program.
     *
     * @return whether the program may write the range; if not, an unknown part was copied
     */
    public static boolean copyOut(PageTable table, Pager pager, long start, byte[] source, int from, int length) {
        checkArray(source, from, length);
        if (!VirtAddr.isUserRange(start, length)) {
            return false;
        }
        for (int done = 0; done < length; ) {
            int count = toPageEnd(start + done, length - done);
            Address place = open(table, pager, start + done, true);
            if (place.isZero()) {
                return false;
            }
            fromArray(place, source, from + done, count);
            Preemption.enable();
            done += count;
        }
        return true;
    }

    /** Copies from a program to an offset of other memory; otherwise like the copy into an array. */
    public static boolean copyIn(
            PageTable table, Pager pager, long start, MemoryWindow target, long offset, long length) {
        return copy(table, pager, start, target, offset, length, false);
    }

    /** Copies from an offset of other memory to a program; otherwise like the copy from an array. */
    public static boolean copyOut(
            PageTable table, Pager pager, long start, MemoryWindow source, long offset, long length) {
        return copy(table, pager, start, source, offset, length, true);
    }

    private static boolean copy(
            PageTable table, Pager pager, long start, MemoryWindow window, long offset, long length, boolean out) {
        Address other = window.place(offset, length);
        if (!VirtAddr.isUserRange(start, length)) {
            return false;
        }
        for (long done = 0; done < length; ) {
            int count = toPageEnd(start + done, length - done);
            Address place = open(table, pager, start + done, out);
            if (place.isZero()) {
                return false;
            }
            if (out) {
                place.copyFrom(other.plus(done), count);
            } else {
                other.plus(done).copyFrom(place, count);
            }
            Preemption.enable();
            done += count;
        }
        return true;
    }

    /**
     * Where a byte of the program is, with preemption off so that it stays there; address 0 with preemption on if the
     * program may not access it.
     */
    private static Address open(PageTable table, Pager pager, long address, boolean writable) {
        Preemption.disable();
        long entry = table.entry(VirtAddr.of(address));
        while (!isPermitted(entry, writable)) {
            Preemption.enable();
            if (!pager.pageIn(address, writable)) {
                return Address.zero();
            }
            Preemption.disable();
            entry = table.entry(VirtAddr.of(address));
        }
        return DirectMap.at(PageTable.target(entry).start()).plus(address & PageFrame.SIZE - 1);
    }

    private static boolean isPermitted(long entry, boolean writable) {
        long needed = PageFlags.PRESENT | PageFlags.USER | (writable ? PageFlags.WRITABLE : 0);
        return (entry & needed) == needed;
    }

    private static void checkArray(byte[] array, int from, int length) {
        if (from < 0 || length < 0 || from > array.length - length) {
            throw new IndexOutOfBoundsException(from);
        }
    }

    private static int toPageEnd(long start, long rest) {
        return (int) Math.min(rest, PageFrame.SIZE - (start & PageFrame.SIZE - 1));
    }

    /** On a machine as one block; in unit tests arrays have no address. */
    private static void toArray(Address place, byte[] target, int from, int count) {
        if (DirectMap.offset() == 0) {
            place.copyTo(target, from, count);
        } else {
            ArrayMemory.of(target, from).copyFrom(place, count);
        }
    }

    private static void fromArray(Address place, byte[] source, int from, int count) {
        if (DirectMap.offset() == 0) {
            place.copyFrom(source, from, count);
        } else {
            place.copyFrom(ArrayMemory.of(source, from), count);
        }
    }
}
