package blogos.aot.compiler.link;

import blogos.aot.api.Bytes;
import blogos.aot.compiler.CompileException;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.ProgramHeader;
import blogos.elf.Section;
import blogos.elf.SymbolTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a UEFI application from an ELF image that was linked at address 0 with {@code --emit-relocs}.
 *
 * <p>Nothing moves: each loadable segment becomes a section whose relative virtual address is its ELF address, and
 * the headers lie at 0. So 32-bit absolute addresses in data are relative virtual addresses in the result. 64-bit
 * absolute addresses become base relocations. Time stamp and checksum are 0; the same image gives the same bytes.
 *
 * <p>Sources: Microsoft "PE Format"; UEFI Specification 2.10, section 2.1.1 "UEFI Images".
 */
public final class PeWriter {
    private static final int SECTION_ALIGNMENT = 4096;
    private static final int FILE_ALIGNMENT = 512;

    private static final int DOS_HEADER_SIZE = 64;
    private static final int COFF_HEADER_SIZE = 4 + 20;
    private static final int DIRECTORY_COUNT = 16;
    private static final int OPTIONAL_HEADER_SIZE = 112 + 8 * DIRECTORY_COUNT;
    private static final int SECTION_HEADER_SIZE = 40;

    private static final int IMAGE_FILE_MACHINE_AMD64 = 0x8664;
    private static final int IMAGE_FILE_EXECUTABLE_IMAGE = 0x2;
    private static final int IMAGE_FILE_LARGE_ADDRESS_AWARE = 0x20;
    private static final int PE32_PLUS = 0x20b;
    private static final int IMAGE_SUBSYSTEM_EFI_APPLICATION = 10;
    private static final int IMAGE_DLLCHARACTERISTICS_HIGH_ENTROPY_VA = 0x20;
    private static final int IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE = 0x40;
    private static final int IMAGE_DLLCHARACTERISTICS_NX_COMPAT = 0x100;
    private static final int BASE_RELOCATION_DIRECTORY = 5;

    private static final int IMAGE_SCN_CNT_CODE = 0x20;
    private static final int IMAGE_SCN_CNT_INITIALIZED_DATA = 0x40;
    private static final int IMAGE_SCN_MEM_DISCARDABLE = 0x02000000;
    private static final int IMAGE_SCN_MEM_EXECUTE = 0x20000000;
    private static final int IMAGE_SCN_MEM_READ = 0x40000000;
    private static final int IMAGE_SCN_MEM_WRITE = 0x80000000;

    private PeWriter() {
    }

    /**
     * Converts an image.
     *
     * @param elf the linked image
     * @param output the UEFI application
     * @throws CompileException if the image cannot be loaded at any address, is not laid out for this, or a file
     *     cannot be read or written
     */
    public static void write(Path elf, Path output) {
        try {
            Files.write(output, convert(Files.readAllBytes(elf)));
        } catch (ElfException e) {
            throw new CompileException("cannot make a UEFI application from " + elf + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CompileException("cannot make " + output + ": " + e, e);
        }
    }

    /** Converts an image in memory: the bytes of an ELF file to those of a PE file. */
    static byte[] convert(byte[] image) throws ElfException {
        ElfFile elf = ElfFile.parse(Bytes.copyForTest(image));
        SymbolTable symbols = elf.symbols();
        int start = symbols == null ? -1 : symbols.find("__image_start");
        if (start < 0 || symbols.value(start) != 0) {
            throw new CompileException("the image is not linked at address 0, as UEFI applications must be");
        }
        List<PeSection> sections = sections(elf);
        byte[] relocations = BaseRelocations.encode(BaseRelocations.find(elf));
        if (relocations.length > 0) {
            int address = align(end(sections), SECTION_ALIGNMENT);
            int flags = IMAGE_SCN_CNT_INITIALIZED_DATA | IMAGE_SCN_MEM_READ | IMAGE_SCN_MEM_DISCARDABLE;
            sections.add(new PeSection(".reloc", address, relocations.length, relocations, flags));
        }
        int headersSize = align(
                DOS_HEADER_SIZE + COFF_HEADER_SIZE + OPTIONAL_HEADER_SIZE + SECTION_HEADER_SIZE * sections.size(),
                FILE_ALIGNMENT);
        int first = sections.get(0).address;
        if (first < headersSize) {
            throw new CompileException("no room for the PE headers below 0x" + Integer.toHexString(first));
        }
        return new Layout(sections, headersSize, relocations.length, Math.toIntExact(elf.entry())).write();
    }

    /** The loadable segments as sections, ascending. */
    private static List<PeSection> sections(ElfFile elf) throws ElfException {
        List<PeSection> sections = new ArrayList<>();
        for (int i = 0; i < elf.programHeaderCount(); i++) {
            ProgramHeader segment = elf.programHeader(i);
            if (!segment.occupiesMemory()) {
                continue;
            }
            if (segment.virtualAddress() % SECTION_ALIGNMENT != 0 || segment.lastVirtualAddress() > Integer.MAX_VALUE) {
                throw new CompileException("segment at 0x" + Long.toHexString(segment.virtualAddress())
                        + " cannot be a PE section: it must start on a page and end below 2 GiB");
            }
            byte[] contents = new byte[Math.toIntExact(segment.fileSize())];
            segment.contents().copyTo(0, contents, 0, contents.length);
            sections.add(new PeSection(name(elf, segment), (int) segment.virtualAddress(),
                    Math.toIntExact(segment.memorySize()), contents, flags(segment)));
        }
        if (sections.isEmpty()) {
            throw new CompileException("the image has nothing to load");
        }
        return sections;
    }

    /** A segment is called like the first section in it. */
    private static String name(ElfFile elf, ProgramHeader segment) throws ElfException {
        for (int i = 1; i < elf.sectionCount(); i++) {
            Section section = elf.section(i);
            boolean loaded = (section.flags() & Section.SHF_ALLOC) != 0 && section.size() > 0;
            if (loaded && segment.contains(section.address())) {
                return elf.sectionName(section);
            }
        }
        return "";
    }

    private static int flags(ProgramHeader segment) {
        int flags = IMAGE_SCN_MEM_READ | (segment.isExecutable() ? IMAGE_SCN_CNT_CODE : IMAGE_SCN_CNT_INITIALIZED_DATA);
        if (segment.isExecutable()) {
            flags |= IMAGE_SCN_MEM_EXECUTE;
        }
        if (segment.isWritable()) {
            flags |= IMAGE_SCN_MEM_WRITE;
        }
        return flags;
    }

    private static int end(List<PeSection> sections) {
        PeSection last = sections.get(sections.size() - 1);
        return Math.addExact(last.address, last.memorySize);
    }

    private static int align(int value, int alignment) {
        return Math.addExact(value, alignment - 1) / alignment * alignment;
    }

    /** A section: its address relative to the image, its size in memory, and the bytes of it that are in the file. */
    private record PeSection(String name, int address, int memorySize, byte[] contents, int flags) {
        int fileSize() {
            return align(contents.length, FILE_ALIGNMENT);
        }
    }

    /** The file as a whole. */
    private record Layout(List<PeSection> sections, int headersSize, int relocationsSize, int entry) {
        byte[] write() {
            int fileSize = headersSize;
            for (PeSection section : sections) {
                fileSize = Math.addExact(fileSize, section.fileSize());
            }
            ByteBuffer file = ByteBuffer.allocate(fileSize).order(ByteOrder.LITTLE_ENDIAN);
            file.put((byte) 'M').put((byte) 'Z');
            // e_lfanew, the last field of the DOS header: where the PE header is.
            file.putInt(DOS_HEADER_SIZE - 4, DOS_HEADER_SIZE);
            file.position(DOS_HEADER_SIZE);
            coffHeader(file);
            optionalHeader(file);
            int offset = headersSize;
            for (PeSection section : sections) {
                sectionHeader(file, section, offset);
                System.arraycopy(section.contents, 0, file.array(), offset, section.contents.length);
                offset += section.fileSize();
            }
            return file.array();
        }

        private void coffHeader(ByteBuffer file) {
            file.put("PE\0\0".getBytes(StandardCharsets.US_ASCII));
            file.putShort((short) IMAGE_FILE_MACHINE_AMD64).putShort((short) sections.size());
            // Time stamp, address and number of COFF symbols.
            file.putInt(0).putInt(0).putInt(0);
            file.putShort((short) OPTIONAL_HEADER_SIZE);
            file.putShort((short) (IMAGE_FILE_EXECUTABLE_IMAGE | IMAGE_FILE_LARGE_ADDRESS_AWARE));
        }

        private void optionalHeader(ByteBuffer file) {
            file.putShort((short) PE32_PLUS);
            // Linker version; sizes of code, initialised and uninitialised data.
            file.putShort((short) 0);
            file.putInt(fileSize(IMAGE_SCN_CNT_CODE)).putInt(fileSize(IMAGE_SCN_CNT_INITIALIZED_DATA)).putInt(0);
            file.putInt(entry).putInt(sections.get(0).address);
            // Image base, as linked.
            file.putLong(0);
            file.putInt(SECTION_ALIGNMENT).putInt(FILE_ALIGNMENT);
            // Versions of operating system, image and subsystem, and the reserved "Win32 version".
            file.putInt(0).putInt(0).putInt(0).putInt(0);
            file.putInt(align(end(sections), SECTION_ALIGNMENT)).putInt(headersSize);
            // Checksum: only Windows drivers need one.
            file.putInt(0);
            file.putShort((short) IMAGE_SUBSYSTEM_EFI_APPLICATION);
            file.putShort((short) (IMAGE_DLLCHARACTERISTICS_HIGH_ENTROPY_VA | IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE
                    | IMAGE_DLLCHARACTERISTICS_NX_COMPAT));
            // Reserved and committed sizes of stack and heap, which firmware ignores; loader flags.
            file.putLong(0).putLong(0).putLong(0).putLong(0).putInt(0);
            file.putInt(DIRECTORY_COUNT);
            for (int i = 0; i < DIRECTORY_COUNT; i++) {
                boolean present = i == BASE_RELOCATION_DIRECTORY && relocationsSize > 0;
                file.putInt(present ? sections.get(sections.size() - 1).address : 0);
                file.putInt(present ? relocationsSize : 0);
            }
        }

        private int fileSize(int flag) {
            return sections.stream().filter(section -> (section.flags & flag) != 0).mapToInt(PeSection::fileSize).sum();
        }

        private static void sectionHeader(ByteBuffer file, PeSection section, int offset) {
            byte[] name = section.name.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 8; i++) {
                file.put(i < name.length ? name[i] : 0);
            }
            file.putInt(section.memorySize).putInt(section.address);
            file.putInt(section.fileSize()).putInt(section.fileSize() == 0 ? 0 : offset);
            // COFF relocations and line numbers: where, and how many.
            file.putInt(0).putInt(0).putShort((short) 0).putShort((short) 0);
            file.putInt(section.flags);
        }
    }
}
