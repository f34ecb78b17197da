package blogos.dwarf;

import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.Section;

/** A debug section of a linked file; empty if the file lacks it. */
final class DwarfSection {
    private final String name;
    private final Bytes bytes;

    DwarfSection(String name, Bytes bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static DwarfSection of(ElfFile file, String name) throws ElfException, DwarfException {
        Section section = file.section(name);
        if (section == null) {
            return new DwarfSection(name, file.file().slice(0, 0));
        }
        if ((section.flags() & Section.SHF_COMPRESSED) != 0) {
            throw new DwarfException("compressed debug sections are not supported: " + name);
        }
        return new DwarfSection(name, section.contents());
    }

    String name() {
        return name;
    }

    Bytes bytes() {
        return bytes;
    }

    long length() {
        return bytes.length();
    }

    Cursor at(long offset) throws DwarfException {
        return new Cursor(this, offset);
    }

    /** The string at an offset. */
    String string(long offset) throws DwarfException {
        return at(offset).string();
    }
}
