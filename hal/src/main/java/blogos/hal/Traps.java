package blogos.hal;

import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;

/** Hands exceptions, interrupts and system calls to the kernel's {@link TrapHandler}. */
public final class Traps {
    /** Vectors below this one are CPU exceptions. */
    public static final int EXCEPTIONS = 32;

    /** Vector of a non-maskable interrupt. */
    public static final int NMI = 2;

    /** Vector of a breakpoint. */
    public static final int BREAKPOINT = 3;

    /** Vector of a double fault. */
    public static final int DOUBLE_FAULT = 8;

    /** Vector of a general protection fault. */
    public static final int GENERAL_PROTECTION = 13;

    /** Vector of a page fault. */
    public static final int PAGE_FAULT = 14;

    /** Vector of a machine check. */
    public static final int MACHINE_CHECK = 18;

    /** Vector of system calls. */
    public static final int SYSTEM_CALL = 0x80;

    private static TrapHandler handler;

    private Traps() {}

    /** Sets the handler and loads the interrupt descriptor table, so that exceptions reach it from now on. */
    public static void install(TrapHandler trapHandler) {
        handler = trapHandler;
        Idt.load();
    }

    /**
     * Called by {@link TrapEntry}. A user access permission (RFLAGS.AC) that the interrupted code had is not inherited.
     */
    @NoPoll
    private static void dispatch(TrapFrame frame) {
        if (CpuFeatures.isSmapOn()) {
            Cpu.clearAccessFlag();
        }
        int vector = frame.vector();
        boolean runsOnFaultStack = vector == NMI || vector == DOUBLE_FAULT || vector == MACHINE_CHECK;
        if (frame.isFromUser() && !runsOnFaultStack) {
            serveProgram(frame, vector);
        } else if (vector < EXCEPTIONS || vector == SYSTEM_CALL) {
            handler.kernelException(frame);
        } else {
            InterruptStretch.begin();
            handler.interrupt(frame);
            InterruptStretch.end();
        }
    }

    /** Everything that comes from a program ends here: polls are on, and a request to switch tasks is served. */
    @NoPoll
    private static void serveProgram(TrapFrame frame, int vector) {
        InterruptStretch.begin();
        if (vector < EXCEPTIONS) {
            turnPollsOn();
            handler.userException(frame);
        } else if (vector == SYSTEM_CALL) {
            turnPollsOn();
            handler.systemCall(frame);
        } else {
            handler.interrupt(frame);
            turnPollsOn();
        }
        InterruptMask.set();
        while (Tls.loadLong(PerCpu.RESCHEDULE) != 0 || ThreadRecord.current().needsAttention()) {
            handler.beforeUser(frame);
            InterruptMask.set();
        }
        InterruptStretch.end();
    }

    /** {@link TrapEntry} has turned them off. */
    @NoPoll
    private static void turnPollsOn() {
        Tls.storeLong(Tls.STACK_LIMIT, Tls.loadLong(Tls.REAL_STACK_LIMIT));
    }
}
