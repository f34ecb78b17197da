package blogos.hal;

import blogos.aot.api.Address;

/**
 * The local interrupt controller of this CPU (Intel SDM volume 3A, chapter 11). So far it only passes the 8259's
 * interrupts on.
 */
public final class LocalApic {
    /** Vector of interrupts that went away before they were delivered. They are not acknowledged. */
    public static final int SPURIOUS_VECTOR = 0xff;

    private static final int MSR_BASE = 0x1b;
    private static final long BASE_MASK = 0x000f_ffff_ffff_f000L;
    private static final long ENABLED_BY_MSR = 1 << 11;

    private static final int SPURIOUS_REGISTER = 0xf0;
    private static final int LINT0_REGISTER = 0x350;
    private static final int LINT1_REGISTER = 0x360;
    private static final int SOFTWARE_ENABLE = 1 << 8;
    private static final int DELIVER_EXTERNAL = 7 << 8;
    private static final int DELIVER_NMI = 4 << 8;

    private LocalApic() {}

    /** Turns the controller on in virtual wire mode, if there is one. Answers whether there is. */
    public static boolean initialize() {
        if (!CpuFeatures.hasLocalApic()) {
            return false;
        }
        long base = Cpu.readMsr(MSR_BASE);
        if ((base & ENABLED_BY_MSR) == 0) {
            return false;
        }
        Address registers = DirectMap.at(PhysAddr.of(base & BASE_MASK));
        registers.storeIntVolatile(LINT0_REGISTER, DELIVER_EXTERNAL);
        registers.storeIntVolatile(LINT1_REGISTER, DELIVER_NMI);
        registers.storeIntVolatile(SPURIOUS_REGISTER, SOFTWARE_ENABLE | SPURIOUS_VECTOR);
        return true;
    }
}
