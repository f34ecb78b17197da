package blogos.kernel.unwind;

/**
 * The instructions that describe how a function moves its stack pointer and saves registers (DWARF version 5, section
 * 6.4.2).
 */
final class UnwindProgram {
    private static final int REMEMBERED = 4;

    private final long codeAlignment;
    private final long dataAlignment;
    private final int pointerEncoding;
    private final UnwindRow row = new UnwindRow();
    private final UnwindRow initial = new UnwindRow();
    private final UnwindRow[] remembered = new UnwindRow[REMEMBERED];
    private int rememberedCount;

    /** A program with the factors and the encoding of addresses that its common information entry gives. */
    UnwindProgram(long codeAlignment, long dataAlignment, int pointerEncoding) {
        this.codeAlignment = codeAlignment;
        this.dataAlignment = dataAlignment;
        this.pointerEncoding = pointerEncoding;
    }

    /** The rules so far. */
    UnwindRow row() {
        return row;
    }

    /** Makes the rules so far those that the restoring instructions go back to. */
    void endInitial() {
        initial.copyFrom(row);
    }

    /**
     * Runs instructions up to an offset, or until they are about code above an address.
     *
     * @param location address of the code that the first of them is about
     * @throws IndexOutOfBoundsException if they make no sense
     */
    void run(DwarfCursor in, long end, long location, long pc) {
        long at = location;
        while (in.position() < end && at <= pc) {
            int instruction = in.u8();
            int operand = instruction & 0x3f;
            switch (instruction >> 6) {
                case 1 -> at += operand * codeAlignment;
                case 2 -> row.set(operand, UnwindRow.OFFSET, in.unsigned() * dataAlignment);
                case 3 -> row.restore(operand, initial);
                default -> {
                    if (operand >= 1 && operand <= 4) {
                        at = advance(in, operand, at);
                    } else {
                        execute(in, operand);
                    }
                }
            }
        }
    }

    private long advance(DwarfCursor in, int instruction, long at) {
        return switch (instruction) {
            case 1 -> in.encoded(pointerEncoding);
            case 2 -> at + in.u8() * codeAlignment;
            case 3 -> at + in.u16() * codeAlignment;
            default -> at + in.u32() * codeAlignment;
        };
    }

    private void execute(DwarfCursor in, int instruction) {
        switch (instruction) {
            case 0x00 -> {}
            case 0x05 -> row.set(in.unsigned(), UnwindRow.OFFSET, in.unsigned() * dataAlignment);
            case 0x06 -> row.restore(in.unsigned(), initial);
            case 0x07 -> row.set(in.unsigned(), UnwindRow.UNDEFINED, 0);
            case 0x08 -> row.set(in.unsigned(), UnwindRow.SAME, 0);
            case 0x09 -> row.set(in.unsigned(), UnwindRow.REGISTER, in.unsigned());
            case 0x0a -> remember();
            case 0x0b -> recall();
            case 0x0c -> setCfa(in.unsigned(), in.unsigned());
            case 0x0d -> row.setCfaRegister(in.unsigned());
            case 0x0e -> row.setCfaOffset(in.unsigned());
            case 0x11 -> row.set(in.unsigned(), UnwindRow.OFFSET, in.signed() * dataAlignment);
            case 0x12 -> setCfa(in.unsigned(), in.signed() * dataAlignment);
            case 0x13 -> row.setCfaOffset(in.signed() * dataAlignment);
            case 0x14 -> row.set(in.unsigned(), UnwindRow.VALUE_OFFSET, in.unsigned() * dataAlignment);
            case 0x2e -> in.unsigned();
            default -> throw new IndexOutOfBoundsException(instruction);
        }
    }

    private void setCfa(long register, long offset) {
        row.setCfaRegister(register);
        row.setCfaOffset(offset);
    }

    private void remember() {
        UnwindRow copy = new UnwindRow();
        copy.copyFrom(row);
        remembered[rememberedCount] = copy;
        rememberedCount++;
    }

    private void recall() {
        rememberedCount--;
        row.copyFrom(remembered[rememberedCount]);
    }
}
