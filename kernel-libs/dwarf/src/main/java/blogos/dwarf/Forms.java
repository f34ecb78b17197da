package blogos.dwarf;

import static blogos.dwarf.Dwarf.*;

/** Attribute values in {@code .debug_info}, by form. DWARF 5 section 7.5.6; 32-bit format, 8-byte addresses. */
final class Forms {
    private static final int ADDRESS_SIZE = 8;

    private Forms() {}

    /** Size of a value in bytes, or -1 if it varies. */
    static int fixedSize(int form) {
        switch (form) {
            case DW_FORM_flag_present:
            case DW_FORM_implicit_const:
                return 0;
            case DW_FORM_data1:
            case DW_FORM_flag:
            case DW_FORM_ref1:
            case DW_FORM_strx1:
            case DW_FORM_addrx1:
                return 1;
            case DW_FORM_data2:
            case DW_FORM_ref2:
            case DW_FORM_strx2:
            case DW_FORM_addrx2:
                return 2;
            case DW_FORM_strx3:
            case DW_FORM_addrx3:
                return 3;
            case DW_FORM_data4:
            case DW_FORM_strp:
            case DW_FORM_line_strp:
            case DW_FORM_ref_addr:
            case DW_FORM_ref4:
            case DW_FORM_sec_offset:
            case DW_FORM_strx4:
            case DW_FORM_addrx4:
            case DW_FORM_ref_sup4:
            case DW_FORM_strp_sup:
                return 4;
            case DW_FORM_addr:
                return ADDRESS_SIZE;
            case DW_FORM_data8:
            case DW_FORM_ref8:
            case DW_FORM_ref_sig8:
            case DW_FORM_ref_sup8:
                return 8;
            case DW_FORM_data16:
                return 16;
            default:
                return -1;
        }
    }

    static void skip(Cursor in, int form) throws DwarfException {
        int size = fixedSize(form);
        if (size >= 0) {
            in.skip(size);
            return;
        }
        switch (form) {
            case DW_FORM_sdata:
            case DW_FORM_udata:
            case DW_FORM_ref_udata:
            case DW_FORM_strx:
            case DW_FORM_addrx:
            case DW_FORM_loclistx:
            case DW_FORM_rnglistx:
                in.skipLeb();
                return;
            case DW_FORM_string:
                in.skipString();
                return;
            case DW_FORM_block1:
                in.skip(in.u8());
                return;
            case DW_FORM_block2:
                in.skip(in.u16());
                return;
            case DW_FORM_block4:
                in.skip(in.u32());
                return;
            case DW_FORM_block:
            case DW_FORM_exprloc:
                in.skip(in.uleb());
                return;
            case DW_FORM_indirect:
                skip(in, in.ulebInt());
                return;
            default:
                throw in.problem("unknown attribute form 0x" + Integer.toHexString(form));
        }
    }

    /**
     * Reads the raw number of a value of class address, constant, flag, reference, string or a list: an address or
     * constant itself, an index or an offset as the form says.
     *
     * @param constant the value that the abbreviation holds for {@code DW_FORM_implicit_const}
     */
    static long read(Cursor in, int form, long constant) throws DwarfException {
        switch (form) {
            case DW_FORM_flag_present:
                return 1;
            case DW_FORM_implicit_const:
                return constant;
            case DW_FORM_sdata:
                return in.sleb();
            case DW_FORM_udata:
            case DW_FORM_ref_udata:
            case DW_FORM_strx:
            case DW_FORM_addrx:
            case DW_FORM_rnglistx:
                return in.uleb();
            case DW_FORM_string:
                long start = in.position();
                in.skipString();
                return start;
            default:
                return readFixed(in, form);
        }
    }

    private static long readFixed(Cursor in, int form) throws DwarfException {
        switch (fixedSize(form)) {
            case 1:
                return in.u8();
            case 2:
                return in.u16();
            case 3:
                return in.u24();
            case 4:
                return in.u32();
            case 8:
                return in.u64();
            default:
                throw in.problem("attribute in unexpected form 0x" + Integer.toHexString(form));
        }
    }
}
