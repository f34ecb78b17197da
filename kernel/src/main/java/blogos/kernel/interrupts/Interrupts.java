package blogos.kernel.interrupts;

import blogos.aot.api.Exempt;
import blogos.aot.api.Interrupt;
import blogos.hal.Cpu;
import blogos.hal.EventTimer;
import blogos.hal.InterruptMask;
import blogos.hal.InterruptController;
import blogos.hal.PerCpu;
import blogos.hal.TrapFrame;
import blogos.hal.TrapHandler;
import blogos.hal.Traps;
import blogos.kernel.Panic;
import blogos.kernel.io.RawOutput;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Processes;
import blogos.kernel.syscalls.Syscalls;

/**
 * What the kernel does about exceptions, interrupts and system calls: its own exceptions are bugs and end in a panic,
 * except breakpoints, which are reported, and non-maskable interrupts, which are counted; those of programs end the
 * program. Device interrupts go to the handlers of the devices' drivers.
 */
public final class Interrupts implements TrapHandler {
    private static final InterruptHandler[] HANDLERS = new InterruptHandler[InterruptStatistics.VECTORS];

    private Interrupts() {}

    /**
     * Loads the interrupt descriptor table with handlers for every CPU exception, the interrupt lines and system calls.
     */
    public static void init() {
        Traps.install(new Interrupts());
    }

    /**
     * Gives the interrupt line {@code line} of the ISA bus, 0 to 15, a handler, and lets it through.
     *
     * @param name what to call it in statistics
     */
    public static void connectLine(int line, String name, InterruptHandler handler) {
        connectVector(InterruptController.FIRST_VECTOR + line, name, handler);
        InterruptController.setMasked(line, false);
    }

    /**
     * Gives a vector from 32 on a handler; null for none.
     *
     * @param name what to call it in statistics
     */
    public static void connectVector(int vector, String name, InterruptHandler handler) {
        InterruptStatistics.name(vector, name);
        HANDLERS[vector] = handler;
    }

    @Override
    @Interrupt
    public void kernelException(TrapFrame frame) {
        InterruptStatistics.add(frame.vector());
        switch (frame.vector()) {
            case Traps.BREAKPOINT -> reportBreakpoint(frame);
            case Traps.NMI -> {} // Counted: a PC has no way to say what it was about.
            default -> Panic.exception(frame);
        }
    }

    @Exempt("a breakpoint comes where its author put it, and what reports it was initialised at startup")
    private static void reportBreakpoint(TrapFrame frame) {
        RawOutput.print("[kernel.interrupts] breakpoint at ");
        RawOutput.printHex(frame.rip());
        RawOutput.newline();
    }

    /** Counts the interrupt, calls its handler, tells its controller, and asks for a poll if another task is to run. */
    @Override
    @Interrupt
    public void interrupt(TrapFrame frame) {
        int vector = frame.vector();
        InterruptStatistics.add(vector);
        if (InterruptController.isReal(vector)) {
            handle(vector);
            InterruptController.acknowledge(vector);
        } else {
            InterruptStatistics.countSpurious();
        }
        if (PerCpu.isRescheduleRequested() && !frame.isFromUser()) {
            frame.requestPoll();
        }
    }

    private static void handle(int vector) {
        if (vector == EventTimer.vector()) {
            EventTimer.keepClock();
            Tasks.onTimer();
            return;
        }
        InterruptHandler handler = HANDLERS[vector];
        if (handler == null) {
            InterruptStatistics.countUnexpected();
        } else {
            handler.handle();
        }
    }

    @Override
    public void userException(TrapFrame frame) {
        InterruptStatistics.add(frame.vector());
        long address = Cpu.readCr2();
        InterruptMask.clear();
        try {
            Processes.onUserFault(frame, frame.vector(), frame.errorCode(), address);
        } catch (Throwable e) {
            Panic.panic("a program's exception could not be handled", e);
        }
    }

    @Override
    public void systemCall(TrapFrame frame) {
        InterruptStatistics.add(frame.vector());
        InterruptMask.clear();
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
