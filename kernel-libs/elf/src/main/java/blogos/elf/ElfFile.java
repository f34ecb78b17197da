package blogos.elf;

import blogos.aot.api.Bytes;

/**
 * An ELF64 little-endian x86-64 file seen through a checked view of its bytes.
 *
 * <p>{@link #parse} validates the file header, every program header and every section header, so that the segments and
 * sections handed out later lie inside the file. What needs a further look (names, symbols, relocations) is validated
 * where it is asked for. Whatever the bytes are, only {@link ElfException} comes out, and every operation ends after a
 * number of steps bounded by the size of the file. Index arguments are the caller's responsibility: a bad one is an
 * {@link IndexOutOfBoundsException}.
 *
 * <p>Nothing is copied: the file's memory must stay mapped and unchanged while this object or anything made from it is
 * used. Header objects are made on demand; keep one rather than asking again in a loop.
 *
 * <p>Source: System V ABI (gABI), chapters 4 and 5; System V ABI AMD64 supplement, chapter 4.
 */
public final class ElfFile {
    /** File type: relocatable object. */
    public static final int ET_REL = 1;

    /** File type: executable at fixed addresses. */
    public static final int ET_EXEC = 2;

    /** File type: shared object or position-independent executable. */
    public static final int ET_DYN = 3;

    /** log2 of the size in bytes of the pages that the load checks keep apart. */
    static final int PAGE_SHIFT = 12;

    private static final int HEADER_SIZE = 64;
    private static final int PN_XNUM = 0xffff;
    private static final int SHN_XINDEX = 0xffff;

    private final Bytes file;
    private final long programHeaders;
    private final int programHeaderCount;
    private final long sectionHeaders;
    private final int sectionCount;
    private final StringTable sectionNames;

    private ElfFile(Bytes file) throws ElfException {
        this.file = file;
        checkFileHeader();
        this.sectionHeaders = file.i64(0x28);
        this.sectionCount = sectionHeaders == 0 ? 0 : countSections();
        this.programHeaders = file.i64(0x20);
        this.programHeaderCount = countProgramHeaders();
        for (int i = 0; i < programHeaderCount; i++) {
            programHeader(i).validate();
        }
        for (int i = 0; i < sectionCount; i++) {
            section(i).validate();
        }
        this.sectionNames = findSectionNames();
    }

    /**
     * Checks the headers of a file.
     *
     * @throws ElfException if this is no ELF64 x86-64 file or a header contradicts itself or points outside the file
     */
    public static ElfFile parse(Bytes file) throws ElfException {
        return new ElfFile(file);
    }

    /** The whole file. */
    public Bytes file() {
        return file;
    }

    /** {@link #ET_REL}, {@link #ET_EXEC} or {@link #ET_DYN}. */
    public int type() {
        return file.u16(0x10);
    }

    /** Virtual address of the entry point; 0 if there is none. */
    public long entry() {
        return file.i64(0x18);
    }

    /** Number of program headers. */
    public int programHeaderCount() {
        return programHeaderCount;
    }

    /** A program header, {@code index} from 0. */
    public ProgramHeader programHeader(int index) {
        checkIndex(index, programHeaderCount);
        return new ProgramHeader(file, programHeaders + (long) index * ProgramHeader.SIZE);
    }

    /** The first program header of a type ({@link ProgramHeader#PT_LOAD} ...), or null. */
    public ProgramHeader firstProgramHeader(int type) {
        for (int i = 0; i < programHeaderCount; i++) {
            ProgramHeader header = programHeader(i);
            if (header.type() == type) {
                return header;
            }
        }
        return null;
    }

    /** Number of sections, the null section 0 included; 0 if the file has no section headers. */
    public int sectionCount() {
        return sectionCount;
    }

    /** A section, {@code index} from 0. */
    public Section section(int index) {
        checkIndex(index, sectionCount);
        return new Section(file, index, sectionHeaders + (long) index * Section.SIZE);
    }

    /** The first section with an ASCII name, or null. */
    public Section section(String name) throws ElfException {
        if (sectionNames == null) {
            return null;
        }
        for (int i = 1; i < sectionCount; i++) {
            Section section = section(i);
            if (sectionNames.isAt(section.nameOffset(), name)) {
                return section;
            }
        }
        return null;
    }

    /** The name of a section; empty if the file names no sections. */
    public String sectionName(Section section) throws ElfException {
        return sectionNames == null ? "" : sectionNames.get(section.nameOffset());
    }

    /** The symbol table ({@code SHT_SYMTAB}), or null if the file has none. */
    public SymbolTable symbols() throws ElfException {
        for (int i = 1; i < sectionCount; i++) {
            Section section = section(i);
            if (section.type() == Section.SHT_SYMTAB) {
                return symbols(section);
            }
        }
        return null;
    }

    /** The symbols in a section of type {@code SHT_SYMTAB} or {@code SHT_DYNSYM}. */
    public SymbolTable symbols(Section section) throws ElfException {
        if (section.type() != Section.SHT_SYMTAB && section.type() != Section.SHT_DYNSYM) {
            throw new ElfException("section " + section.index() + " holds no symbols", section.headerOffset());
        }
        return new SymbolTable(section, new StringTable(linkedSection(section)));
    }

    /** The relocations in a section of type {@code SHT_RELA}. */
    public RelocationTable relocations(Section section) throws ElfException {
        if (section.type() != Section.SHT_RELA) {
            throw new ElfException("section " + section.index() + " holds no RELA relocations", section.headerOffset());
        }
        return new RelocationTable(section);
    }

    /** The section that {@code sh_link} of a section names. */
    public Section linkedSection(Section section) throws ElfException {
        int link = section.link();
        if (link <= 0 || link >= sectionCount) {
            String problem = "section " + section.index() + " links to section " + link + ", which does not exist";
            throw new ElfException(problem, section.headerOffset() + 40);
        }
        return section(link);
    }

    /** Lowest virtual address of a {@code PT_LOAD} segment with a size; 0 if there is none. */
    public long lowestAddress() {
        boolean found = false;
        long lowest = 0;
        for (int i = 0; i < programHeaderCount; i++) {
            ProgramHeader header = programHeader(i);
            if (header.occupiesMemory() && (!found || Long.compareUnsigned(header.virtualAddress(), lowest) < 0)) {
                lowest = header.virtualAddress();
                found = true;
            }
        }
        return lowest;
    }

    /**
     * Highest virtual address of a byte of a {@code PT_LOAD} segment (inclusive, as the end may be 2^64); 0 if there is
     * none.
     */
    public long highestAddress() {
        long highest = 0;
        for (int i = 0; i < programHeaderCount; i++) {
            ProgramHeader header = programHeader(i);
            if (header.occupiesMemory() && Long.compareUnsigned(header.lastVirtualAddress(), highest) > 0) {
                highest = header.lastVirtualAddress();
            }
        }
        return highest;
    }

    /** What a loader must know before it maps the segments: see {@link LoadCheck#checkVirtual}. */
    public void checkLoadable(long first, long last) throws ElfException {
        LoadCheck.checkVirtual(this, first, last);
    }

    /**
     * What a loader must know before it copies segments to their physical addresses: see
     * {@link LoadCheck#checkPhysical}.
     */
    public void checkPhysicallyLoadable(long first, long last) throws ElfException {
        LoadCheck.checkPhysical(this, first, last);
    }

    private void checkFileHeader() throws ElfException {
        if (file.length() < HEADER_SIZE) {
            throw new ElfException("file of " + file.length() + " bytes is too short for an ELF header", 0);
        }
        if (file.i32(0) != 0x464c_457f) {
            throw new ElfException("not an ELF file: wrong magic number", 0);
        }
        require(file.u8(4) == 2, "not a 64-bit ELF file", 4);
        require(file.u8(5) == 1, "not a little-endian ELF file", 5);
        require(file.u8(6) == 1 && file.i32(0x14) == 1, "unknown ELF version", 6);
        require(type() >= ET_REL && type() <= ET_DYN, "neither object, executable nor shared object", 0x10);
        require(file.u16(0x12) == 62, "not for x86-64", 0x12);
        require(file.u16(0x34) == HEADER_SIZE, "wrong ELF header size", 0x34);
    }

    /** Also checks that the table lies in the file. */
    private int countSections() throws ElfException {
        require(file.u16(0x3a) == Section.SIZE, "wrong section header size", 0x3a);
        checkTable(sectionHeaders, 1, Section.SIZE, "section headers", 0x28);
        long count = file.u16(0x3c);
        if (count == 0) {
            count = file.i64(sectionHeaders + 0x20);
        }
        checkTable(sectionHeaders, count, Section.SIZE, "section headers", 0x3c);
        return (int) count;
    }

    /** Also checks that the table lies in the file. */
    private int countProgramHeaders() throws ElfException {
        long count = file.u16(0x38);
        if (count == PN_XNUM && sectionCount > 0) {
            count = file.u32(sectionHeaders + 0x2c);
        }
        if (count > 0) {
            require(file.u16(0x36) == ProgramHeader.SIZE, "wrong program header size", 0x36);
            checkTable(programHeaders, count, ProgramHeader.SIZE, "program headers", 0x20);
        }
        return (int) count;
    }

    private StringTable findSectionNames() throws ElfException {
        long index = file.u16(0x3e);
        if (index == 0 || sectionCount == 0) {
            return null;
        }
        if (index == SHN_XINDEX) {
            index = file.u32(sectionHeaders + 0x28);
        }
        require(index < sectionCount, "the section of section names does not exist", 0x3e);
        return new StringTable(section((int) index));
    }

    private void checkTable(long offset, long count, int entrySize, String what, long where) throws ElfException {
        if (count < 0 || count > file.length() / entrySize || !fits(file, offset, count * entrySize)) {
            throw new ElfException(what + " reach outside the file", where);
        }
    }

    /** Whether a range lies inside a view, for any values. */
    static boolean fits(Bytes bytes, long offset, long size) {
        return offset >= 0 && size >= 0 && size <= bytes.length() && offset <= bytes.length() - size;
    }

    private static void require(boolean condition, String problem, long offset) throws ElfException {
        if (!condition) {
            throw new ElfException(problem, offset);
        }
    }

    private static void checkIndex(int index, int count) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
    }
}
