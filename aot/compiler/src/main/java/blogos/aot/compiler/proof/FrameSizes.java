package blogos.aot.compiler.proof;

import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.Section;
import blogos.elf.SymbolTable;
import java.util.HashMap;
import java.util.Map;

/**
 * How much stack each function of a linked image uses at most, return address included: the largest distance between
 * the stack pointer and the canonical frame address that its call frame information (System V ABI AMD64, section 4.2.4;
 * DWARF 5, section 6.4) tells. Code without frame pointers describes every change of the stack pointer, so this is exact.
 */
final class FrameSizes {
    /** What {@link #of} answers for a function whose frame has no fixed size. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private static final int CIE_ID_OFFSET = 4;
    private static final int STACK_POINTER = 7;

    private final Bytes frames;
    private final long frameAddress;
    private final Map<String, Long> sizes = new HashMap<>();

    private int at;
    private long initialOffset;

    private FrameSizes(Section section) {
        frames = section.contents();
        frameAddress = section.address();
    }

    /** Reads an image. */
    static FrameSizes read(byte[] image) throws ElfException {
        ElfFile elf = ElfFile.parse(Bytes.copyForTest(image));
        Section section = elf.section(".eh_frame");
        SymbolTable symbols = elf.symbols();
        if (section == null || symbols == null) {
            throw new ElfException("no call frame information or no symbols", 0);
        }
        FrameSizes sizes = new FrameSizes(section);
        sizes.readAll(symbols);
        return sizes;
    }

    /** Bytes of stack that the function with a symbol uses; 0 if there is none, since it is inlined wherever it is called. */
    long of(String symbol) {
        return sizes.getOrDefault(symbol, 0L);
    }

    private void readAll(SymbolTable symbols) throws ElfException {
        Map<Long, Long> byAddress = new HashMap<>();
        for (int entry = 0; entry + 4 <= frames.length() && frames.u32(entry) != 0; ) {
            int end = entry + 4 + (int) frames.u32(entry);
            int cie = (int) frames.u32(entry + CIE_ID_OFFSET);
            if (cie != 0) {
                readInitialOffset(entry + CIE_ID_OFFSET - cie);
                // The addresses are relative to their own place (DW_EH_PE_pcrel | DW_EH_PE_sdata4), as LLVM writes them.
                long start = frameAddress + entry + 8 + frames.i32(entry + 8);
                at = entry + 16;
                int augmentation = (int) unsigned();
                byAddress.put(start, largestOffset(at + augmentation, end));
            }
            entry = end;
        }
        for (int i = 1; i < symbols.count(); i++) {
            Long size = symbols.type(i) == SymbolTable.STT_FUNC ? byAddress.get(symbols.value(i)) : null;
            if (size != null) {
                sizes.put(symbols.name(i), size);
            }
        }
    }

    private void readInitialOffset(int cie) throws ElfException {
        at = cie + 9;
        boolean hasAugmentation = frames.u8(at) == 'z';
        while (frames.u8(at++) != 0) {
            // The augmentation string is skipped.
        }
        unsigned();
        unsigned();
        unsigned();
        if (!hasAugmentation) {
            throw new ElfException("call frame information of an unknown kind", cie);
        }
        int length = (int) unsigned();
        initialOffset = 8;
        initialOffset = largestOffset(at + length, cie + 4 + (int) frames.u32(cie));
    }

    /** Runs call frame instructions, as far as they move the canonical frame address. */
    private long largestOffset(int start, int end) throws ElfException {
        at = start;
        long largest = initialOffset;
        while (at < end) {
            int opcode = frames.u8(at++);
            switch (opcode >> 6) {
                case 1, 3 -> { }
                case 2 -> unsigned();
                default -> largest = Math.max(largest, extended(opcode));
            }
        }
        return largest;
    }

    /** An instruction whose operands follow; answers the offset that it sets, or 0. */
    private long extended(int opcode) throws ElfException {
        switch (opcode) {
            case 0x00, 0x0a, 0x0b -> { } // nop, remember_state, restore_state
            case 0x02 -> at += 1; // advance_loc1
            case 0x03 -> at += 2; // advance_loc2
            case 0x04 -> at += 4; // advance_loc4
            case 0x06, 0x07, 0x08 -> unsigned(); // restore_extended, undefined, same_value
            case 0x05, 0x09, 0x14 -> { // offset_extended, register, val_offset
                unsigned();
                unsigned();
            }
            case 0x0c -> { // def_cfa
                boolean isStackPointer = unsigned() == STACK_POINTER;
                long offset = unsigned();
                return isStackPointer ? offset : UNBOUNDED;
            }
            case 0x0d -> { // def_cfa_register
                return unsigned() == STACK_POINTER ? 0 : UNBOUNDED;
            }
            case 0x0e -> { // def_cfa_offset
                return unsigned();
            }
            case 0x0f -> { // def_cfa_expression
                at += (int) unsigned();
                return UNBOUNDED;
            }
            case 0x10, 0x16 -> { // expression, val_expression
                unsigned();
                at += (int) unsigned();
            }
            case 0x2e -> unsigned(); // GNU_args_size
            default -> throw new ElfException("call frame instruction 0x" + Integer.toHexString(opcode), at);
        }
        return 0;
    }

    private long unsigned() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = frames.u8(at++);
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return value;
    }
}
