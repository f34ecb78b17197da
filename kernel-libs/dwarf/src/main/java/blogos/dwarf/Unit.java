package blogos.dwarf;

import static blogos.dwarf.Dwarf.*;

import blogos.dwarf.Abbreviations.Abbreviation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit of {@code .debug_info}: the debugging information of one object file, usually. DWARF 5 sections 3.1 and 7.5.1.
 */
public final class Unit {
    /** Longest chain of entries that complete each other; two are usual. */
    private static final int MAX_ORIGINS = 8;

    private final DwarfFile file;
    private final int version;
    private final Abbreviations abbreviations;
    private final long start;
    private final long firstEntry;
    private final long end;
    private final Attributes attributes = new Attributes();
    private final Map<Long, Subprogram> subprograms = new HashMap<>();

    private long strOffsetsBase;
    private long addrBase;
    private long rnglistsBase;
    private long lowPc;
    private long lineOffset = -1;
    private LineTable lines;

    private Unit(DwarfFile file, int version, Abbreviations abbreviations, long start, long firstEntry, long end) {
        this.file = file;
        this.version = version;
        this.abbreviations = abbreviations;
        this.start = start;
        this.firstEntry = firstEntry;
        this.end = end;
    }

    /** Reads the unit whose length was just read; null if it is of a kind that describes no code. */
    static Unit read(DwarfFile file, Cursor in, long start, long end) throws DwarfException {
        int version = in.u16();
        if (version != 4 && version != 5) {
            throw in.problem("DWARF version " + version + " is not supported");
        }
        int unitType = version == 5 ? in.u8() : DW_UT_compile;
        int addressSize = version == 5 ? in.u8() : 0;
        long abbreviationOffset = in.u32();
        addressSize = version == 5 ? addressSize : in.u8();
        if (addressSize != 8) {
            throw in.problem("addresses of " + addressSize + " bytes are not supported");
        }
        if (unitType != DW_UT_compile && unitType != DW_UT_partial) {
            return null;
        }
        Abbreviations abbreviations = file.abbreviations(abbreviationOffset);
        Unit unit = new Unit(file, version, abbreviations, start, in.position(), end);
        unit.readUnitEntry(in);
        return unit;
    }

    /** Offset of this unit in {@code .debug_info}. */
    public long start() {
        return start;
    }

    /** Offset behind this unit. */
    public long end() {
        return end;
    }

    /** The lines of the unit's code; an empty table if it has none. */
    public LineTable lines() throws DwarfException {
        if (lines == null) {
            lines = lineOffset < 0 ? LineTable.empty() : new LineProgram(file, lineOffset).run();
        }
        return lines;
    }

    /** The functions of this unit that have code of their own, with what is inlined into them. */
    public List<FunctionScope> functions() throws DwarfException {
        List<FunctionScope> functions = new ArrayList<>();
        List<FunctionScope> enclosing = new ArrayList<>();
        FunctionScope parent = null;
        Cursor in = file.info.at(firstEntry);
        while (in.position() < end) {
            long offset = in.position();
            long code = in.uleb();
            if (code == 0) {
                if (enclosing.isEmpty()) {
                    return functions;
                }
                parent = enclosing.remove(enclosing.size() - 1);
                continue;
            }
            Abbreviation shape = shape(in, code);
            FunctionScope scope = readScope(in, shape, offset, parent);
            if (scope != null && shape.tag == DW_TAG_subprogram) {
                functions.add(scope);
            } else if (scope != null && scope != parent) {
                parent.inlined().add(scope);
            }
            if (shape.hasChildren) {
                enclosing.add(parent);
                parent = scope;
            }
        }
        return functions;
    }

    /** Reads an entry; answers the function or inlined copy that its children are in, or null. */
    private FunctionScope readScope(Cursor in, Abbreviation shape, long offset, FunctionScope parent)
            throws DwarfException {
        boolean inlined = shape.tag == DW_TAG_inlined_subroutine && parent != null;
        if (!inlined && shape.tag != DW_TAG_subprogram) {
            skipAttributes(in, shape);
            return parent;
        }
        attributes.read(in, shape);
        long[] code = codeRanges();
        if (code.length == 0 || !inlined && !file.isCode(code[0])) {
            return null;
        }
        int callFile = (int) attributes.callFile;
        int callLine = LineTable.plausible(attributes.callLine);
        long origin = inlined && attributes.originForm != Attributes.ABSENT
                ? entryOffset(attributes.originForm, attributes.origin)
                : offset;
        return new FunctionScope(file.unitOf(origin).subprogram(origin), code, callFile, callLine);
    }

    private static void skipAttributes(Cursor in, Abbreviation shape) throws DwarfException {
        if (shape.fixedSize >= 0) {
            in.skip(shape.fixedSize);
            return;
        }
        for (int form : shape.forms) {
            Forms.skip(in, form);
        }
    }

    /** What the function is called whose entry, in this unit, is at an offset. Uses {@link #attributes}. */
    private Subprogram subprogram(long offset) throws DwarfException {
        Subprogram known = subprograms.get(offset);
        if (known != null) {
            return known;
        }
        String name = null;
        String linkageName = null;
        String sourceFile = null;
        Unit unit = this;
        long entry = offset;
        for (int i = 0; i < MAX_ORIGINS && entry >= 0; i++) {
            unit = file.unitOf(entry);
            Cursor in = file.info.at(entry);
            attributes.read(in, unit.shape(in, in.uleb()));
            if (name == null && attributes.nameForm != Attributes.ABSENT) {
                name = unit.string(attributes.nameForm, attributes.name);
            }
            if (linkageName == null && attributes.linkageNameForm != Attributes.ABSENT) {
                linkageName = unit.string(attributes.linkageNameForm, attributes.linkageName);
            }
            if (sourceFile == null && attributes.declFileForm != Attributes.ABSENT) {
                sourceFile = unit.lines().fileName(attributes.declFile);
            }
            boolean isComplete = attributes.originForm == Attributes.ABSENT;
            entry = isComplete ? -1 : unit.entryOffset(attributes.originForm, attributes.origin);
        }
        Subprogram result = new Subprogram(name, linkageName, sourceFile);
        subprograms.put(offset, result);
        return result;
    }

    private void readUnitEntry(Cursor in) throws DwarfException {
        attributes.read(in, shape(in, in.uleb()));
        strOffsetsBase = attributes.strOffsetsBase;
        addrBase = attributes.addrBase;
        rnglistsBase = attributes.rnglistsBase;
        if (attributes.statementListForm != Attributes.ABSENT) {
            lineOffset = attributes.statementList;
        }
        if (attributes.lowPcForm != Attributes.ABSENT) {
            lowPc = address(attributes.lowPcForm, attributes.lowPc);
        }
    }

    private Abbreviation shape(Cursor in, long code) throws DwarfException {
        Abbreviation shape = abbreviations.get(code);
        if (shape == null) {
            throw in.problem("entry with unknown abbreviation code " + code);
        }
        return shape;
    }

    /** The code of the entry whose attributes were just read. */
    private long[] codeRanges() throws DwarfException {
        if (attributes.rangesForm != Attributes.ABSENT) {
            return version == 5 ? rangeList() : RangeList.readVersion4(file, attributes.ranges, lowPc);
        }
        if (attributes.lowPcForm == Attributes.ABSENT || attributes.highPcForm == Attributes.ABSENT) {
            return new long[0];
        }
        long low = address(attributes.lowPcForm, attributes.lowPc);
        long high = isAddress(attributes.highPcForm)
                ? address(attributes.highPcForm, attributes.highPc)
                : low + attributes.highPc;
        return Long.compareUnsigned(low, high) < 0 ? new long[] {low, high} : new long[0];
    }

    private long[] rangeList() throws DwarfException {
        long offset = attributes.ranges;
        if (attributes.rangesForm == DW_FORM_rnglistx) {
            offset = rnglistsBase + file.rnglists.at(rnglistsBase + offset * 4).u32();
        }
        return new RangeList(this, file.rnglists.at(offset), lowPc).read();
    }

    private static boolean isAddress(int form) {
        return form == DW_FORM_addr || form == DW_FORM_addrx || form >= DW_FORM_addrx1 && form <= DW_FORM_addrx4;
    }

    private long address(int form, long raw) throws DwarfException {
        return form == DW_FORM_addr ? raw : indexedAddress(raw);
    }

    /** An address of this unit's part of {@code .debug_addr}. */
    long indexedAddress(long index) throws DwarfException {
        return file.addresses.at(addrBase + index * 8).u64();
    }

    /** The string that an attribute value stands for. */
    private String string(int form, long raw) throws DwarfException {
        switch (form) {
            case DW_FORM_string:
                return file.info.string(raw);
            case DW_FORM_strp:
                return file.strings.string(raw);
            case DW_FORM_line_strp:
                return file.lineStrings.string(raw);
            case DW_FORM_strx:
            case DW_FORM_strx1:
            case DW_FORM_strx2:
            case DW_FORM_strx3:
            case DW_FORM_strx4:
                return file.strings.string(
                        file.strOffsets.at(strOffsetsBase + raw * 4).u32());
            default:
                throw unexpectedForm("string", form);
        }
    }

    /** The offset in {@code .debug_info} that a reference stands for. */
    private long entryOffset(int form, long raw) throws DwarfException {
        switch (form) {
            case DW_FORM_ref_addr:
                return raw;
            case DW_FORM_ref1:
            case DW_FORM_ref2:
            case DW_FORM_ref4:
            case DW_FORM_ref8:
            case DW_FORM_ref_udata:
                return start + raw;
            default:
                throw unexpectedForm("reference", form);
        }
    }

    private DwarfException unexpectedForm(String what, int form) {
        return new DwarfException(what + " in unexpected form 0x" + Integer.toHexString(form), file.info.name(), start);
    }
}
