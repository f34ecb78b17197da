package blogos.aot.compiler.plugin;

import blogos.aot.compiler.CompileException;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.RelocationTable;
import blogos.elf.Section;
import blogos.elf.SymbolTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The places of a plug-in that depend on where it is loaded, and those that depend on where the host's symbols are. Each
 * place holds what it would hold if all of those were at address 0, so the loader only adds.
 */
final class PluginRelocations {
    /** The 8 bytes of a host symbol's address. */
    private static final int IMPORT_64 = 0;
    /** The low 4 bytes of a host symbol's address. */
    private static final int IMPORT_32 = 1;
    /** The distance of a host symbol from the place, 4 bytes. */
    private static final int IMPORT_RELATIVE = 2;
    private static final int KIND_SHIFT = 30;

    private final ElfFile elf;
    private final Map<String, Integer> exports;
    private final TreeSet<Integer> own64 = new TreeSet<>();
    private final TreeSet<Integer> own32 = new TreeSet<>();
    private final TreeMap<Integer, Integer> imports = new TreeMap<>();

    private PluginRelocations(ElfFile elf, Map<String, Integer> exports) {
        this.elf = elf;
        this.exports = exports;
    }

    /** Finds the places in a plug-in linked at 0 with its relocations; {@code exports} has the indexes of the host's symbols. */
    static PluginRelocations find(ElfFile elf, Map<String, Integer> exports) throws ElfException {
        PluginRelocations found = new PluginRelocations(elf, exports);
        for (int i = 0; i < elf.sectionCount(); i++) {
            Section section = elf.section(i);
            if (section.type() == Section.SHT_RELA) {
                found.add(elf.relocations(section));
            }
        }
        return found;
    }

    private void add(RelocationTable relocations) throws ElfException {
        if ((elf.section(relocations.targetSection()).flags() & Section.SHF_ALLOC) == 0) {
            return;
        }
        SymbolTable symbols = elf.symbols(elf.section(relocations.symbolSection()));
        for (int i = 0; i < relocations.count(); i++) {
            int symbol = relocations.symbol(i);
            Integer index = exports.get(symbols.name(symbol));
            boolean isImport = index != null && symbols.sectionIndex(symbol) == SymbolTable.SHN_ABS;
            int place = (int) relocations.place(i);
            switch (relocations.type(i)) {
                case RelocationTable.R_X86_64_NONE -> { }
                case RelocationTable.R_X86_64_64 -> add(place, own64, isImport, index, IMPORT_64);
                case RelocationTable.R_X86_64_32, RelocationTable.R_X86_64_32S -> add(place, own32, isImport, index, IMPORT_32);
                case RelocationTable.R_X86_64_PC32, RelocationTable.R_X86_64_PLT32 -> {
                    if (isImport) {
                        add(place, own32, true, index, IMPORT_RELATIVE);
                    }
                }
                default -> throw new CompileException("relocation of type " + relocations.type(i) + " for "
                        + symbols.name(symbol) + " is not possible in a plug-in");
            }
        }
    }

    private void add(int place, TreeSet<Integer> own, boolean isImport, Integer index, int kind) {
        if (isImport) {
            imports.put(place, kind << KIND_SHIFT | index);
        } else {
            own.add(place);
        }
    }

    /** Bytes that {@link #write} writes. */
    int size() {
        return 4 * own64.size() + 4 * own32.size() + 8 * imports.size();
    }

    /** The three numbers of places: own of 8 bytes, own of 4 bytes, those of host symbols. */
    int[] counts() {
        return new int[] {own64.size(), own32.size(), imports.size()};
    }

    /** Writes the places in the order of {@link #counts}; those of host symbols with kind and index behind them. */
    void write(ByteBuffer out) {
        out.order(ByteOrder.LITTLE_ENDIAN);
        own64.forEach(out::putInt);
        own32.forEach(out::putInt);
        imports.forEach((place, symbol) -> out.putInt(place).putInt(symbol));
    }
}
