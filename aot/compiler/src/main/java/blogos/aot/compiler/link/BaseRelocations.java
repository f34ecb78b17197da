package blogos.aot.compiler.link;

import blogos.aot.compiler.CompileException;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.RelocationTable;
import blogos.elf.Section;
import blogos.elf.SymbolTable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;

/**
 * The places of an image that hold absolute addresses, which the firmware must adjust when it loads the image
 * elsewhere than at its base: found in the relocations of an ELF file linked with {@code --emit-relocs}, and encoded
 * as the PE format's base relocations ("PE Format", section "The .reloc Section").
 */
final class BaseRelocations {
    private static final int IMAGE_REL_BASED_DIR64 = 10;
    private static final int PAGE_SIZE = 4096;
    private static final int BLOCK_HEADER_SIZE = 8;

    /**
     * Relocations relative to the place, which survive a move of the whole image; those missing in {@link
     * RelocationTable}.
     */
    private static final int R_X86_64_GOTPCREL = 9;
    private static final int R_X86_64_GOTPCRELX = 41;
    private static final int R_X86_64_REX_GOTPCRELX = 42;

    private BaseRelocations() {
    }

    /**
     * The addresses of all 64-bit absolute addresses in sections that are loaded, ascending.
     *
     * @throws CompileException if code contains an absolute address of 32 bits, or the image has a relocation that
     *     cannot be kept
     */
    static TreeSet<Long> find(ElfFile elf) throws ElfException {
        TreeSet<Long> places = new TreeSet<>();
        for (int i = 0; i < elf.sectionCount(); i++) {
            Section section = elf.section(i);
            if (section.type() != Section.SHT_RELA) {
                continue;
            }
            RelocationTable relocations = elf.relocations(section);
            Section target = elf.section(relocations.targetSection());
            if ((target.flags() & Section.SHF_ALLOC) == 0) {
                continue;
            }
            SymbolTable symbols = elf.symbols(elf.section(relocations.symbolSection()));
            for (int j = 0; j < relocations.count(); j++) {
                if (isMoved(elf, target, relocations, symbols, j)) {
                    places.add(relocations.place(j));
                }
            }
        }
        return places;
    }

    /** Whether the place of a relocation changes with the address of the image. */
    private static boolean isMoved(
            ElfFile elf, Section target, RelocationTable relocations, SymbolTable symbols, int index)
            throws ElfException {
        int symbol = relocations.symbol(index);
        String place = "0x" + Long.toHexString(relocations.place(index));
        switch (relocations.type(index)) {
            case RelocationTable.R_X86_64_64:
                // An undefined weak symbol is 0 wherever the image is.
                return symbols.binding(symbol) != SymbolTable.STB_WEAK
                        || symbols.sectionIndex(symbol) != SymbolTable.SHN_UNDEF;
            case RelocationTable.R_X86_64_32:
            case RelocationTable.R_X86_64_32S:
                // In data such a value is meant to be relative to the image's start, as class pointers are.
                if ((target.flags() & Section.SHF_EXECINSTR) != 0) {
                    throw new CompileException("code at " + place + " contains the 32-bit absolute address of "
                            + name(elf, symbols, symbol) + ": a UEFI image can be loaded anywhere;"
                            + " use an address relative to rip");
                }
                return false;
            case RelocationTable.R_X86_64_NONE:
            case RelocationTable.R_X86_64_PC32:
            case RelocationTable.R_X86_64_PLT32:
            case RelocationTable.R_X86_64_PC64:
            // The linker has replaced these by relative addresses: with a global offset table it would not have linked.
            case R_X86_64_GOTPCREL:
            case R_X86_64_GOTPCRELX:
            case R_X86_64_REX_GOTPCRELX:
                return false;
            default:
                throw new CompileException("relocation of type " + relocations.type(index) + " at " + place + " for "
                        + name(elf, symbols, symbol) + " has no equivalent in a UEFI image");
        }
    }

    private static String name(ElfFile elf, SymbolTable symbols, int symbol) throws ElfException {
        String name = symbols.name(symbol);
        // The symbol of a section has no name of its own.
        return name.isEmpty() ? "section " + elf.sectionName(elf.section(symbols.sectionIndex(symbol))) : name;
    }

    /**
     * The contents of a {@code .reloc} section: for each page with places a block of 16-bit entries, padded to 32
     * bits.
     */
    static byte[] encode(Collection<Long> ascendingPlaces) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        ByteBuffer block = ByteBuffer.allocate(BLOCK_HEADER_SIZE + 2 * PAGE_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        Iterator<Long> places = ascendingPlaces.iterator();
        long place = places.hasNext() ? places.next() : -1;
        while (place >= 0) {
            long page = place / PAGE_SIZE * PAGE_SIZE;
            block.clear().putInt((int) page).putInt(0);
            while (place >= 0 && place < page + PAGE_SIZE) {
                block.putShort((short) (IMAGE_REL_BASED_DIR64 << 12 | (int) (place - page)));
                place = places.hasNext() ? places.next() : -1;
            }
            if (block.position() % 4 != 0) {
                block.putShort((short) 0);
            }
            block.putInt(4, block.position());
            blocks.write(block.array(), 0, block.position());
        }
        return blocks.toByteArray();
    }
}
