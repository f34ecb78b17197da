package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;

/**
 * A row of the call frame table (DWARF version 5, 6.4.1): how to compute the canonical frame address and each register
 * of the caller.
 */
@Word
@NoPoll
final class CallFrameRow {
    /** Size in memory. */
    static final int SIZE = 16 + FrameCursor.REGISTERS * 16;

    /** Rule: the register keeps its value. */
    static final int SAME = 0;

    /** Rule: saved at an offset from the frame address. */
    static final int OFFSET = 1;

    /** Rule: is the frame address plus an offset. */
    static final int VALUE_OFFSET = 2;

    /** Rule: in another register. */
    static final int REGISTER = 3;

    /** Rule: lost; for the program counter: there is no caller. */
    static final int UNDEFINED = 4;

    private static final int CFA_REGISTER = 0;
    private static final int CFA_OFFSET = 8;
    private static final int RULES = 16;
    private static final int VALUES = RULES + FrameCursor.REGISTERS * 8;

    private final long row;

    private CallFrameRow(long row) {
        this.row = row;
    }

    static CallFrameRow at(Address row) {
        return new CallFrameRow(row.toLong());
    }

    private Address memory() {
        return Address.of(row);
    }

    void clear() {
        memory().fill(SIZE, (byte) 0);
    }

    void copyFrom(CallFrameRow other) {
        memory().copyFrom(other.memory(), SIZE);
    }

    void setFrameAddress(long register, long offset) {
        memory().storeLong(CFA_REGISTER, register);
        memory().storeLong(CFA_OFFSET, offset);
    }

    long frameRegister() {
        return memory().loadLong(CFA_REGISTER);
    }

    long frameOffset() {
        return memory().loadLong(CFA_OFFSET);
    }

    /** Sets a register's rule; registers beyond the program counter (vector registers and so on) are ignored. */
    void setRule(long register, int rule, long value) {
        if (register >= 0 && register < FrameCursor.REGISTERS) {
            memory().storeLong(RULES + register * 8, rule);
            memory().storeLong(VALUES + register * 8, value);
        }
    }

    int rule(long register) {
        return (int) memory().loadLong(RULES + register * 8);
    }

    long value(long register) {
        return memory().loadLong(VALUES + register * 8);
    }

    /** Takes a register's rule from another row. */
    void restore(long register, CallFrameRow initial) {
        if (register >= 0 && register < FrameCursor.REGISTERS) {
            setRule(register, initial.rule(register), initial.value(register));
        }
    }
}
