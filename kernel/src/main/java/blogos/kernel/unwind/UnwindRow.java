package blogos.kernel.unwind;

/**
 * How to find the registers of a frame's caller: the canonical frame address (CFA) and, for each register by its DWARF
 * number (System V AMD64 ABI, figure 3.36), where it was saved.
 */
final class UnwindRow {
    /** Number of registers: the 16 general ones and the program counter. */
    static final int REGISTERS = 17;

    /** DWARF number of the stack pointer. */
    static final int RSP = 7;

    /** DWARF number of the program counter. */
    static final int RIP = 16;

    /** Rule: the register has its old value. */
    static final int SAME = 0;

    /** Rule: the value is lost. For the program counter: there is no caller. */
    static final int UNDEFINED = 1;

    /** Rule: saved in memory at CFA plus the operand. */
    static final int OFFSET = 2;

    /** Rule: the value is CFA plus the operand. */
    static final int VALUE_OFFSET = 3;

    /** Rule: saved in the register that the operand names. */
    static final int REGISTER = 4;

    private final int[] kinds = new int[REGISTERS];
    private final long[] operands = new long[REGISTERS];
    private int cfaRegister;
    private long cfaOffset;

    void copyFrom(UnwindRow other) {
        System.arraycopy(other.kinds, 0, kinds, 0, REGISTERS);
        System.arraycopy(other.operands, 0, operands, 0, REGISTERS);
        cfaRegister = other.cfaRegister;
        cfaOffset = other.cfaOffset;
    }

    /** Sets a register's rule; a register that is not one of the {@link #REGISTERS} does not count. */
    void set(long register, int kind, long operand) {
        if (register >= 0 && register < REGISTERS) {
            kinds[(int) register] = kind;
            operands[(int) register] = operand;
        }
    }

    /** Gives a register the rule that it has in another row. */
    void restore(long register, UnwindRow initial) {
        if (register >= 0 && register < REGISTERS) {
            set(register, initial.kinds[(int) register], initial.operands[(int) register]);
        }
    }

    /**
     * Sets the register of the CFA.
     *
     * @throws IndexOutOfBoundsException if it is not one of the general ones
     */
    void setCfaRegister(long register) {
        if (register < 0 || register >= RIP) {
            throw new IndexOutOfBoundsException(register);
        }
        cfaRegister = (int) register;
    }

    void setCfaOffset(long offset) {
        cfaOffset = offset;
    }

    int cfaRegister() {
        return cfaRegister;
    }

    long cfaOffset() {
        return cfaOffset;
    }

    int kind(int register) {
        return kinds[register];
    }

    long operand(int register) {
        return operands[register];
    }
}
