package blogos.kernel;

import blogos.aot.api.Exempt;
import blogos.hal.Cpu;
import blogos.hal.ExitPort;
import blogos.hal.TrapFrame;
import blogos.kernel.interrupts.ExceptionReport;
import blogos.kernel.interrupts.KernelBacktrace;
import blogos.kernel.io.Console;
import blogos.kernel.io.RawOutput;

/**
 * The end of the kernel after a bug of its own: prints message, registers, a Java backtrace and the last log lines
 * straight to serial port and screen, and ends the virtual machine with a code. None of the methods here returns.
 */
public final class Panic {
    private static boolean panicking;

    private Panic() {}

    /** Panics with a message. Allocates nothing. */
    @Exempt("the kernel ends here, and what reports that was initialised at startup")
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
        printTrace(cause);
        end();
    }

    /** Panics because of a CPU exception of the kernel. Allocates nothing. */
    @Exempt("the kernel ends here, and what reports that was initialised at startup")
    public static void exception(TrapFrame frame) {
        begin("CPU exception in the kernel");
        ExceptionReport.print(frame);
        ExceptionReport.printRegisters(frame);
        KernelBacktrace.print(frame);
        end();
    }

    /** A panic during a panic says so and ends at once. */
    private static void begin(String message) {
        Cpu.disableInterrupts();
        if (panicking) {
            RawOutput.print("\npanic within a panic: ");
            RawOutput.print(message);
            RawOutput.newline();
            ExitPort.exit(ExitPort.PANIC_WRITER_FAILED);
        }
        panicking = true;
        Console.drawAtOnce();
        RawOutput.print("\n=== KERNEL PANIC: ");
        RawOutput.print(message);
        RawOutput.print(" ===\n");
    }

    private static void end() {
        RawOutput.print("Last log lines:\n");
        RawOutput.printRecentLog();
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
