package blogos.dwarf;

import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.SymbolTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a trace table from the debugging information of a linked image: for each address of code the methods that are
 * logically active there, innermost first, inlined ones included, each with source file and line.
 * {@code blogos.aot.runtime.TraceTable} reads it.
 *
 * <p>The table is position-independent: addresses are offsets from the symbol {@code __image_start}. A pc is one of
 * those offsets.
 *
 * <h2>Format</h2>
 *
 * All fields of the header and of indexes are unsigned 32-bit little-endian numbers.
 *
 * <pre>
 *  0  magic number: "JTR1"            20  number of byte pairs
 *  4  size of the table in bytes      24  units in the code part
 *  8  number of blocks                28  units in the method part
 * 12  entries of the method index     32  units in the class part
 * 16  entries of the class index
 * </pre>
 *
 * Then follow, without gaps: the block index, the method index, the class index, the byte pairs, the code part, the
 * method part, the class part (each padded to a whole byte) and the strings, to the end of the table.
 *
 * <p>The parts are sequences of 4-bit <i>units</i>, the low half of each byte first. A <i>number</i> is a sequence of
 * units with three bits each, the low ones first; bit 3 of a unit says that another follows. A <i>signed number</i> n
 * is the number 2n, or -2n - 1 if n is negative.
 *
 * <p><b>Block index</b>: for each block the pc of its first function and the position in the code part, in units, where
 * the block starts; after the last block the pc behind the last function and the size of the code part.
 *
 * <p><b>Code part</b>: the functions, sorted by address. A function is: number: bytes between the end of the previous
 * function (the pc of the block if there is none) and its start; number: its method; its rows; a unit 15. A row is an
 * action, then number: length of the row in bytes less 1. The action changes a stack of frames, which at the start of
 * the function is the function's method alone. Frames remember the line they had when last they were the innermost one:
 * lines are numbers relative to the method's first line, which is 1; 0 stands for an unknown line, and is what a new
 * frame remembers. An action is a unit:
 *
 * <pre>
 *  0, 1, 2   the remembered line + 1, 2, 3
 *  3         the remembered line
 *  4         signed number: added to the remembered line
 *  5         unknown line, which is not remembered
 *  6 ... 13  leave and enter frames: 0 and 1, 1 and 0, 1 and 1, 0 and 2, 2 and 0, 0 and 3, 3 and 0, 2 and 1
 * 14         number: frames to leave; number: frames to enter
 * </pre>
 *
 * In actions 6 to 14 there follows for each frame to enter, outermost first, number: the call site in its caller. Then
 * the line: if frames were entered, number: the line; otherwise number: 0 for an unknown line, else 1 + the signed
 * number to add to the remembered line.
 *
 * <p><b>Method part</b>: a record for each method. The index has the position in units of each 16th record. A record
 * is: numbers: class, offset of the name in the strings, first line, number of call sites; for each call site numbers:
 * line as above, method called.
 *
 * <p><b>Class part</b>: records, indexed likewise, of numbers: offsets of the names of package and class in the
 * strings; 0 if the file is named like the class (up to the first '$' that is not its first character) with ".java"
 * behind, else 1 + offset of the file's name. Unknown names are empty strings.
 *
 * <p><b>Strings</b>: each ends with the byte 0. A byte of 128 or more stands for the pair of bytes that the byte pairs
 * have for it less 128; such pairs nest at most eight deep. A byte 1 says that the next byte stands for itself, as part
 * of UTF-8 text.
 */
public final class TraceTableWriter {
    private static final int MAGIC = 0x3152_544a;
    private static final String IMAGE_START = "__image_start";
    private static final long MAX_IMAGE_SIZE = 1L << 31;
    private static final int HEADER_SIZE = 36;

    private final ElfFile file;
    private final long imageStart;
    private final TraceMethod.Pool methods = new TraceMethod.Pool();

    private TraceTableWriter(ElfFile file) throws ElfException, DwarfException {
        this.file = file;
        SymbolTable symbols = file.symbols();
        int symbol = symbols == null ? -1 : symbols.find(IMAGE_START);
        if (symbol < 0) {
            throw new DwarfException("the image does not define " + IMAGE_START);
        }
        imageStart = symbols.value(symbol);
    }

    /**
     * The trace table of a linked image. Functions without debugging information that have a symbol with a size get an
     * entry without file and line.
     *
     * @param elfFile the image: an ELF file with a symbol table that has {@code __image_start}
     * @throws ElfException if it is no ELF file
     * @throws DwarfException if the debugging information is malformed or of an unknown kind
     */
    public static byte[] write(byte[] elfFile) throws ElfException, DwarfException {
        try (HostMemory memory = new HostMemory(elfFile)) {
            return write(memory.bytes());
        }
    }

    /** As {@link #write(byte[])}. */
    public static byte[] write(Bytes elfFile) throws ElfException, DwarfException {
        TraceTableWriter writer = new TraceTableWriter(ElfFile.parse(elfFile));
        return encode(writer.findFunctions(), writer.methods, writer.imageStart);
    }

    /**
     * A table of functions which are sorted and do not overlap. The pool has their methods and those inlined, and no
     * others.
     */
    static byte[] encode(List<TraceFunction> functions, TraceMethod.Pool methods, long imageStart) {
        TraceNames names = new TraceNames(methods.numberMethods());
        TraceCode code = new TraceCode(imageStart);
        for (TraceFunction function : functions) {
            code.add(function);
        }
        return assemble(code, names);
    }

    private List<TraceFunction> findFunctions() throws ElfException, DwarfException {
        List<CodePiece> pieces = new ArrayList<>();
        for (Unit unit : DwarfFile.parse(file).units()) {
            for (FunctionScope function : unit.functions()) {
                long[] ranges = function.ranges();
                for (int i = 0; i < ranges.length; i += 2) {
                    pieces.add(new CodePiece(ranges[i], ranges[i + 1], function, unit.lines(), null));
                }
            }
        }
        addSymbols(pieces);
        pieces.sort(Comparator.comparingLong(piece -> piece.start - imageStart));
        List<TraceFunction> functions = new ArrayList<>();
        long end = imageStart;
        for (CodePiece piece : pieces) {
            if (!isInImage(piece.start, piece.end)) {
                throw new DwarfException("code outside the image at 0x" + Long.toHexString(piece.start));
            }
            boolean overlaps = piece.start < end;
            if (!overlaps) {
                functions.add(piece.flatten(methods));
                end = piece.end;
            }
        }
        return functions;
    }

    private boolean isInImage(long start, long end) {
        long first = start - imageStart;
        long last = end - imageStart;
        return first >= 0 && last > first && last <= MAX_IMAGE_SIZE;
    }

    /** Symbols come behind functions with debugging information, which win where both describe the same code. */
    private void addSymbols(List<CodePiece> pieces) throws ElfException {
        SymbolTable symbols = file.symbols();
        for (int i = 1; i < symbols.count(); i++) {
            long start = symbols.value(i);
            long end = start + symbols.size(i);
            boolean isCode =
                    symbols.type(i) == SymbolTable.STT_FUNC && symbols.sectionIndex(i) != SymbolTable.SHN_UNDEF;
            if (isCode && isInImage(start, end)) {
                pieces.add(new CodePiece(start, end, null, null, symbols.name(i)));
            }
        }
    }

    /** A contiguous piece of code: of a function, or else of a symbol. */
    private record CodePiece(long start, long end, FunctionScope function, LineTable lines, String symbol) {
        TraceFunction flatten(TraceMethod.Pool methods) {
            return function == null
                    ? new TraceFunction(methods.ofSymbol(symbol), start, end)
                    : new TraceFunction(function, start, end, lines, methods);
        }
    }

    private static byte[] assemble(TraceCode code, TraceNames names) {
        StringPool strings = names.strings();
        byte[] methods = names.methods().toByteArray();
        byte[] classes = names.classes().toByteArray();
        byte[][] parts = {code.toByteArray(), methods, classes, strings.bytes()};
        int size = HEADER_SIZE
                + 8 * (code.blockCount() + 1)
                + 4 * names.methods().groupCount()
                + 4 * names.classes().groupCount()
                + strings.pairs().length;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(size).putInt(code.blockCount());
        out.putInt(names.methods().groupCount()).putInt(names.classes().groupCount());
        out.putInt(strings.pairs().length / 2);
        out.putInt(code.length())
                .putInt(names.methods().length())
                .putInt(names.classes().length());
        for (int i = 0; i < code.blockCount(); i++) {
            out.putInt(code.blockPc(i)).putInt(code.blockPosition(i));
        }
        out.putInt(code.endPc()).putInt(code.length());
        names.methods().putIndex(out);
        names.classes().putIndex(out);
        out.put(strings.pairs());
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }
}
