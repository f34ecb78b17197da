package blogos.dwarf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Records of different lengths in one sequence of units, with an index of each {@link #GROUP}th. */
final class Records {
    /** Finding a record means to read half as many on average. */
    private static final int GROUP = 16;

    private final Nibbles units = new Nibbles();
    private final List<Integer> index = new ArrayList<>();
    private int count;

    /** Starts a record; answers where to put it. */
    Nibbles next() {
        if (count++ % GROUP == 0) {
            index.add(units.length());
        }
        return units;
    }

    int count() {
        return count;
    }

    int groupCount() {
        return index.size();
    }

    /** Size in units. */
    int length() {
        return units.length();
    }

    void putIndex(ByteBuffer out) {
        for (int position : index) {
            out.putInt(position);
        }
    }

    byte[] toByteArray() {
        return units.toByteArray();
    }
}
