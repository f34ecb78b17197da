package blogos.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of {@code .debug_abbrev}: the shapes of the entries of a unit. DWARF 5 section 7.5.3. */
final class Abbreviations {
    /** LLVM numbers the shapes of a unit from 1 up; a unit has some dozens. */
    private static final int MAX_CODE = 1 << 16;

    private final Abbreviation[] byCode;

    private Abbreviations(Abbreviation[] byCode) {
        this.byCode = byCode;
    }

    /**
     * One shape: attribute {@code attributes[i]} is in form {@code forms[i]}, with a value in the shape itself in
     * {@code constants[i]}.
     */
    static final class Abbreviation {
        final int tag;
        final boolean hasChildren;
        final int[] attributes;
        final int[] forms;
        final long[] constants;

        /** Size of all attributes in bytes, or -1 if it varies. */
        final int fixedSize;

        private Abbreviation(int tag, boolean hasChildren, int[] attributes, int[] forms, long[] constants) {
            this.tag = tag;
            this.hasChildren = hasChildren;
            this.attributes = attributes;
            this.forms = forms;
            this.constants = constants;
            this.fixedSize = fixedSize(forms);
        }

        private static int fixedSize(int[] forms) {
            int sum = 0;
            for (int form : forms) {
                int size = Forms.fixedSize(form);
                if (size < 0) {
                    return -1;
                }
                sum += size;
            }
            return sum;
        }
    }

    static Abbreviations read(DwarfSection section, long offset) throws DwarfException {
        Cursor in = section.at(offset);
        List<Abbreviation> list = new ArrayList<>();
        for (int code = in.ulebInt(); code != 0; code = in.ulebInt()) {
            if (code > MAX_CODE) {
                throw in.problem("abbreviation code too large: " + code);
            }
            while (list.size() <= code) {
                list.add(null);
            }
            list.set(code, readOne(in));
        }
        return new Abbreviations(list.toArray(new Abbreviation[0]));
    }

    /** The shape with a code, or null. */
    Abbreviation get(long code) {
        return code > 0 && code < byCode.length ? byCode[(int) code] : null;
    }

    private static Abbreviation readOne(Cursor in) throws DwarfException {
        int tag = in.ulebInt();
        boolean hasChildren = in.u8() != 0;
        int count = 0;
        int[] attributes = new int[8];
        int[] forms = new int[8];
        long[] constants = new long[8];
        while (true) {
            int attribute = in.ulebInt();
            int form = in.ulebInt();
            long constant = form == Dwarf.DW_FORM_implicit_const ? in.sleb() : 0;
            if (attribute == 0 && form == 0) {
                break;
            }
            if (count == attributes.length) {
                attributes = Arrays.copyOf(attributes, 2 * count);
                forms = Arrays.copyOf(forms, 2 * count);
                constants = Arrays.copyOf(constants, 2 * count);
            }
            attributes[count] = attribute;
            forms[count] = form;
            constants[count] = constant;
            count++;
        }
        return new Abbreviation(
                tag,
                hasChildren,
                Arrays.copyOf(attributes, count),
                Arrays.copyOf(forms, count),
                Arrays.copyOf(constants, count));
    }
}
