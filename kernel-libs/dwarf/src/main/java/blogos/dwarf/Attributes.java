package blogos.dwarf;

import static blogos.dwarf.Dwarf.*;

import blogos.dwarf.Abbreviations.Abbreviation;

/**
 * The attributes of one entry that this reader uses, as raw numbers with their forms. One object is used for many
 * entries.
 */
final class Attributes {
    /** Form of an attribute that is absent. */
    static final int ABSENT = 0;

    int nameForm;
    long name;
    int linkageNameForm;
    long linkageName;
    int lowPcForm;
    long lowPc;
    int highPcForm;
    long highPc;
    int rangesForm;
    long ranges;
    int statementListForm;
    long statementList;
    int originForm;
    long origin;
    int declFileForm;
    long declFile;
    long callFile;
    long callLine;
    long strOffsetsBase;
    long addrBase;
    long rnglistsBase;

    /** Reads the attributes of an entry and leaves the cursor behind them. */
    void read(Cursor in, Abbreviation shape) throws DwarfException {
        clear();
        for (int i = 0; i < shape.forms.length; i++) {
            int form = shape.forms[i];
            if (isUsed(shape.attributes[i])) {
                form = form == DW_FORM_indirect ? in.ulebInt() : form;
                set(shape.attributes[i], form, Forms.read(in, form, shape.constants[i]));
            } else {
                Forms.skip(in, form);
            }
        }
    }

    private void clear() {
        nameForm = ABSENT;
        linkageNameForm = ABSENT;
        lowPcForm = ABSENT;
        highPcForm = ABSENT;
        rangesForm = ABSENT;
        statementListForm = ABSENT;
        originForm = ABSENT;
        declFileForm = ABSENT;
        callFile = 0;
        callLine = 0;
        strOffsetsBase = 0;
        addrBase = 0;
        rnglistsBase = 0;
    }

    private static boolean isUsed(int attribute) {
        switch (attribute) {
            case DW_AT_name:
            case DW_AT_linkage_name:
            case DW_AT_low_pc:
            case DW_AT_high_pc:
            case DW_AT_ranges:
            case DW_AT_stmt_list:
            case DW_AT_abstract_origin:
            case DW_AT_specification:
            case DW_AT_decl_file:
            case DW_AT_call_file:
            case DW_AT_call_line:
            case DW_AT_str_offsets_base:
            case DW_AT_addr_base:
            case DW_AT_rnglists_base:
                return true;
            default:
                return false;
        }
    }

    private void set(int attribute, int form, long value) {
        switch (attribute) {
            case DW_AT_name:
                nameForm = form;
                name = value;
                break;
            case DW_AT_linkage_name:
                linkageNameForm = form;
                linkageName = value;
                break;
            case DW_AT_low_pc:
                lowPcForm = form;
                lowPc = value;
                break;
            case DW_AT_high_pc:
                highPcForm = form;
                highPc = value;
                break;
            case DW_AT_ranges:
                rangesForm = form;
                ranges = value;
                break;
            case DW_AT_stmt_list:
                statementListForm = form;
                statementList = value;
                break;
            case DW_AT_abstract_origin:
            case DW_AT_specification:
                originForm = form;
                origin = value;
                break;
            case DW_AT_decl_file:
                declFileForm = form;
                declFile = value;
                break;
            case DW_AT_call_file:
                callFile = value;
                break;
            case DW_AT_call_line:
                callLine = value;
                break;
            case DW_AT_str_offsets_base:
                strOffsetsBase = value;
                break;
            case DW_AT_addr_base:
                addrBase = value;
                break;
            case DW_AT_rnglists_base:
                rnglistsBase = value;
                break;
            default:
                throw new IllegalArgumentException("attribute 0x" + Integer.toHexString(attribute));
        }
    }
}
