package blogos.hal;

import blogos.aot.api.Address;

/**
 * The local interrupt controller of this CPU (Intel SDM volume 3A, chapter 11): passes the 8259's interrupts on, and
 * has a timer.
 */
public final class LocalApic {
    /** Vector of interrupts that went away before they were delivered. They are not acknowledged. */
    public static final int SPURIOUS_VECTOR = 0xff;

    /** Vector of the timer: the first behind those of the 8259. */
    public static final int TIMER_VECTOR = Pic8259.FIRST_VECTOR + Pic8259.LINES;

    private static final int MSR_BASE = 0x1b;
    private static final long BASE_MASK = 0x000f_ffff_ffff_f000L;
    private static final long ENABLED_BY_MSR = 1 << 11;

    private static final int END_OF_INTERRUPT_REGISTER = 0xb0;
    private static final int SPURIOUS_REGISTER = 0xf0;
    private static final int TIMER_REGISTER = 0x320;
    private static final int LINT0_REGISTER = 0x350;
    private static final int LINT1_REGISTER = 0x360;
    private static final int INITIAL_COUNT_REGISTER = 0x380;
    private static final int CURRENT_COUNT_REGISTER = 0x390;
    private static final int DIVIDE_REGISTER = 0x3e0;
    private static final int SOFTWARE_ENABLE = 1 << 8;
    private static final int DELIVER_EXTERNAL = 7 << 8;
    private static final int DELIVER_NMI = 4 << 8;
    private static final int DIVIDE_BY_16 = 3;
    private static final int MASKED = 1 << 16;
    private static final long MOST_TICKS = 0xffff_ffffL;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** How long the timer is measured. */
    private static final long MEASURE_NANOS = 2_000_000;

    /** Physical address of the registers; 0 if there is no controller. */
    private static long registerBase;

    private static long timerTicksPerSecond;

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
        registerBase = base & BASE_MASK;
        Address registers = registers();
        registers.storeIntVolatile(LINT0_REGISTER, DELIVER_EXTERNAL);
        registers.storeIntVolatile(LINT1_REGISTER, DELIVER_NMI);
        registers.storeIntVolatile(SPURIOUS_REGISTER, SOFTWARE_ENABLE | SPURIOUS_VECTOR);
        return true;
    }

    /**
     * Measures the timer against the time-stamp counter, which must have been measured before.
     *
     * @return whether there is a timer to {@linkplain #armTimer arm}
     */
    static boolean startTimer() {
        if (registerBase == 0 || Timestamp.frequency() == 0) {
            return false;
        }
        Address registers = registers();
        registers.storeIntVolatile(DIVIDE_REGISTER, DIVIDE_BY_16);
        registers.storeIntVolatile(TIMER_REGISTER, MASKED | TIMER_VECTOR);
        registers.storeIntVolatile(INITIAL_COUNT_REGISTER, (int) MOST_TICKS);
        long start = Timestamp.nanos();
        long nanos = 0;
        while (nanos < MEASURE_NANOS) {
            nanos = Timestamp.nanos() - start;
        }
        long ticks = MOST_TICKS - (registers.loadIntVolatile(CURRENT_COUNT_REGISTER) & MOST_TICKS);
        registers.storeIntVolatile(INITIAL_COUNT_REGISTER, 0);
        timerTicksPerSecond = ticks * NANOS_PER_SECOND / nanos;
        if (timerTicksPerSecond == 0) {
            return false;
        }
        registers.storeIntVolatile(TIMER_REGISTER, TIMER_VECTOR);
        return true;
    }

    /** Lets the timer interrupt once, {@code nanos} (positive, at most a second) from now, instead of earlier plans. */
    static void armTimer(long nanos) {
        long ticks = nanos * timerTicksPerSecond / NANOS_PER_SECOND + 1;
        registers().storeIntVolatile(INITIAL_COUNT_REGISTER, (int) Math.min(ticks, MOST_TICKS));
    }

    /** Ends the handling of an interrupt that came from this controller itself. */
    static void acknowledge() {
        registers().storeIntVolatile(END_OF_INTERRUPT_REGISTER, 0);
    }

    private static Address registers() {
        return DirectMap.at(PhysAddr.of(registerBase));
    }
}
