package blogos.dwarf;

import java.util.Arrays;

/**
 * One contiguous piece of a function's code, flattened to rows. A row is valid from its address to that of the next
 * row; its node says which frames are logically active there, innermost last, and its line is that of the innermost.
 */
final class TraceFunction {
    /**
     * Deepest nesting of inlined calls that a table can hold. Deeper ones are seen as code of their caller at this
     * depth.
     */
    static final int MAX_DEPTH = 63;

    final long start;
    final long end;
    final TraceMethod method;

    /** The function itself, with nothing inlined. */
    final TraceNode root;

    private final LineTable lines;
    private final TraceMethod.Pool methods;

    /** Where anything may change; from each to the next is the code of the owner with the same number. */
    private long[] boundaries = new long[16];

    private int boundaryCount;
    private TraceNode[] owners;

    private long[] rowAddresses = new long[8];
    private TraceNode[] rowNodes = new TraceNode[8];
    private int[] rowLines = new int[8];
    private int rowCount;

    /** Flattens the part of a function in {@code start} to {@code end}. */
    TraceFunction(FunctionScope function, long start, long end, LineTable lines, TraceMethod.Pool methods) {
        this.start = start;
        this.end = end;
        this.lines = lines;
        this.methods = methods;
        this.method = methods.of(function.subprogram());
        this.root = new TraceNode(method);
        findBoundaries(function);
        owners = new TraceNode[boundaryCount - 1];
        Arrays.fill(owners, root);
        for (FunctionScope inlined : function.inlined()) {
            paint(inlined, root);
        }
        makeRows();
    }

    /** A function of which nothing is known but its name. */
    TraceFunction(TraceMethod method, long start, long end) {
        this.start = start;
        this.end = end;
        this.lines = LineTable.empty();
        this.methods = null;
        this.method = method;
        this.root = new TraceNode(method);
        addRow(start, root, 0);
    }

    int rowCount() {
        return rowCount;
    }

    long rowAddress(int row) {
        return rowAddresses[row];
    }

    TraceNode rowNode(int row) {
        return rowNodes[row];
    }

    /** Line of the innermost frame; 0 if unknown. */
    int rowLine(int row) {
        return rowLines[row];
    }

    private void findBoundaries(FunctionScope function) {
        addBoundary(start);
        addBoundary(end);
        addBoundaries(function);
        for (int row = lines.rowAt(start); row >= 0 && !lines.isEnd(row); row++) {
            if (Long.compareUnsigned(lines.address(row), end) >= 0) {
                break;
            }
            addBoundary(lines.address(row));
        }
        Arrays.sort(boundaries, 0, boundaryCount);
        int distinct = 1;
        for (int i = 1; i < boundaryCount; i++) {
            if (boundaries[i] != boundaries[distinct - 1]) {
                boundaries[distinct++] = boundaries[i];
            }
        }
        boundaryCount = distinct;
    }

    private void addBoundaries(FunctionScope scope) {
        for (FunctionScope inlined : scope.inlined()) {
            for (long address : inlined.ranges()) {
                addBoundary(address);
            }
            addBoundaries(inlined);
        }
    }

    /** Signed and unsigned order agree in a function: none spans the middle of the address space. */
    private void addBoundary(long address) {
        if (address < start || address > end) {
            return;
        }
        if (boundaryCount == boundaries.length) {
            boundaries = Arrays.copyOf(boundaries, 2 * boundaryCount);
        }
        boundaries[boundaryCount++] = address;
    }

    /** Gives the code of an inlined copy to its node, and then what is inlined into it to deeper nodes. */
    private void paint(FunctionScope scope, TraceNode parent) {
        TraceNode node = parent.child(methods.of(scope.subprogram()), scope.callLine());
        long[] ranges = scope.ranges();
        for (int i = 0; i < ranges.length; i += 2) {
            long low = Math.max(ranges[i], start);
            long high = Math.min(ranges[i + 1], end);
            if (low < high) {
                Arrays.fill(owners, boundaryIndex(low), boundaryIndex(high), node);
            }
        }
        for (FunctionScope inlined : scope.inlined()) {
            paint(inlined, node);
        }
    }

    private int boundaryIndex(long address) {
        return Arrays.binarySearch(boundaries, 0, boundaryCount, address);
    }

    private void makeRows() {
        int lineRow = lines.rowAt(start);
        for (int i = 0; i < owners.length; i++) {
            while (lineRow >= 0 && !lines.isEnd(lineRow) && lines.address(lineRow + 1) <= boundaries[i]) {
                lineRow++;
            }
            TraceNode node = owners[i];
            boolean isKnown = lineRow >= 0 && lines.mayBeIn(lineRow, node.method.file);
            int line = isKnown ? lines.line(lineRow) : 0;
            while (node.depth > MAX_DEPTH) {
                line = node.site.line;
                node = node.parent;
            }
            addRow(boundaries[i], node, line);
        }
    }

    private void addRow(long address, TraceNode node, int line) {
        if (rowCount > 0 && rowNodes[rowCount - 1] == node && rowLines[rowCount - 1] == line) {
            return;
        }
        if (rowCount == rowLines.length) {
            rowAddresses = Arrays.copyOf(rowAddresses, 2 * rowCount);
            rowNodes = Arrays.copyOf(rowNodes, 2 * rowCount);
            rowLines = Arrays.copyOf(rowLines, 2 * rowCount);
        }
        rowAddresses[rowCount] = address;
        rowNodes[rowCount] = node;
        rowLines[rowCount] = line;
        rowCount++;
        node.use();
        node.method.addLine(line);
    }
}
