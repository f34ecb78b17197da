package blogos.dwarf;

import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The debugging information of a linked x86-64 ELF file: DWARF 4 or 5 in the 32-bit format, as LLVM and GCC write it.
 * It tells which functions have code, what was inlined where, and which line each instruction comes from; variables and
 * types are passed over.
 *
 * <p>Malformed input gives a {@link DwarfException}. The file's memory must stay mapped while this object is in use.
 */
public final class DwarfFile {
    final DwarfSection info;
    final DwarfSection line;
    final DwarfSection strings;
    final DwarfSection lineStrings;
    final DwarfSection strOffsets;
    final DwarfSection addresses;
    final DwarfSection rnglists;
    final DwarfSection ranges;

    /** Pairs of address and size. */
    private final long[] codeRanges;

    private final DwarfSection abbreviations;
    private final Map<Long, Abbreviations> abbreviationTables = new HashMap<>();
    private final List<Unit> units = new ArrayList<>();

    private DwarfFile(ElfFile file) throws ElfException, DwarfException {
        codeRanges = findCode(file);
        info = DwarfSection.of(file, ".debug_info");
        abbreviations = DwarfSection.of(file, ".debug_abbrev");
        line = DwarfSection.of(file, ".debug_line");
        strings = DwarfSection.of(file, ".debug_str");
        lineStrings = DwarfSection.of(file, ".debug_line_str");
        strOffsets = DwarfSection.of(file, ".debug_str_offsets");
        addresses = DwarfSection.of(file, ".debug_addr");
        rnglists = DwarfSection.of(file, ".debug_rnglists");
        ranges = DwarfSection.of(file, ".debug_ranges");
        readUnits();
    }

    /** Finds the units of a file; there are none if the file has no debugging information. */
    public static DwarfFile parse(ElfFile file) throws ElfException, DwarfException {
        return new DwarfFile(file);
    }

    /** The units with code, in the order of the file. */
    public List<Unit> units() {
        return units;
    }

    Abbreviations abbreviations(long offset) throws DwarfException {
        Abbreviations table = abbreviationTables.get(offset);
        if (table == null) {
            table = Abbreviations.read(abbreviations, offset);
            abbreviationTables.put(offset, table);
        }
        return table;
    }

    /** The unit that the entry at an offset of {@code .debug_info} belongs to. */
    Unit unitOf(long offset) throws DwarfException {
        int low = 0;
        int high = units.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Unit unit = units.get(middle);
            if (offset < unit.start()) {
                high = middle - 1;
            } else if (offset >= unit.end()) {
                low = middle + 1;
            } else {
                return unit;
            }
        }
        throw new DwarfException("reference to no entry", info.name(), offset);
    }

    /**
     * Whether an address is in a section of code. Linkers give what describes discarded code an address that is not.
     */
    boolean isCode(long address) {
        for (int i = 0; i < codeRanges.length; i += 2) {
            if (Long.compareUnsigned(address - codeRanges[i], codeRanges[i + 1]) < 0) {
                return true;
            }
        }
        return false;
    }

    private static long[] findCode(ElfFile file) {
        long[] ranges = new long[2 * file.sectionCount()];
        int used = 0;
        for (int i = 0; i < file.sectionCount(); i++) {
            Section section = file.section(i);
            if ((section.flags() & Section.SHF_EXECINSTR) != 0 && section.size() > 0) {
                ranges[used++] = section.address();
                ranges[used++] = section.size();
            }
        }
        return Arrays.copyOf(ranges, used);
    }

    private void readUnits() throws DwarfException {
        Cursor in = info.at(0);
        while (in.position() < info.length()) {
            long start = in.position();
            long length = in.unitLength();
            long end = in.position() + length;
            Unit unit = Unit.read(this, in, start, end);
            if (unit != null) {
                units.add(unit);
            }
            in.moveTo(end);
        }
    }
}
