package blogos.dwarf;

import static blogos.dwarf.Dwarf.*;

import java.util.Arrays;

/**
 * One list of code ranges. DWARF 5 section 2.17.3 ({@code .debug_rnglists}), DWARF 4 section 2.17.3
 * ({@code .debug_ranges}).
 */
final class RangeList {
    private final Unit unit;
    private final Cursor in;
    private long base;
    private long[] pairs = new long[4];
    private int used;

    /** A list of DWARF 5; {@code base} is the unit's low address. */
    RangeList(Unit unit, Cursor in, long base) {
        this.unit = unit;
        this.in = in;
        this.base = base;
    }

    /** Reads a list of DWARF 4. */
    static long[] readVersion4(DwarfFile file, long offset, long base) throws DwarfException {
        Cursor in = file.ranges.at(offset);
        RangeList list = new RangeList(null, in, base);
        while (true) {
            long low = in.u64();
            long high = in.u64();
            if (low == -1) {
                list.base = high;
            } else if (low == 0 && high == 0) {
                return list.result();
            } else {
                list.add(list.base + low, list.base + high);
            }
        }
    }

    /** Pairs of first address and address after the last; empty ranges left out. */
    long[] read() throws DwarfException {
        while (true) {
            int kind = in.u8();
            if (kind == DW_RLE_end_of_list) {
                return result();
            }
            readEntry(kind);
        }
    }

    private void readEntry(int kind) throws DwarfException {
        long start;
        switch (kind) {
            case DW_RLE_base_addressx:
                base = unit.indexedAddress(in.uleb());
                break;
            case DW_RLE_startx_endx:
                start = unit.indexedAddress(in.uleb());
                add(start, unit.indexedAddress(in.uleb()));
                break;
            case DW_RLE_startx_length:
                start = unit.indexedAddress(in.uleb());
                add(start, start + in.uleb());
                break;
            case DW_RLE_offset_pair:
                start = base + in.uleb();
                add(start, base + in.uleb());
                break;
            case DW_RLE_base_address:
                base = in.u64();
                break;
            case DW_RLE_start_end:
                start = in.u64();
                add(start, in.u64());
                break;
            case DW_RLE_start_length:
                start = in.u64();
                add(start, start + in.uleb());
                break;
            default:
                throw in.problem("unknown kind of range list entry: " + kind);
        }
    }

    private void add(long low, long high) {
        if (Long.compareUnsigned(low, high) >= 0) {
            return;
        }
        if (used == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * used);
        }
        pairs[used++] = low;
        pairs[used++] = high;
    }

    private long[] result() {
        return Arrays.copyOf(pairs, used);
    }
}
