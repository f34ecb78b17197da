package blogos.elf;

import blogos.aot.api.Bytes;

/** A section of NUL-terminated strings. */
final class StringTable {
    /** No sane name is longer; bounds the work a corrupt file can cause. */
    private static final int MAX_LENGTH = 1 << 20;

    private final Section section;
    private final Bytes bytes;

    StringTable(Section section) throws ElfException {
        if (section.type() != Section.SHT_STRTAB) {
            String problem = "section " + section.index() + " is used as string table but is none";
            throw new ElfException(problem, section.headerOffset() + 4);
        }
        this.section = section;
        this.bytes = section.contents();
    }

    /** The string at an offset as ISO-8859-1 text. */
    String get(long offset) throws ElfException {
        long end = offset;
        while (end < bytes.length() && bytes.u8(end) != 0 && end - offset <= MAX_LENGTH) {
            end++;
        }
        if (end >= bytes.length() || end - offset > MAX_LENGTH) {
            throw unterminated(offset);
        }
        return bytes.latin1(offset, (int) (end - offset));
    }

    /** Whether the string at an offset equals an ASCII name. */
    boolean isAt(long offset, String name) throws ElfException {
        for (int i = 0; i <= name.length(); i++) {
            if (offset + i >= bytes.length()) {
                throw unterminated(offset);
            }
            int expected = i < name.length() ? name.charAt(i) : 0;
            if (bytes.u8(offset + i) != expected) {
                return false;
            }
        }
        return true;
    }

    private ElfException unterminated(long offset) {
        String problem = "name does not end inside its string table, section " + section.index();
        return new ElfException(problem, section.offset() + offset);
    }
}
