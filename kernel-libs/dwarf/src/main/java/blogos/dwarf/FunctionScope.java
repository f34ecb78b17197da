package blogos.dwarf;

import java.util.ArrayList;
import java.util.List;

/** A function with code of its own, or a copy of a function inlined into another. */
public final class FunctionScope {
    private final Subprogram subprogram;
    private final long[] ranges;
    private final int callFile;
    private final int callLine;
    private final List<FunctionScope> inlined = new ArrayList<>(0);

    FunctionScope(Subprogram subprogram, long[] ranges, int callFile, int callLine) {
        this.subprogram = subprogram;
        this.ranges = ranges;
        this.callFile = callFile;
        this.callLine = callLine;
    }

    /** What it is called. */
    public Subprogram subprogram() {
        return subprogram;
    }

    /** Its code: pairs of first address and address after the last, none empty. */
    public long[] ranges() {
        return ranges;
    }

    /** Inlined copies: number of the file that the call is in, in the unit's line table. 0 if unknown. */
    public int callFile() {
        return callFile;
    }

    /** Inlined copies: line of the call. 0 if unknown. */
    public int callLine() {
        return callLine;
    }

    /** The copies inlined directly into this one. */
    public List<FunctionScope> inlined() {
        return inlined;
    }
}
