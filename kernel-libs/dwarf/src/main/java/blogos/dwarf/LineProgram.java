package blogos.dwarf;

import static blogos.dwarf.Dwarf.*;

import java.util.ArrayList;
import java.util.List;

/** A program of {@code .debug_line}, and the machine that runs it. DWARF 5 sections 6.2.2 to 6.2.5. */
final class LineProgram {
    private final DwarfFile file;
    private final Cursor in;
    private final long end;
    private final long programStart;
    private final int minimumInstructionLength;
    private final int lineBase;
    private final int lineRange;
    private final int opcodeBase;
    private final int[] operandCounts;
    private final List<String> fileNames = new ArrayList<>();
    private final LineTable.Builder rows = new LineTable.Builder();

    private long address;
    private int line;
    private int fileNumber;

    /** Reads the header of the program at an offset of {@code .debug_line}. */
    LineProgram(DwarfFile file, long offset) throws DwarfException {
        this.file = file;
        this.in = file.line.at(offset);
        long length = in.unitLength();
        end = in.position() + length;
        int version = in.u16();
        if (version != 4 && version != 5) {
            throw in.problem("line table version " + version + " is not supported");
        }
        if (version == 5) {
            in.skip(2);
        }
        long headerLength = in.u32();
        programStart = in.position() + headerLength;
        minimumInstructionLength = in.u8();
        in.skip(2);
        lineBase = in.s8();
        lineRange = in.u8();
        opcodeBase = in.u8();
        if (lineRange == 0 || opcodeBase == 0) {
            throw in.problem("malformed line table header");
        }
        operandCounts = new int[opcodeBase];
        for (int i = 1; i < opcodeBase; i++) {
            operandCounts[i] = in.u8();
        }
        if (version == 5) {
            readFileNames();
        } else {
            readFileNamesVersion4();
        }
    }

    /** Runs the program. */
    LineTable run() throws DwarfException {
        in.moveTo(programStart);
        reset();
        while (in.position() < end) {
            int opcode = in.u8();
            if (opcode >= opcodeBase) {
                int adjusted = opcode - opcodeBase;
                advance(adjusted / lineRange);
                line += lineBase + adjusted % lineRange;
                addRow();
            } else if (opcode == 0) {
                runExtended();
            } else {
                runStandard(opcode);
            }
        }
        return rows.build(fileNames);
    }

    private void runStandard(int opcode) throws DwarfException {
        switch (opcode) {
            case DW_LNS_copy:
                addRow();
                break;
            case DW_LNS_advance_pc:
                advance(in.uleb());
                break;
            case DW_LNS_advance_line:
                line += (int) in.sleb();
                break;
            case DW_LNS_set_file:
                fileNumber = in.ulebInt();
                break;
            case DW_LNS_const_add_pc:
                advance((255 - opcodeBase) / lineRange);
                break;
            case DW_LNS_fixed_advance_pc:
                address += in.u16();
                break;
            default:
                for (int i = 0; i < operandCounts[opcode]; i++) {
                    in.skipLeb();
                }
        }
    }

    private void runExtended() throws DwarfException {
        long length = in.uleb();
        long start = in.position();
        in.skip(length);
        long next = in.position();
        in.moveTo(start);
        int opcode = length == 0 ? 0 : in.u8();
        if (opcode == DW_LNE_set_address) {
            address = in.u64();
        } else if (opcode == DW_LNE_end_sequence) {
            if (file.isCode(rows.start(address))) {
                rows.end(address);
            } else {
                rows.discard();
            }
            reset();
        }
        in.moveTo(next);
    }

    private void reset() {
        address = 0;
        line = 1;
        fileNumber = 1;
    }

    private void advance(long operations) {
        address += operations * minimumInstructionLength;
    }

    private void addRow() throws DwarfException {
        if (!rows.isAscending(address)) {
            throw in.problem("line table rows are not in ascending order");
        }
        rows.add(address, LineTable.plausible(line), fileNumber);
    }

    private void readFileNames() throws DwarfException {
        readEntries(null);
        readEntries(fileNames);
    }

    /** Reads a directory or file table: a description of its columns, then the entries. */
    private void readEntries(List<String> paths) throws DwarfException {
        int columns = in.u8();
        int[] contents = new int[columns];
        int[] forms = new int[columns];
        for (int i = 0; i < columns; i++) {
            contents[i] = in.ulebInt();
            forms[i] = in.ulebInt();
        }
        long count = in.uleb();
        if (count < 0 || columns == 0 && count > 0 || count > file.line.length()) {
            throw in.problem("malformed table of files");
        }
        for (long i = 0; i < count; i++) {
            for (int column = 0; column < columns; column++) {
                if (contents[column] == DW_LNCT_path && paths != null) {
                    paths.add(path(forms[column]));
                } else {
                    Forms.skip(in, forms[column]);
                }
            }
        }
    }

    private String path(int form) throws DwarfException {
        switch (form) {
            case DW_FORM_string:
                return in.string();
            case DW_FORM_line_strp:
                return file.lineStrings.string(in.u32());
            case DW_FORM_strp:
                return file.strings.string(in.u32());
            default:
                throw in.problem("path in unexpected form 0x" + Integer.toHexString(form));
        }
    }

    /** DWARF 4 section 6.2.4: strings, and files are numbered from 1. */
    private void readFileNamesVersion4() throws DwarfException {
        while (!in.string().isEmpty()) {
            continue;
        }
        fileNames.add(null);
        for (String name = in.string(); !name.isEmpty(); name = in.string()) {
            fileNames.add(name);
            in.skipLeb();
            in.skipLeb();
            in.skipLeb();
        }
    }
}
