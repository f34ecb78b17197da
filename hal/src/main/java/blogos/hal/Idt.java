package blogos.hal;

import blogos.aot.api.Address;

/**
 * The interrupt descriptor table (Intel SDM volume 3A, section 6.14.1): gates for CPU exceptions, device interrupts and
 * system calls.
 */
final class Idt {
    private static final int VECTORS = 256;
    private static final int GATE_SIZE = 16;

    /** Present 64-bit interrupt gate: interrupts are off in the handler. */
    private static final long INTERRUPT_GATE = 0x8e00L << 32;

    private static final long PRIVILEGE_3 = 0x6000L << 32;

    /** Where the 10-byte operand of LIDT lies in {@link StaticMemory#descriptorTables}. */
    private static final int DESCRIPTOR = 240;

    private Idt() {}

    /**
     * Fills the table in and loads it. Only {@code int3} and {@code int 0x80} are open to programs: any other
     * {@code int} instruction faults there.
     */
    static void load() {
        for (int vector = 0; vector < VECTORS; vector++) {
            setGate(vector, 0, 0);
        }
        setGate(Traps.BREAKPOINT, 0, PRIVILEGE_3);
        setGate(Traps.SYSTEM_CALL, 0, PRIVILEGE_3);
        setGate(Traps.NMI, Tss.NMI_STACK, 0);
        setGate(Traps.DOUBLE_FAULT, Tss.DOUBLE_FAULT_STACK, 0);
        setGate(Traps.MACHINE_CHECK, Tss.MACHINE_CHECK_STACK, 0);
        Address descriptor = StaticMemory.descriptorTables().plus(DESCRIPTOR);
        descriptor.storeShort((short) (VECTORS * GATE_SIZE - 1));
        descriptor.storeLong(2, StaticMemory.interruptGates().toLong());
        Cpu.loadIdt(descriptor);
    }

    private static void setGate(int vector, int interruptStack, long privilege) {
        long target = TrapEntry.vectorTable().toLong() + vector * TrapEntry.STRIDE;
        Address gate = StaticMemory.interruptGates().plus(vector * GATE_SIZE);
        gate.storeLong((target & 0xffff)
                | (long) Gdt.KERNEL_CODE << 16
                | (long) interruptStack << 32
                | INTERRUPT_GATE
                | privilege
                | (target & 0xffff_0000L) << 32);
        gate.storeLong(8, target >>> 32);
    }
}
