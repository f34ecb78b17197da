package blogos.kernel;

import blogos.aot.api.Exempt;
import blogos.hal.Cpu;
import blogos.hal.ExitPort;
import blogos.hal.KernelStackWalk;
import blogos.hal.Preemption;
import blogos.hal.ThreadRecord;
import blogos.hal.TrapFrame;
import blogos.kernel.interrupts.ExceptionReport;
import blogos.kernel.interrupts.KernelBacktrace;
import blogos.kernel.io.Console;
import blogos.kernel.io.RawOutput;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Processes;

/**
 * The end of the kernel after a bug of its own: prints message, running task, registers, a Java backtrace and the last
 * log lines straight to serial port and screen, and ends the virtual machine with a code. None of the methods here
 * returns, unless they say so.
 *
 * <p>Nothing here waits, and what needs the heap comes as late as possible: whoever panics may hold its lock. A panic
 * during the report ends the machine with a code of its own; one in the last part, about the program that called the
 * kernel, only cuts that short.
 */
@Exempt("the kernel ends here, and what reports that was initialised at startup")
public final class Panic {
    private static final int NONE = 0;
    private static final int REPORTING = 1;
    private static final int REPORTING_FAILED = 2;
    private static final int IN_LAST_PART = 3;

    private static int stage;

    private Panic() {}

    /** Panics with a message. */
    public static void panic(String message) {
        begin(message);
        ExceptionReport.printControlRegisters();
        KernelBacktrace.printCurrent();
        end();
    }

    /** Panics because of an exception that nobody caught. */
    public static void panic(String message, Throwable cause) {
        begin(message);
        ExceptionReport.printControlRegisters();
        try {
            printTrace(cause);
        } catch (Throwable e) {
            RawOutput.print("the exception cannot be printed; the handler was called here:\n");
            KernelBacktrace.printCurrent();
        }
        KernelBacktrace.skipCurrent();
        end();
    }

    /** Panics because of a CPU exception of the kernel. */
    public static void exception(TrapFrame frame) {
        begin("CPU exception in the kernel");
        ExceptionReport.print(frame);
        ExceptionReport.printRegisters(frame);
        KernelBacktrace.print(frame);
        end();
    }

    /** Ends a panic that would have to wait. Otherwise returns. */
    static void endIfPanicking(String reason) {
        if (stage != NONE) {
            panic(reason);
        }
    }

    private static void begin(String message) {
        Cpu.disableInterrupts();
        Preemption.turnPollsOff();
        switch (stage) {
            case NONE -> stage = REPORTING;
            case REPORTING -> endNested(message);
            case IN_LAST_PART -> {
                RawOutput.print("    and so on: ");
                RawOutput.print(message);
                RawOutput.newline();
                exit();
            }
            default -> ExitPort.exit(ExitPort.PANIC_WRITER_FAILED);
        }
        Console.drawAtOnce();
        RawOutput.print("\n=== KERNEL PANIC: ");
        RawOutput.print(message);
        RawOutput.print(" ===\n");
        printTask();
    }

    /** A panic during a panic says so and what the log has, and ends. */
    private static void endNested(String message) {
        stage = REPORTING_FAILED;
        RawOutput.print("\npanic within a panic: ");
        RawOutput.print(message);
        RawOutput.newline();
        RawOutput.printRecentLog();
        ExitPort.exit(ExitPort.PANIC_WRITER_FAILED);
    }

    /** The running task, or null before there are tasks. */
    private static Task task() {
        return ThreadRecord.current().isNone() ? null : Tasks.current();
    }

    private static void printTask() {
        Task task = task();
        if (task == null) {
            return;
        }
        RawOutput.print("In task ");
        RawOutput.printDecimal(task.id());
        RawOutput.print(" (");
        RawOutput.print(task.name());
        RawOutput.print(")");
        if (task.owner() != null) {
            RawOutput.print(" of process ");
            RawOutput.printDecimal(task.owner().processNumber());
        }
        RawOutput.newline();
    }

    private static void end() {
        RawOutput.print("Last log lines:\n");
        RawOutput.printRecentLog();
        stage = IN_LAST_PART;
        if (KernelStackWalk.isInProgram() && task() != null && task().owner() != null) {
            printProgram();
        }
        exit();
    }

    private static void printProgram() {
        RawOutput.print("The kernel was called by the program:\n");
        try {
            for (String line : Processes.backtrace(KernelStackWalk.programRegisters())) {
                RawOutput.print("    at ");
                RawOutput.print(line);
                RawOutput.newline();
            }
        } catch (Throwable e) {
            RawOutput.print("    which cannot be shown\n");
        }
    }

    private static void exit() {
        RawOutput.print("=== END OF PANIC ===\n");
        ExitPort.exit(ExitPort.FAILED);
    }

    /** Prints an exception with its causes, as {@code printStackTrace} would. */
    private static void printTrace(Throwable exception) {
        String prefix = "";
        for (Throwable e = exception; e != null; e = e.getCause()) {
            RawOutput.print(prefix);
            RawOutput.print(e.toString());
            RawOutput.newline();
            for (StackTraceElement element : e.getStackTrace()) {
                RawOutput.print("    at ");
                RawOutput.print(element.toString());
                RawOutput.newline();
            }
            prefix = "Caused by: ";
        }
    }
}
