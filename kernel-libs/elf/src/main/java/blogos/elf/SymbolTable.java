package blogos.elf;

import blogos.aot.api.Bytes;

/**
 * The symbols of an {@link ElfFile}, by number from 0; number 0 is the null symbol. Nothing is allocated but the
 * strings asked for.
 */
public final class SymbolTable {
    /** Type: none given. */
    public static final int STT_NOTYPE = 0;

    /** Type: data. */
    public static final int STT_OBJECT = 1;

    /** Type: code. */
    public static final int STT_FUNC = 2;

    /** Binding: seen in its own object only. */
    public static final int STB_LOCAL = 0;

    /** Binding: global. */
    public static final int STB_GLOBAL = 1;

    /** Binding: global of lower precedence. */
    public static final int STB_WEAK = 2;

    /** Section number of an undefined symbol. */
    public static final int SHN_UNDEF = 0;

    /** Section number of a symbol whose value is absolute. */
    public static final int SHN_ABS = 0xfff1;

    private static final int ENTRY_SIZE = 24;

    private final Bytes entries;
    private final StringTable strings;
    private final int count;

    SymbolTable(Section section, StringTable strings) throws ElfException {
        this.count = section.entryCount(ENTRY_SIZE);
        this.entries = section.contents();
        this.strings = strings;
    }

    /** Number of symbols. */
    public int count() {
        return count;
    }

    /** Name of a symbol as ISO-8859-1 text. */
    public String name(int index) throws ElfException {
        return strings.get(nameOffset(index));
    }

    /** Whether a symbol has an ASCII name. */
    public boolean hasName(int index, String name) throws ElfException {
        return strings.isAt(nameOffset(index), name);
    }

    /** Address, or offset in the section in a relocatable file. */
    public long value(int index) {
        return entries.i64((long) index * ENTRY_SIZE + 8);
    }

    /** Size in bytes; 0 if unknown. */
    public long size(int index) {
        return entries.i64((long) index * ENTRY_SIZE + 16);
    }

    /** {@link #STT_FUNC} or another type, 0 to 15. */
    public int type(int index) {
        return entries.u8((long) index * ENTRY_SIZE + 4) & 15;
    }

    /** {@link #STB_GLOBAL} or another binding, 0 to 15. */
    public int binding(int index) {
        return entries.u8((long) index * ENTRY_SIZE + 4) >> 4;
    }

    /** Number of the section it is defined in, {@link #SHN_UNDEF}, {@link #SHN_ABS} or another reserved number. */
    public int sectionIndex(int index) {
        return entries.u16((long) index * ENTRY_SIZE + 6);
    }

    /** Number of the first defined symbol with an ASCII name; -1 if there is none. Linear in the size of the table. */
    public int find(String name) throws ElfException {
        for (int i = 1; i < count; i++) {
            if (sectionIndex(i) != SHN_UNDEF && hasName(i, name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Number of a function symbol whose range contains an address; -1 if there is none. Linear in the size of the
     * table.
     */
    public int findFunction(long address) {
        for (int i = 1; i < count; i++) {
            boolean inRange = Long.compareUnsigned(address - value(i), size(i)) < 0;
            if (inRange && type(i) == STT_FUNC && sectionIndex(i) != SHN_UNDEF) {
                return i;
            }
        }
        return -1;
    }

    private long nameOffset(int index) {
        return entries.u32((long) index * ENTRY_SIZE);
    }
}
