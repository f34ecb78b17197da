package blogos.kernel.memory;

import blogos.hal.PageFrame;
import blogos.hal.VirtAddr;
import java.util.Arrays;

/**
 * The areas of an address space, sorted by address, without overlaps. Areas that are no longer used are kept for the
 * next: adding, splitting and removing allocate nothing on the Java heap after {@link #makeRoom}.
 *
 * <p>The owner keeps preemption off during a call, except that of {@link #makeRoom}.
 */
final class AreaList {
    /** Most areas of an address space. */
    static final int MOST = 65_536;

    private static final int FIRST_CAPACITY = 16;

    private Area[] areas = new Area[FIRST_CAPACITY];
    private int count;

    /** Areas beyond {@code count} that are there to be used. */
    private int spare;

    int count() {
        return count;
    }

    Area get(int index) {
        return areas[index];
    }

    /** Sees to it that a number of areas can be added. False if there would be too many. */
    boolean makeRoom(int more) {
        int needed = count + more;
        if (needed > MOST) {
            return false;
        }
        if (needed > areas.length) {
            areas = Arrays.copyOf(areas, 2 * areas.length);
        }
        while (count + spare < needed) {
            areas[count + spare] = new Area();
            spare++;
        }
        return true;
    }

    /** Index of the first area that ends above an address; {@link #count} if there is none. */
    int firstAbove(long address) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (areas[middle].end > address) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The area around an address; null if there is none. */
    Area find(long address) {
        int index = firstAbove(address);
        return index < count && areas[index].start <= address ? areas[index] : null;
    }

    /** Whether no area has a part in a range. */
    boolean isFree(long start, long end) {
        int index = firstAbove(start);
        return index == count || areas[index].start >= end;
    }

    /** Start of the highest free range of a size between two addresses; 0 if there is none. */
    long findGap(long size, long lowest, long below) {
        long end = below;
        for (int i = firstAbove(below - 1); i >= 0; i--) {
            long floor = i == 0 ? lowest : areas[i - 1].end;
            if (i < count) {
                end = Math.min(end, areas[i].start);
            }
            if (end - floor >= size) {
                return end - size;
            }
        }
        return 0;
    }

    /** An area for a range that is free, to be set by the caller. Room has been made. */
    Area insert(long start) {
        int index = firstAbove(start);
        Area area = areas[count];
        System.arraycopy(areas, index, areas, index + 1, count - index);
        areas[index] = area;
        count++;
        spare--;
        return area;
    }

    /** Joins the area at an address with its neighbours where they are as good as one. */
    void join(long address) {
        int index = firstAbove(address);
        if (index + 1 < count && areas[index].continuesIn(areas[index + 1])) {
            areas[index].end = areas[index + 1].end;
            remove(index + 1);
        }
        if (index > 0 && index < count && areas[index - 1].continuesIn(areas[index])) {
            areas[index - 1].end = areas[index].end;
            remove(index);
        }
    }

    /** Makes an address a border, if there is an area around it. Room has been made. */
    void split(long address) {
        Area lower = find(address);
        if (lower != null && lower.start < address) {
            long start = lower.start;
            Area upper = areas[count];
            int index = firstAbove(start) + 1;
            System.arraycopy(areas, index, areas, index + 1, count - index);
            areas[index] = upper;
            upper.splitFrom(lower, address);
            count++;
            spare--;
        }
    }

    /** Removes an area, which becomes a spare one. */
    void remove(int index) {
        Area area = areas[index];
        count--;
        spare++;
        System.arraycopy(areas, index + 1, areas, index, count - index);
        areas[count] = area;
        area.file = null;
    }

    /** Address up to which nothing is mapped below an address: the end of the area before it. */
    long endBefore(long address) {
        int index = firstAbove(address);
        return index == 0 ? 0 : areas[index - 1].end;
    }

    /** Address up to which nothing is mapped above an address: the start of the area behind it. */
    long startBehind(long address) {
        int index = firstAbove(address);
        return index == count ? VirtAddr.USER_END + PageFrame.SIZE : areas[index].start;
    }
}
