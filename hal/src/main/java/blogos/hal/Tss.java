package blogos.hal;

import blogos.aot.api.Address;

/** The task state segment (Intel SDM volume 3A, section 8.7): which stacks the CPU switches to. */
public final class Tss {
    /** Interrupt stack table entry for double faults. */
    public static final int DOUBLE_FAULT_STACK = 1;

    /** Interrupt stack table entry for non-maskable interrupts. */
    public static final int NMI_STACK = 2;

    /** Interrupt stack table entry for machine checks. */
    public static final int MACHINE_CHECK_STACK = 3;

    /** Size in bytes, without an I/O permission map. */
    static final int SIZE = 104;

    private static final int FAULT_STACKS = 3;

    /** Offset of the stack pointer for entries from programs. */
    static final int PRIVILEGED_STACK = 4;

    private static final int INTERRUPT_STACKS_OFFSET = 36;
    private static final int IO_MAP_OFFSET = 102;

    /** Offset of the segment in {@link StaticMemory#descriptorTables}. */
    private static final int PLACE = 128;

    private Tss() {}

    /** Fills the segment in. */
    static Address initialize() {
        Address tss = tss();
        tss.fill(SIZE, (byte) 0);
        tss.storeShort(IO_MAP_OFFSET, (short) SIZE);
        long stackSize = StaticMemory.FAULT_STACKS_SIZE / FAULT_STACKS;
        for (int i = 1; i <= FAULT_STACKS; i++) {
            setInterruptStack(
                    i,
                    VirtAddr.of(StaticMemory.faultStacks().plus(i * stackSize).toLong()));
        }
        return tss;
    }

    /** Sets one of the interrupt stacks by its top, a multiple of 16. */
    public static void setInterruptStack(int number, VirtAddr top) {
        if (number < 1 || number > FAULT_STACKS) {
            throw new IndexOutOfBoundsException(number);
        }
        tss().storeLong(INTERRUPT_STACKS_OFFSET + (number - 1) * 8L, top.toLong());
    }

    /** Top of one of the interrupt stacks. */
    public static VirtAddr interruptStack(int number) {
        if (number < 1 || number > FAULT_STACKS) {
            throw new IndexOutOfBoundsException(number);
        }
        return VirtAddr.of(tss().loadLong(INTERRUPT_STACKS_OFFSET + (number - 1) * 8L));
    }

    private static Address tss() {
        return StaticMemory.descriptorTables().plus(PLACE);
    }
}
