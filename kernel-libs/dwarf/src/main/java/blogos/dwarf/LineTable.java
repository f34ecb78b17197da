package blogos.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a unit's code as rows, each valid from its address to that of the next row. Rows come in sequences of
 * ascending addresses; a sequence ends with a row that only says where it ends. Sequences are sorted by their first
 * address.
 */
public final class LineTable {
    /** No source file has more lines. */
    private static final int MAX_LINE = 0xff_ffff;

    private static final int END = -1;

    /** Number of a file that nobody knows. */
    private static final int NO_FILE = -1;

    private final List<String> fileNames;
    private final List<Sequence> sequences;
    private final long[] addresses;
    private final int[] lines;
    private final int[] files;

    private LineTable(
            List<String> fileNames, List<Sequence> sequences, long[] addresses, int[] lines, int[] files) {
        this.fileNames = fileNames;
        this.sequences = sequences;
        this.addresses = addresses;
        this.lines = lines;
        this.files = files;
    }

    private static final class Sequence {
        final long low;
        final long high;
        final int firstRow;
        final int lastRow;

        Sequence(long low, long high, int firstRow, int lastRow) {
            this.low = low;
            this.high = high;
            this.firstRow = firstRow;
            this.lastRow = lastRow;
        }
    }

    static LineTable empty() {
        return new LineTable(List.of(), List.of(), new long[0], new int[0], new int[0]);
    }

    /** A line number, or 0 for what cannot be one. */
    static int plausible(long line) {
        return line < 0 || line > MAX_LINE ? 0 : (int) line;
    }

    /** Path of a source file by its number in the table, or null if there is no such file. */
    public String fileName(long number) {
        return number >= 0 && number < fileNames.size() ? fileNames.get((int) number) : null;
    }

    /** Number of the row that covers an address, or -1 if none does. */
    public int rowAt(long address) {
        int low = 0;
        int high = sequences.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Sequence sequence = sequences.get(middle);
            if (Long.compareUnsigned(address, sequence.low) < 0) {
                high = middle - 1;
            } else if (Long.compareUnsigned(address, sequence.high) >= 0) {
                low = middle + 1;
            } else {
                return rowIn(sequence, address);
            }
        }
        return -1;
    }

    /** First address of a row. */
    public long address(int row) {
        return addresses[row];
    }

    /** Whether a row is the end of a sequence. */
    public boolean isEnd(int row) {
        return lines[row] == END;
    }

    /** Line of a row; 0 if unknown. */
    public int line(int row) {
        return Math.max(lines[row], 0);
    }

    /**
     * Whether the line of a row may be in a file of this name, without folders. Where a compiler has made one instruction
     * of two, its line may be in another file than the function that it counts as.
     */
    boolean mayBeIn(int row, String simpleName) {
        String path = fileName(files[row]);
        return path == null || simpleName.isEmpty() || path.substring(path.lastIndexOf('/') + 1).equals(simpleName);
    }

    private int rowIn(Sequence sequence, long address) {
        int low = sequence.firstRow;
        int high = sequence.lastRow;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Collects rows. */
    static final class Builder {
        private final List<Sequence> sequences = new ArrayList<>();
        private long[] addresses = new long[256];
        private int[] lines = new int[256];
        private int[] files = new int[256];
        private int count;
        private int sequenceStart;

        /** Adds a row of an unknown file. */
        void add(long address, int line) {
            add(address, line, NO_FILE);
        }

        /** Adds a row; of rows at one address the last counts. */
        void add(long address, int line, int file) {
            if (count > sequenceStart && addresses[count - 1] == address && line != END) {
                lines[count - 1] = line;
                files[count - 1] = file;
                return;
            }
            if (count == lines.length) {
                addresses = Arrays.copyOf(addresses, 2 * count);
                lines = Arrays.copyOf(lines, 2 * count);
                files = Arrays.copyOf(files, 2 * count);
            }
            addresses[count] = address;
            files[count] = file;
            lines[count++] = line;
        }

        /** Whether an address may come next in the current sequence. */
        boolean isAscending(long address) {
            return count == sequenceStart || Long.compareUnsigned(addresses[count - 1], address) <= 0;
        }

        /** First address of the current sequence; {@code otherwise} if it has no row yet. */
        long start(long otherwise) {
            return count == sequenceStart ? otherwise : addresses[sequenceStart];
        }

        /** Ends the current sequence. */
        void end(long address) {
            add(address, END);
            if (addresses[sequenceStart] != address) {
                sequences.add(new Sequence(addresses[sequenceStart], address, sequenceStart, count - 2));
            }
            sequenceStart = count;
        }

        /** Forgets the current sequence. */
        void discard() {
            count = sequenceStart;
        }

        LineTable build(List<String> fileNames) {
            sequences.sort((a, b) -> Long.compareUnsigned(a.low, b.low));
            return new LineTable(fileNames, sequences, addresses, lines, files);
        }
    }
}
