package blogos.kernel.interrupts;

import blogos.aot.api.Exempt;
import blogos.aot.api.Interrupt;
import blogos.hal.Cpu;
import blogos.hal.EventTimer;
import blogos.hal.PerCpu;
import blogos.hal.Pic8259;
import blogos.hal.TrapFrame;
import blogos.hal.TrapHandler;
import blogos.hal.Traps;
import blogos.kernel.Panic;
import blogos.kernel.io.RawOutput;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Processes;
import blogos.kernel.process.Syscalls;

/**
 * What the kernel does about exceptions, interrupts and system calls: its own exceptions are bugs and end in a panic,
 * except breakpoints, which are reported; those of programs end the program.
 */
public final class Interrupts implements TrapHandler {
    private static final int VECTORS = 256;

    private static int breakpoints;
    private static long spurious;

    /** Interrupts so far, by vector. */
    private static long[] counts;

    private Interrupts() {}

    /**
     * Loads the interrupt descriptor table with handlers for every CPU exception, the interrupt lines and system calls.
     */
    public static void init() {
        counts = new long[VECTORS];
        Traps.install(new Interrupts());
    }

    /** Number of breakpoint exceptions that the kernel itself caused. */
    public static int breakpoints() {
        return breakpoints;
    }

    /** Number of device interrupts with a vector from 32 to 255. */
    public static long count(int vector) {
        return counts[vector];
    }

    /** Number of interrupts that no device had a reason for: requests that went away, and vectors without an owner. */
    public static long spurious() {
        return spurious;
    }

    @Override
    @Interrupt
    public void kernelException(TrapFrame frame) {
        if (frame.vector() == Traps.BREAKPOINT) {
            breakpoints++;
            reportBreakpoint(frame);
            return;
        }
        Panic.exception(frame);
    }

    @Exempt("a breakpoint comes where its author put it, and what reports it was initialised at startup")
    private static void reportBreakpoint(TrapFrame frame) {
        RawOutput.print("[kernel.interrupts] breakpoint at ");
        RawOutput.printHex(frame.rip());
        RawOutput.newline();
    }

    /** Counts the interrupt, tells its controller, and if another task is to run now, asks kernel code for a poll. */
    @Override
    @Interrupt
    public void interrupt(TrapFrame frame) {
        int vector = frame.vector();
        counts[vector]++;
        int line = vector - Pic8259.FIRST_VECTOR;
        if (vector == EventTimer.vector()) {
            EventTimer.acknowledge();
            Tasks.onTimer();
        } else if (line < Pic8259.LINES) {
            if (!Pic8259.acknowledge(line)) {
                spurious++;
            }
        } else {
            spurious++;
        }
        if (PerCpu.isRescheduleRequested() && !frame.isFromUser()) {
            frame.requestPoll();
        }
    }

    @Override
    public void userException(TrapFrame frame) {
        long address = Cpu.readCr2();
        Cpu.enableInterrupts();
        try {
            Processes.onUserFault(frame, frame.vector(), frame.errorCode(), address);
        } catch (Throwable e) {
            Panic.panic("a program's exception could not be handled", e);
        }
    }

    @Override
    public void systemCall(TrapFrame frame) {
        Cpu.enableInterrupts();
        try {
            Syscalls.dispatch(frame);
        } catch (Throwable e) {
            Panic.panic("a system call could not be handled", e);
        }
    }

    @Override
    public void beforeUser(TrapFrame frame) {
        Tasks.beforeUser();
    }
}
