package blogos.hal;

import blogos.aot.api.Address;

/**
 * Access to a program's memory on its behalf. Nothing here trusts the address: every page is looked up in the program's
 * page table with the rights that the program itself has, and reached through the {@link DirectMap}. So no access
 * faults, the address space need not be active, and SMAP stays on. Interrupts are off or the address space is otherwise
 * kept from changing meanwhile.
 */
public final class UserMemory {
    private UserMemory() {}

    /**
     * Whether a program may read (and with {@code writable} also write) all bytes of a range. An empty range must begin
     * in the program's half.
     */
    public static boolean isAccessible(PageTable table, long start, long length, boolean writable) {
        if (!VirtAddr.isUserRange(start, length)) {
            return false;
        }
        long end = start + length;
        for (long page = start & -PageFrame.SIZE; page < end; page += PageFrame.SIZE) {
            if (!isPermitted(table.entry(VirtAddr.of(page)), writable)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies from a program into an array.
     *
     * @return whether the program may read the range; if not, nothing was copied
     */
    public static boolean copyIn(PageTable table, long start, byte[] target, int from, int length) {
        checkArray(target, from, length);
        if (!isAccessible(table, start, length, false)) {
            return false;
        }
        for (int done = 0; done < length; ) {
            int count = toPageEnd(start + done, length - done);
            place(table, start + done).copyTo(target, from + done, count);
            done += count;
        }
        return true;
    }

    /**
     * Copies from an array to a program.
     *
     * @return whether the program may write the range; if not, nothing was copied
     */
    public static boolean copyOut(PageTable table, long start, byte[] source, int from, int length) {
        checkArray(source, from, length);
        if (!isAccessible(table, start, length, true)) {
            return false;
        }
        for (int done = 0; done < length; ) {
            int count = toPageEnd(start + done, length - done);
            place(table, start + done).copyFrom(source, from + done, count);
            done += count;
        }
        return true;
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

    private static int toPageEnd(long start, int rest) {
        return (int) Math.min(rest, PageFrame.SIZE - (start & PageFrame.SIZE - 1));
    }

    private static Address place(PageTable table, long start) {
        return DirectMap.at(table.translate(VirtAddr.of(start)));
    }
}
