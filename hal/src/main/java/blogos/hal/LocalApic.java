package blogos.hal;

import blogos.aot.api.Address;

/**
 * The local interrupt controller of this CPU (Intel SDM volume 3A, chapter 11): takes the interrupts that others send,
 * and has a timer.
 */
public final class LocalApic {
    /** Vector of interrupts that went away before they were delivered. They are not acknowledged. */
    public static final int SPURIOUS_VECTOR = 0xff;

    /** Vector of the timer: the first behind those of the interrupt lines. */
    public static final int TIMER_VECTOR = InterruptController.FIRST_VECTOR + InterruptController.LINES;

    private static final int MSR_BASE = 0x1b;
    private static final long BASE_MASK = 0x000f_ffff_ffff_f000L;
    private static final long ENABLED_BY_MSR = 1 << 11;

    /** The firmware left x2APIC mode on (Intel SDM volume 3A, section 10.12). */
    private static final long EXTENDED_BY_MSR = 1 << 10;

    private static final int ID_REGISTER = 0x20;
    private static final int PRIORITY_REGISTER = 0x80;
    private static final int END_OF_INTERRUPT_REGISTER = 0xb0;
    private static final int SPURIOUS_REGISTER = 0xf0;
    private static final int IN_SERVICE_REGISTERS = 0x100;
    private static final int COMMAND_REGISTER = 0x300;
    private static final int COMMAND_TARGET_REGISTER = 0x310;
    private static final int TIMER_REGISTER = 0x320;
    private static final int LINT0_REGISTER = 0x350;
    private static final int LINT1_REGISTER = 0x360;
    private static final int ERROR_REGISTER = 0x370;
    private static final int INITIAL_COUNT_REGISTER = 0x380;
    private static final int CURRENT_COUNT_REGISTER = 0x390;
    private static final int DIVIDE_REGISTER = 0x3e0;
    private static final int REGISTER_DISTANCE = 0x10;
    private static final int ID_SHIFT = 24;
    private static final int SOFTWARE_ENABLE = 1 << 8;
    private static final int DELIVER_EXTERNAL = 7 << 8;
    private static final int DELIVER_NMI = 4 << 8;
    private static final int ASSERT = 1 << 14;
    private static final int TO_SELF = 1 << 18;
    private static final int DIVIDE_BY_16 = 3;
    private static final int MASKED = 1 << 16;
    private static final long MOST_TICKS = 0xffff_ffffL;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Physical address of the registers; 0 if there is no controller or it is not used. */
    private static long registerBase;

    private static long timerTicksPerSecond;

    private LocalApic() {}

    /**
     * Turns the controller on, if there is one.
     *
     * @param external whether the 8259s' interrupts come through it ("virtual wire mode")
     * @return whether there is one
     */
    static boolean initialize(boolean external) {
        if (!CpuFeatures.hasLocalApic()) {
            return false;
        }
        long base = Cpu.readMsr(MSR_BASE);
        if ((base & ENABLED_BY_MSR) == 0) {
            return false;
        }
        if ((base & EXTENDED_BY_MSR) != 0) {
            // Its registers are in memory only without the extensions, and the way there goes through "off".
            Cpu.writeMsr(MSR_BASE, base & ~EXTENDED_BY_MSR & ~ENABLED_BY_MSR);
            Cpu.writeMsr(MSR_BASE, base & ~EXTENDED_BY_MSR);
        }
        registerBase = base & BASE_MASK;
        Address registers = registers();
        registers.storeIntVolatile(PRIORITY_REGISTER, 0);
        registers.storeIntVolatile(TIMER_REGISTER, MASKED | TIMER_VECTOR);
        registers.storeIntVolatile(ERROR_REGISTER, MASKED | SPURIOUS_VECTOR);
        registers.storeIntVolatile(LINT0_REGISTER, external ? DELIVER_EXTERNAL : MASKED | SPURIOUS_VECTOR);
        registers.storeIntVolatile(LINT1_REGISTER, DELIVER_NMI);
        registers.storeIntVolatile(SPURIOUS_REGISTER, SOFTWARE_ENABLE | SPURIOUS_VECTOR);
        return true;
    }

    /** Turns the controller off until the next reset: the CPU then has the one interrupt input of its ancestors. */
    static void turnOff() {
        if (CpuFeatures.hasLocalApic()) {
            Cpu.writeMsr(MSR_BASE, Cpu.readMsr(MSR_BASE) & ~ENABLED_BY_MSR);
        }
    }

    /** Whether the controller is in use. */
    public static boolean isUsed() {
        return registerBase != 0;
    }

    /** Number by which others address this controller. */
    static int id() {
        return registers().loadIntVolatile(ID_REGISTER) >>> ID_SHIFT;
    }

    /** Prepares the timer for being measured: it counts down from the most ticks, without an interrupt. */
    static void startMeasuring() {
        Address registers = registers();
        registers.storeIntVolatile(DIVIDE_REGISTER, DIVIDE_BY_16);
        registers.storeIntVolatile(INITIAL_COUNT_REGISTER, (int) MOST_TICKS);
    }

    /** Ticks since {@link #startMeasuring}. */
    static long measuredTicks() {
        return MOST_TICKS - (registers().loadIntVolatile(CURRENT_COUNT_REGISTER) & MOST_TICKS);
    }

    /** Ends the measuring: from now on the timer can be {@linkplain #armTimer armed}. */
    static void startTimer(long ticksPerSecond) {
        timerTicksPerSecond = ticksPerSecond;
        registers().storeIntVolatile(INITIAL_COUNT_REGISTER, 0);
        registers().storeIntVolatile(TIMER_REGISTER, TIMER_VECTOR);
    }

    /** Whether the timer can be armed. */
    static boolean hasTimer() {
        return timerTicksPerSecond != 0;
    }

    /** Lets the timer interrupt once, {@code nanos} (positive, at most a second) from now, instead of earlier plans. */
    static void armTimer(long nanos) {
        long ticks = nanos * timerTicksPerSecond / NANOS_PER_SECOND + 1;
        registers().storeIntVolatile(INITIAL_COUNT_REGISTER, (int) Math.min(ticks, MOST_TICKS));
    }

    /** Whether this controller delivered a vector that is not acknowledged yet. */
    static boolean isInService(int vector) {
        if (registerBase == 0) {
            return false;
        }
        int register = registers().loadIntVolatile(IN_SERVICE_REGISTERS + vector / Integer.SIZE * REGISTER_DISTANCE);
        return (register >>> vector % Integer.SIZE & 1) != 0;
    }

    /** Ends the handling of the newest interrupt that this controller delivered. */
    static void acknowledge() {
        registers().storeIntVolatile(END_OF_INTERRUPT_REGISTER, 0);
    }

    /** Sends this CPU an interrupt, vector 32 to 254. The controller must be {@linkplain #isUsed in use}. */
    public static void interruptSelf(int vector) {
        registers().storeIntVolatile(COMMAND_REGISTER, vector | ASSERT | TO_SELF);
    }

    /** Sends this CPU a non-maskable interrupt. The controller must be {@linkplain #isUsed in use}. */
    public static void interruptSelfUnmaskably() {
        registers().storeIntVolatile(COMMAND_TARGET_REGISTER, id() << ID_SHIFT);
        registers().storeIntVolatile(COMMAND_REGISTER, DELIVER_NMI | ASSERT);
    }

    private static Address registers() {
        return DirectMap.at(PhysAddr.of(registerBase));
    }
}
