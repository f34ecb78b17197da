package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * Interprets call frame instructions (DWARF version 5, 6.4.2 and 7.24) on the current row in a {@link FrameCursor}'s
 * memory.
 */
@NoPoll
final class CallFrameProgram {
    private static final int ADVANCE_LOC = 0x40;
    private static final int OFFSET = 0x80;
    private static final int RESTORE = 0xc0;
    private static final int LOW_BITS = 0x3f;

    private CallFrameProgram() {}

    /**
     * Runs instructions until the table's location passes {@code instruction}. False if there is one that is not
     * supported.
     */
    static boolean run(Address cursor, Address start, Address end, Address instruction) {
        DwarfReader in = DwarfReader.open(cursor.plus(FrameCursor.READER), start);
        CallFrameRow row = CallFrameRow.at(cursor.plus(FrameCursor.ROW));
        CallFrameRow initial = CallFrameRow.at(cursor.plus(FrameCursor.INITIAL_ROW));
        long codeAlignment = cursor.loadLong(FrameCursor.CODE_ALIGNMENT);
        long dataAlignment = cursor.loadLong(FrameCursor.DATA_ALIGNMENT);
        Address location = cursor.loadAddress(FrameCursor.FUNCTION);
        while (in.position().isBelow(end)) {
            int operation = in.u8();
            int low = operation & LOW_BITS;
            long advance = 0;
            switch (operation & ~LOW_BITS) {
                case ADVANCE_LOC -> advance = low;
                case OFFSET -> row.setRule(low, CallFrameRow.OFFSET, in.unsigned() * dataAlignment);
                case RESTORE -> row.restore(low, initial);
                default -> {
                    switch (operation) {
                        // DW_CFA_nop
                        case 0x00 -> {}
                        // DW_CFA_advance_loc1, 2, 4
                        case 0x02 -> advance = in.u8();
                        case 0x03 -> advance = in.u16();
                        case 0x04 -> advance = in.u32();
                        // DW_CFA_offset_extended
                        case 0x05 -> row.setRule(in.unsigned(), CallFrameRow.OFFSET, in.unsigned() * dataAlignment);
                        // DW_CFA_restore_extended
                        case 0x06 -> row.restore(in.unsigned(), initial);
                        // DW_CFA_undefined
                        case 0x07 -> row.setRule(in.unsigned(), CallFrameRow.UNDEFINED, 0);
                        // DW_CFA_same_value
                        case 0x08 -> row.setRule(in.unsigned(), CallFrameRow.SAME, 0);
                        // DW_CFA_register
                        case 0x09 -> row.setRule(in.unsigned(), CallFrameRow.REGISTER, in.unsigned());
                        // DW_CFA_def_cfa
                        case 0x0c -> row.setFrameAddress(in.unsigned(), in.unsigned());
                        // DW_CFA_def_cfa_register
                        case 0x0d -> row.setFrameAddress(in.unsigned(), row.frameOffset());
                        // DW_CFA_def_cfa_offset
                        case 0x0e -> row.setFrameAddress(row.frameRegister(), in.unsigned());
                        // DW_CFA_offset_extended_sf
                        case 0x11 -> row.setRule(in.unsigned(), CallFrameRow.OFFSET, in.signed() * dataAlignment);
                        // DW_CFA_def_cfa_sf
                        case 0x12 -> row.setFrameAddress(in.unsigned(), in.signed() * dataAlignment);
                        // DW_CFA_def_cfa_offset_sf
                        case 0x13 -> row.setFrameAddress(row.frameRegister(), in.signed() * dataAlignment);
                        // DW_CFA_val_offset
                        case 0x14 ->
                            row.setRule(in.unsigned(), CallFrameRow.VALUE_OFFSET, in.unsigned() * dataAlignment);
                        // DW_CFA_val_offset_sf
                        case 0x15 -> row.setRule(in.unsigned(), CallFrameRow.VALUE_OFFSET, in.signed() * dataAlignment);
                        // DW_CFA_GNU_args_size
                        case 0x2e -> cursor.storeLong(FrameCursor.ARGUMENTS_SIZE, in.unsigned());
                        // DW_CFA_remember_state, DW_CFA_restore_state
                        case 0x0a, 0x0b -> {
                            if (!moveRow(cursor, row, operation == 0x0a)) {
                                return false;
                            }
                        }
                        default -> {
                            return false;
                        }
                    }
                }
            }
            location = location.plus(advance * codeAlignment);
            if (instruction.isBelow(location)) {
                return true;
            }
        }
        return true;
    }

    /** Pushes the row on the stack of remembered ones, or pops it. */
    private static boolean moveRow(Address cursor, CallFrameRow row, boolean isPush) {
        long depth = cursor.loadLong(FrameCursor.ROW_DEPTH);
        long top = isPush ? depth : depth - 1;
        if (top < 0 || top >= FrameCursor.ROW_STACK_SIZE) {
            return false;
        }
        CallFrameRow remembered = CallFrameRow.at(cursor.plus(FrameCursor.ROW_STACK + top * CallFrameRow.SIZE));
        if (isPush) {
            remembered.copyFrom(row);
        } else {
            row.copyFrom(remembered);
        }
        cursor.storeLong(FrameCursor.ROW_DEPTH, isPush ? depth + 1 : top);
        return true;
    }
}
