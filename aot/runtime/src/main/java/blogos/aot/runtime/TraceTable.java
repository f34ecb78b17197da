package blogos.aot.runtime;

import blogos.aot.api.Bytes;

/**
 * Reads a trace table: which methods are logically active at an address of code, inlined ones included, with source
 * files and lines. {@code blogos.dwarf.TraceTableWriter} makes such tables and describes their format.
 *
 * <p>Use it as a cursor over the frames of an address, innermost first:
 *
 * <pre>
 * for (table.find(pc); table.hasFrame(); table.next()) {
 *     table.writeFrame(sink);
 * }
 * </pre>
 *
 * <p>A pc is the offset of an address from {@code __image_start} of the image that the table belongs to. Of a return
 * address subtract 1 first: the call itself lies before it.
 *
 * <p>Only {@link #of} and the methods that answer strings allocate, so a table made beforehand serves in a panic.
 * Tables may be untrusted (those of user programs are): whatever the bytes are, every operation ends after work bounded
 * by the size of the table, nothing outside is read, no exception is thrown, and what cannot be read is not found or
 * empty. Not thread-safe: the cursor is in the object.
 */
public final class TraceTable {
    /** Deepest nesting of inlined calls in a table. */
    private static final int MAX_DEPTH = 63;

    private static final int MAX_PAIRS = 128;
    private static final int MAGIC = 0x3152_544a;
    private static final int HEADER_SIZE = 36;
    private static final int BLOCK_SIZE = 8;

    /** Records between two entries of an index. */
    private static final int GROUP = 16;

    private static final int SAME_LINE = 3;
    private static final int OTHER_LINE = 4;
    private static final int UNKNOWN_LINE = 5;
    private static final int FRAME_CHANGE = 6;
    private static final int OTHER_FRAME_CHANGE = 14;
    private static final int END = 15;

    /** Actions 6 to 13, the first in the low byte: 16 * frames to leave + frames to enter. */
    private static final long FRAME_CHANGES = 0x2130_0320_0211_1001L;

    private final Bytes table;
    private final long blockCount;
    private final long methodIndex;
    private final long methodGroups;
    private final long classIndex;
    private final long classGroups;
    private final TraceUnits code;
    private final TraceUnits methods;
    private final TraceUnits classes;
    private final TraceStrings strings;

    /** Depth of the innermost frame of the row being read; the function itself has depth 0. */
    private int depth;

    /** Line of the innermost frame of the row, relative to the first line of its method, which is 1; 0 if unknown. */
    private int line;

    /** By depth: number of the call site that the frame was inlined at. */
    private final int[] sites = new int[MAX_DEPTH + 1];

    /** By depth: relative line that the frame had when last it was the innermost; 0 if it never was. */
    private final int[] remembered = new int[MAX_DEPTH + 1];

    /** By depth: method and line of the frames found. */
    private final int[] frameMethods = new int[MAX_DEPTH + 1];
    private final int[] frameLines = new int[MAX_DEPTH + 1];

    /** Depth of the frame that the cursor is at; -1 if there is none. */
    private int frame = -1;

    /** What text says about the frame at the cursor: offsets in the strings, 0 if unknown. */
    private int methodName;
    private int packageName;
    private int simpleName;

    /** 0 if named like the class, else 1 + offset in the strings. */
    private int file;

    /** Takes UTF-8 text byte by byte. */
    public interface Sink {
        /** Takes the next byte. */
        void put(byte b);
    }

    private TraceTable(Bytes bytes, boolean isTable) {
        table = isTable ? bytes.slice(0, bytes.u32(4)) : bytes.slice(0, 0);
        long blocks = header(8);
        methodGroups = header(12);
        classGroups = header(16);
        long pairCount = header(20);
        long codeUnits = header(24);
        long methodUnits = header(28);
        long classUnits = header(32);
        methodIndex = HEADER_SIZE + BLOCK_SIZE * (blocks + 1);
        classIndex = methodIndex + 4 * methodGroups;
        long pairs = classIndex + 4 * classGroups;
        long codeStart = pairs + 2 * pairCount;
        long methodStart = codeStart + (codeUnits + 1 >> 1);
        long classStart = methodStart + (methodUnits + 1 >> 1);
        long stringStart = classStart + (classUnits + 1 >> 1);
        boolean fits = stringStart <= table.length() && pairCount <= MAX_PAIRS;
        blockCount = fits ? blocks : 0;
        code = new TraceUnits(table, codeStart, codeUnits);
        methods = new TraceUnits(table, methodStart, methodUnits);
        classes = new TraceUnits(table, classStart, classUnits);
        strings = new TraceStrings(table, pairs, (int) pairCount, stringStart);
    }

    /** A table; one in which nothing is found if the bytes are none. The view may be longer than the table. */
    public static TraceTable of(Bytes bytes) {
        boolean isTable = bytes.length() >= HEADER_SIZE && bytes.i32(0) == MAGIC
                && bytes.u32(4) >= HEADER_SIZE && bytes.u32(4) <= bytes.length();
        return new TraceTable(bytes, isTable);
    }

    /**
     * Looks an address up and puts the cursor at its innermost frame.
     *
     * @param pc offset from the start of the image
     * @return whether the table knows the address
     */
    public boolean find(long pc) {
        frame = -1;
        if (findRow(pc)) {
            findFrames();
        }
        return hasFrame();
    }

    /** Whether the cursor is at a frame. */
    public boolean hasFrame() {
        return frame >= 0;
    }

    /** Whether the code of the frame at the cursor was inlined into that of the next frame. */
    public boolean isInlined() {
        return frame > 0;
    }

    /** Moves the cursor to the frame of the caller that the current one was inlined into, or behind the last frame. */
    public void next() {
        if (hasFrame()) {
            moveTo(frame - 1);
        }
    }

    /** Line in the source file; 0 if unknown. */
    public int line() {
        return hasFrame() ? frameLines[frame] : 0;
    }

    /** Binary name of the class; empty for a function without a class. */
    public String className() {
        TraceStrings.Text text = new TraceStrings.Text();
        writeClassName(text);
        return text.toString();
    }

    /** Name of the method, without descriptor. */
    public String methodName() {
        TraceStrings.Text text = new TraceStrings.Text();
        writeMethodName(text);
        return text.toString();
    }

    /** Name of the source file, without directories; empty if unknown. */
    public String fileName() {
        TraceStrings.Text text = new TraceStrings.Text();
        writeFileName(text);
        return text.toString();
    }

    /** As {@link #className}. */
    public void writeClassName(Sink sink) {
        if (!strings.isEmpty(packageName)) {
            strings.write(packageName, sink);
            sink.put((byte) '.');
        }
        strings.write(simpleName, sink);
    }

    /** As {@link #methodName}. */
    public void writeMethodName(Sink sink) {
        strings.write(methodName, sink);
    }

    /** As {@link #fileName}. */
    public void writeFileName(Sink sink) {
        if (file > 0) {
            strings.write(file - 1, sink);
        } else if (hasFileName()) {
            strings.writeUpToDollar(simpleName, sink);
            writeAscii(".java", sink);
        }
    }

    /** The frame as stack traces have it: {@code package.Class.method(File.java:42)}. */
    public void writeFrame(Sink sink) {
        if (!strings.isEmpty(simpleName)) {
            writeClassName(sink);
            sink.put((byte) '.');
        }
        writeMethodName(sink);
        sink.put((byte) '(');
        if (!hasFileName()) {
            writeAscii("Unknown Source", sink);
        } else {
            writeFileName(sink);
            if (line() > 0) {
                sink.put((byte) ':');
                writeDecimal(line(), sink);
            }
        }
        sink.put((byte) ')');
    }

    private boolean hasFileName() {
        return file > 0 ? !strings.isEmpty(file - 1) : !strings.isEmpty(simpleName);
    }

    private long header(int offset) {
        return table.length() == 0 ? 0 : table.u32(offset);
    }

    /**
     * Finds and applies the row of an address: sets {@link #depth}, {@link #line}, {@link #sites} and the outermost
     * method.
     */
    private boolean findRow(long pc) {
        long low = 0;
        long high = blockCount;
        while (low < high) {
            long middle = low + high >>> 1;
            if (table.u32(HEADER_SIZE + BLOCK_SIZE * middle) <= pc) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return false;
        }
        long block = HEADER_SIZE + BLOCK_SIZE * (low - 1);
        long at = table.u32(block);
        long end = table.u32(block + BLOCK_SIZE + 4);
        code.moveTo(table.u32(block + 4));
        while (code.position() < end && !code.failed()) {
            at += code.number();
            frameMethods[0] = code.number();
            if (pc < at || code.failed()) {
                return false;
            }
            at = readRows(at, pc);
            if (pc < at) {
                return true;
            }
        }
        return false;
    }

    /** Applies the rows of a function up to that of the address; answers where that row, or else the last one, ends. */
    private long readRows(long start, long pc) {
        long at = start;
        depth = 0;
        remembered[0] = 0;
        for (int action = code.unit(); action != END; action = code.unit()) {
            apply(action);
            long length = code.number() + 1L;
            if (code.failed()) {
                return at;
            }
            at += length;
            if (pc < at) {
                return at;
            }
        }
        return at;
    }

    private void apply(int action) {
        if (action >= FRAME_CHANGE) {
            changeFrames(action);
        } else if (action == UNKNOWN_LINE) {
            line = 0;
        } else if (action == SAME_LINE) {
            line = remembered[depth];
        } else {
            line = remembered[depth] + (action == OTHER_LINE ? code.signedNumber() : action + 1);
        }
        if (line != 0) {
            remembered[depth] = line;
        }
    }

    private void changeFrames(int action) {
        int change = (int) (FRAME_CHANGES >>> 8 * (action - FRAME_CHANGE));
        int left = action == OTHER_FRAME_CHANGE ? code.number() : change >> 4 & 15;
        int entered = action == OTHER_FRAME_CHANGE ? code.number() : change & 15;
        if (left > depth || entered > MAX_DEPTH - (depth - left)) {
            code.fail();
            return;
        }
        depth -= left;
        for (int i = 0; i < entered; i++) {
            depth++;
            sites[depth] = code.number();
            remembered[depth] = 0;
        }
        if (entered > 0) {
            line = code.number();
        } else {
            int coded = code.number();
            line = coded == 0 ? 0 : remembered[depth] + TraceUnits.signed(coded - 1);
        }
    }

    /** Follows the call sites of the row from the function inwards. */
    private void findFrames() {
        for (int i = 0; i <= depth; i++) {
            seek(methods, methodIndex, methodGroups, frameMethods[i], true);
            methods.skipNumbers(2);
            int firstLine = methods.number();
            int siteCount = methods.number();
            int relative = line;
            if (i < depth) {
                if (sites[i + 1] >= siteCount) {
                    return;
                }
                methods.skipNumbers(2L * sites[i + 1]);
                relative = methods.number();
                frameMethods[i + 1] = methods.number();
            }
            if (methods.failed()) {
                return;
            }
            frameLines[i] = relative == 0 ? 0 : Math.max(firstLine + relative - 1, 0);
        }
        moveTo(depth);
    }

    private void moveTo(int newFrame) {
        frame = newFrame;
        packageName = 0;
        simpleName = 0;
        file = 0;
        methodName = 0;
        if (newFrame < 0) {
            return;
        }
        seek(methods, methodIndex, methodGroups, frameMethods[newFrame], true);
        int classNumber = methods.number();
        methodName = methods.number();
        seek(classes, classIndex, classGroups, classNumber, false);
        packageName = classes.number();
        simpleName = classes.number();
        file = classes.number();
    }

    /** Goes to a record of the methods or classes; the index has the place of the first of each group. */
    private void seek(TraceUnits records, long index, long groups, int number, boolean haveSites) {
        int group = number / GROUP;
        if (group >= groups) {
            records.fail();
            return;
        }
        records.moveTo(table.u32(index + 4L * group));
        for (int i = number % GROUP; i > 0; i--) {
            records.skipNumbers(3);
            if (haveSites) {
                records.skipNumbers(2L * records.number());
            }
        }
    }

    private static void writeAscii(String text, Sink sink) {
        for (int i = 0; i < text.length(); i++) {
            sink.put((byte) text.charAt(i));
        }
    }

    private static void writeDecimal(int value, Sink sink) {
        if (value >= 10) {
            writeDecimal(value / 10, sink);
        }
        sink.put((byte) ('0' + value % 10));
    }
}
