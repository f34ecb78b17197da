package blogos.kernel.unwind;

/** A walk up the stack of a program that was interrupted: from each frame to its caller. */
public final class StackWalk {
    /** Reads the memory of the program. */
    public interface Memory {
        /** Whether the 8 bytes at an address can be read. */
        boolean isReadable(long address);

        /** The 8 bytes at an address that {@link #isReadable}. */
        long read(long address);
    }

    private final CallFrameTable table;
    private final Memory memory;
    private long[] registers;
    private boolean exact = true;

    /**
     * A walk that begins at the interrupted instruction.
     *
     * @param table the program's call frame information; null if it has none: then there is only one frame
     * @param registers the interrupted registers by DWARF number: rax, rdx, rcx, rbx, rsi, rdi, rbp, rsp, r8 to r15,
     *     rip (System V AMD64 ABI, figure 3.36)
     */
    public StackWalk(CallFrameTable table, Memory memory, long[] registers) {
        this.table = table;
        this.memory = memory;
        this.registers = registers.clone();
    }

    /** An address in the instruction that the frame is at: the interrupted one or a call. */
    public long instruction() {
        return exact ? registers[UnwindRow.RIP] : registers[UnwindRow.RIP] - 1;
    }

    /**
     * Moves to the caller. False, with nothing changed, if there is none or if table or stack make no sense. Each step
     * moves up the stack, so a walk ends.
     */
    public boolean step() {
        UnwindRow row = table == null ? null : table.find(instruction());
        if (row == null || row.kind(UnwindRow.RIP) != UnwindRow.OFFSET) {
            return false;
        }
        long frame = registers[row.cfaRegister()] + row.cfaOffset();
        if (Long.compareUnsigned(frame, registers[UnwindRow.RSP]) <= 0) {
            return false;
        }
        long[] caller = registers.clone();
        caller[UnwindRow.RSP] = frame;
        for (int i = 0; i < UnwindRow.REGISTERS; i++) {
            long operand = row.operand(i);
            switch (row.kind(i)) {
                case UnwindRow.OFFSET -> {
                    if (!memory.isReadable(frame + operand)) {
                        return false;
                    }
                    caller[i] = memory.read(frame + operand);
                }
                case UnwindRow.VALUE_OFFSET -> caller[i] = frame + operand;
                case UnwindRow.REGISTER -> {
                    if (operand < 0 || operand >= UnwindRow.REGISTERS) {
                        return false;
                    }
                    caller[i] = registers[(int) operand];
                }
                default -> {}
            }
        }
        if (caller[UnwindRow.RIP] == 0) {
            return false;
        }
        registers = caller;
        exact = table.isSignalFrame();
        return true;
    }
}
