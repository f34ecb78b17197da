package blogos.hal;

/**
 * System calls by the SYSCALL instruction, beside the gate of {@code int 0x80}: the same numbers, arguments and result,
 * but {@code rcx} and {@code r11} are lost (Intel SDM volume 3A, section 5.8.8).
 */
public final class FastSystemCalls {
    /** RFLAGS bits that the kernel starts with cleared: trap, interrupts, direction, nested task, access. */
    private static final long CLEARED_FLAGS = 1 << 8 | Cpu.RFLAGS_IF | 1 << 10 | 1 << 14 | 1 << 18;

    private static final int KERNEL_SHIFT = 32;
    private static final int USER_SHIFT = 48;

    /** SYSRET takes the selectors of a program from 8 and 16 behind this. */
    private static final long USER_BASE = Gdt.USER_DATA - 8;

    private FastSystemCalls() {}

    /** Lets programs use them. {@link Traps#install} and the segment tables come before. */
    public static void enable() {
        Cpu.writeMsr(Cpu.MSR_STAR, USER_BASE << USER_SHIFT | (long) Gdt.KERNEL_CODE << KERNEL_SHIFT);
        Cpu.writeMsr(Cpu.MSR_LSTAR, TrapEntry.fastSystemCallEntry().toLong());
        Cpu.writeMsr(Cpu.MSR_FMASK, CLEARED_FLAGS);
        Cpu.writeMsr(Cpu.MSR_EFER, Cpu.readMsr(Cpu.MSR_EFER) | Cpu.EFER_SCE);
    }
}
