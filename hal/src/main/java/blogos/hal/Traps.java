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

    private static final int INVALID_TSS = 10;
    private static final int SEGMENT_NOT_PRESENT = 11;
    private static final int STACK_FAULT = 12;

    private static TrapHandler handler;

    private Traps() {}

    /** The name of an exception (Intel SDM volume 3A, table 6-1), without an article. */
    public static String nameOf(int vector) {
        return switch (vector) {
            case 0 -> "divide error";
            case 1 -> "debug exception";
            case NMI -> "non-maskable interrupt";
            case BREAKPOINT -> "breakpoint";
            case 4 -> "overflow";
            case 5 -> "bound range exceeded";
            case 6 -> "invalid opcode";
            case 7 -> "device not available";
            case DOUBLE_FAULT -> "double fault";
            case 9 -> "coprocessor segment overrun";
            case INVALID_TSS -> "invalid TSS";
            case SEGMENT_NOT_PRESENT -> "segment not present";
            case STACK_FAULT -> "stack segment fault";
            case GENERAL_PROTECTION -> "general protection fault";
            case PAGE_FAULT -> "page fault";
            case 16 -> "floating-point error";
            case 17 -> "alignment check";
            case MACHINE_CHECK -> "machine check";
            case 19 -> "SIMD floating-point exception";
            case 20 -> "virtualization exception";
            case 21 -> "control protection exception";
            case SYSTEM_CALL -> "system call";
            default -> "reserved exception";
        };
    }

    /** Whether the error code of an exception names a segment (Intel SDM volume 3A, section 6.13). */
    public static boolean isAboutSegment(int vector) {
        return vector >= INVALID_TSS && vector <= GENERAL_PROTECTION;
    }

    /** Whether the CPU pushes an error code. */
    public static boolean hasErrorCode(int vector) {
        return vector == DOUBLE_FAULT || vector >= INVALID_TSS && vector <= PAGE_FAULT || vector == 17 || vector == 21;
    }

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
