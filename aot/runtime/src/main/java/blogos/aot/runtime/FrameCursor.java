package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;

/**
 * A position on a stack: the registers of one frame, and the step to its caller by the call frame information in {@code
 * .eh_frame} (DWARF version 5, 6.4). Works anywhere: it allocates nothing, initialises no class and reads the stack
 * only inside bounds.
 *
 * <p>It is the address of {@link #SIZE} bytes of memory that begin with the registers in DWARF's order (System V AMD64
 * ABI, figure 3.36: rax, rdx, rcx, rbx, rsi, rdi, rbp, rsp, r8 to r15, and the program counter), 8 bytes each. Whoever
 * makes one fills in those, of which the caller-saved ones may be garbage, and calls {@link #open}.
 */
@Word
@NoPoll
public final class FrameCursor {
    /** Bytes of memory that a cursor needs, a multiple of 16; aligned to 8. */
    public static final int SIZE = 2432;

    /** A cursor on the stack: with 8 bytes that align it behind a return address. */
    private static final int PUSHED = SIZE + 8;

    /** Assembly at the start of a function: pushes a cursor with the caller's registers; rax and rdx are lost. */
    static final String PUSH = "movq (%rsp), %rax\n"
            + "leaq 8(%rsp), %rdx\n"
            + "subq $" + PUSHED + ", %rsp\n"
            + ".cfi_adjust_cfa_offset " + PUSHED + "\n"
            + "movq %rbx, 24(%rsp)\n"
            + "movq %rbp, 48(%rsp)\n"
            + "movq %rdx, 56(%rsp)\n"
            + "movq %r12, 96(%rsp)\n"
            + "movq %r13, 104(%rsp)\n"
            + "movq %r14, 112(%rsp)\n"
            + "movq %r15, 120(%rsp)\n"
            + "movq %rax, 128(%rsp)";

    /** Assembly that takes the cursor of {@link #PUSH} off the stack. */
    static final String POP = "addq $" + PUSHED + ", %rsp\n.cfi_adjust_cfa_offset -" + PUSHED;

    /** DWARF number of rsp. */
    public static final int RSP = 7;

    /** DWARF number of rbp. */
    public static final int RBP = 6;

    /** DWARF number of the program counter's column. */
    public static final int RIP = 16;

    /** How many registers there are. */
    public static final int REGISTERS = 17;

    /** How many program counters {@link #note} can keep. */
    static final int NOTES = 32;

    static final int LOWEST = 136;
    static final int HIGHEST = 144;
    static final int EXACT = 152;
    static final int READER = 160;
    static final int LSDA = 168;
    static final int FUNCTION = 176;
    static final int FUNCTION_END = 184;
    static final int SIGNAL = 192;
    static final int ARGUMENTS_SIZE = 200;
    static final int CODE_ALIGNMENT = 208;
    static final int DATA_ALIGNMENT = 216;
    static final int RETURN_COLUMN = 224;
    static final int LSDA_ENCODING = 232;
    static final int POINTER_ENCODING = 240;
    static final int AUGMENTED = 248;
    static final int CIE_PROGRAM = 256;
    static final int CIE_PROGRAM_END = 264;
    static final int PROGRAM = 272;
    static final int PROGRAM_END = 280;
    static final int ROW_DEPTH = 288;
    static final int ROW = 296;
    static final int INITIAL_ROW = ROW + CallFrameRow.SIZE;
    static final int ROW_STACK = INITIAL_ROW + CallFrameRow.SIZE;
    static final int ROW_STACK_SIZE = 4;
    private static final int SAVED = ROW_STACK + ROW_STACK_SIZE * CallFrameRow.SIZE;
    private static final int NOTED = SAVED + REGISTERS * 8;

    private final long block;

    private FrameCursor(long block) {
        this.block = block;
    }

    /** The cursor in a block of memory. */
    public static FrameCursor at(Address block) {
        return new FrameCursor(block.toLong());
    }

    /**
     * Makes the cursor usable.
     *
     * @param isExact whether the program counter is that of an instruction to execute (an interrupted one), rather than
     * a return address
     * @param lowest first stack address that may be read
     * @param highest end of the stack that may be read
     */
    public void open(boolean isExact, Address lowest, Address highest) {
        memory().storeLong(EXACT, isExact ? 1 : 0);
        memory().storeAddress(LOWEST, lowest);
        memory().storeAddress(HIGHEST, highest);
    }

    /** Opens a cursor over the running thread's own registers, whose stack is trusted. */
    void openTrusted() {
        open(false, Address.zero(), Address.of(-1));
    }

    Address memory() {
        return Address.of(block);
    }

    /** A register by its DWARF number. */
    public long register(int number) {
        return memory().loadLong(number * 8L);
    }

    /** Program counter: where the frame continues. */
    public Address pc() {
        return memory().loadAddress(RIP * 8L);
    }

    /** Stack pointer. */
    public Address stackPointer() {
        return memory().loadAddress(RSP * 8L);
    }

    /**
     * An address inside the instruction that the frame is at: the program counter, less one if that is a return
     * address, which may lie behind the function.
     */
    public Address instruction() {
        return pc().minus(1 - memory().loadLong(EXACT));
    }

    /**
     * Moves to the caller. False, and the cursor is where it was, at the outermost frame or where the tables or the
     * stack make no sense.
     */
    public boolean step() {
        return locate() && CallFrames.unwind(memory(), instruction());
    }

    /** Looks up the tables of the frame's function. */
    boolean locate() {
        Address header = UnwindTables.headerFor(instruction());
        return !header.isZero() && locate(header);
    }

    boolean locate(Address header) {
        return CallFrames.find(memory(), header, instruction());
    }

    /** After {@link #locate}: the function's language-specific data area, or 0. */
    Address languageData() {
        return memory().loadAddress(LSDA);
    }

    /** After {@link #locate}: the function's first address. */
    Address function() {
        return memory().loadAddress(FUNCTION);
    }

    /** Whether 8 bytes at a stack address may be read. */
    static boolean isReadable(Address memory, Address address) {
        return !address.isBelow(memory.loadAddress(LOWEST)) && address.isBelow(memory.loadAddress(HIGHEST).minus(7));
    }

    /** Remembers where the cursor is. */
    void save() {
        memory().plus(SAVED).copyFrom(memory(), REGISTERS * 8L);
    }

    /** Goes back to where {@link #save} was called. The cursor must have been at a return address. */
    void restore() {
        memory().copyFrom(memory().plus(SAVED), REGISTERS * 8L);
        memory().storeLong(EXACT, 0);
    }

    /** Keeps a number in the cursor's memory; {@code index} is below {@link #NOTES}. */
    void note(int index, long value) {
        memory().storeLong(NOTED + index * 8L, value);
    }

    long noted(int index) {
        return memory().loadLong(NOTED + index * 8L);
    }
}
