package blogos.dwarf;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the code part of a trace table: functions with their rows, in blocks. The format is described in
 * {@link TraceTableWriter}.
 */
final class TraceCode {
    private static final int LATER_LINES = 3;
    private static final int SAME_LINE = 3;
    private static final int OTHER_LINE = 4;
    private static final int UNKNOWN_LINE = 5;
    private static final int FRAME_CHANGE = 6;
    private static final int OTHER_FRAME_CHANGE = 14;
    private static final int END = 15;

    /** Frame changes with an action of their own: 16 * frames left + frames entered. */
    private static final int[] FRAME_CHANGES = {0x01, 0x10, 0x11, 0x02, 0x20, 0x03, 0x30, 0x21};

    /** A lookup decodes half a block on average. */
    private static final int BLOCK_SIZE = 1024;

    private final long imageStart;
    private final Nibbles out = new Nibbles();
    private final List<Integer> blockPcs = new ArrayList<>();
    private final List<Integer> blockPositions = new ArrayList<>();
    private long end;

    /** Line, relative to the method's first, of each frame when it was last the innermost; 0 if it was not. */
    private final int[] lineAtDepth = new int[TraceFunction.MAX_DEPTH + 1];

    TraceCode(long imageStart) {
        this.imageStart = imageStart;
    }

    /** Adds a function; functions must come in ascending order and not overlap. */
    void add(TraceFunction function) {
        int blocks = blockPcs.size();
        if (blocks == 0 || out.length() - blockPositions.get(blocks - 1) >= BLOCK_SIZE) {
            blockPcs.add((int) (function.start - imageStart));
            blockPositions.add(out.length());
            end = function.start;
        }
        out.putNumber((int) (function.start - end));
        out.putNumber(function.method.number);
        putRows(function);
        out.put(END);
        end = function.end;
    }

    int blockCount() {
        return blockPcs.size();
    }

    /** First address of a block, relative to the image. */
    int blockPc(int block) {
        return blockPcs.get(block);
    }

    /** Where a block's functions start in the code part, in units. */
    int blockPosition(int block) {
        return blockPositions.get(block);
    }

    /** Address behind the last function, relative to the image. */
    int endPc() {
        return (int) (end - imageStart);
    }

    /** Size of the code part in units. */
    int length() {
        return out.length();
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void putRows(TraceFunction function) {
        TraceNode node = function.root;
        lineAtDepth[0] = 0;
        for (int row = 0; row < function.rowCount(); row++) {
            TraceNode next = function.rowNode(row);
            int line = next.method.relative(function.rowLine(row));
            if (next == node) {
                putLine(next.depth, line);
            } else {
                putFrameChange(node, next, line);
            }
            if (line != 0) {
                lineAtDepth[next.depth] = line;
            }
            node = next;
            long rowEnd = row + 1 < function.rowCount() ? function.rowAddress(row + 1) : function.end;
            out.putNumber((int) (rowEnd - function.rowAddress(row)) - 1);
        }
    }

    private void putLine(int depth, int line) {
        int change = line - lineAtDepth[depth];
        if (line == 0) {
            out.put(UNKNOWN_LINE);
        } else if (change == 0) {
            out.put(SAME_LINE);
        } else if (change >= 1 && change <= LATER_LINES) {
            out.put(change - 1);
        } else {
            out.put(OTHER_LINE);
            out.putNumber(Nibbles.zigzag(change));
        }
    }

    private void putFrameChange(TraceNode from, TraceNode to, int line) {
        TraceNode common = from.commonAncestor(to);
        int left = from.depth - common.depth;
        int entered = to.depth - common.depth;
        int action = frameChange(left, entered);
        out.put(action);
        if (action == OTHER_FRAME_CHANGE) {
            out.putNumber(left);
            out.putNumber(entered);
        }
        putSites(to, entered);
        if (entered > 0) {
            out.putNumber(line);
        } else {
            out.putNumber(line == 0 ? 0 : 1 + Nibbles.zigzag(line - lineAtDepth[to.depth]));
        }
    }

    private static int frameChange(int left, int entered) {
        for (int i = 0; i < FRAME_CHANGES.length; i++) {
            if (FRAME_CHANGES[i] >> 4 == left && (FRAME_CHANGES[i] & 15) == entered) {
                return FRAME_CHANGE + i;
            }
        }
        return OTHER_FRAME_CHANGE;
    }

    /** The sites of the innermost {@code count} frames, outermost first. */
    private void putSites(TraceNode node, int count) {
        if (count > 0) {
            putSites(node.parent, count - 1);
            out.putNumber(node.site.number);
            lineAtDepth[node.depth] = 0;
        }
    }
}
