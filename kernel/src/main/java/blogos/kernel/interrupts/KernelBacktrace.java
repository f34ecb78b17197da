package blogos.kernel.interrupts;

import blogos.aot.runtime.TraceTable;
import blogos.hal.KernelImage;
import blogos.hal.KernelStackWalk;
import blogos.hal.TrapFrame;
import blogos.kernel.io.RawOutput;

/**
 * Prints the chain of calls in the kernel with file and line. For interrupt context: nothing here allocates after
 * {@link #init}.
 */
public final class KernelBacktrace {
    /** Calls that are printed at most: an overflowed stack has thousands. Repetitions of one call count once. */
    private static final int MOST_CALLS = 50;

    private static TraceTable table;
    private static TraceTable.Sink output;

    private KernelBacktrace() {}

    /** Opens the trace table. Until then only addresses are printed. */
    public static void init() {
        output = KernelBacktrace::print;
        table = TraceTable.of(KernelImage.traceTable());
    }

    /** Prints where the interrupted code is and what called it. */
    public static void print(TrapFrame frame) {
        printFrom(KernelStackWalk.begin(frame));
    }

    /** Prints where the kernel is now. */
    public static void printCurrent() {
        printFrom(KernelStackWalk.begin());
    }

    /** Goes to the end of the calls without printing them; then {@link KernelStackWalk#isInProgram} may hold. */
    public static void skipCurrent() {
        boolean more = KernelStackWalk.begin();
        while (more) {
            more = KernelStackWalk.next();
        }
    }

    private static void printFrom(boolean hasFrame) {
        boolean more = hasFrame;
        for (int i = 0; more && i < MOST_CALLS; i++) {
            long printed = KernelStackWalk.imageOffset();
            printFrame(printed);
            long repetitions = 0;
            more = KernelStackWalk.next();
            while (more && KernelStackWalk.imageOffset() == printed) {
                repetitions++;
                more = KernelStackWalk.next();
            }
            printRepetitions(repetitions);
        }
        if (more) {
            RawOutput.print("    ... and so on\n");
        }
    }

    private static void printRepetitions(long count) {
        if (count > 0) {
            RawOutput.print("    ... ");
            RawOutput.printDecimal(count);
            RawOutput.print(" more calls like this\n");
        }
    }

    /** Prints calls by their offsets from the start of the image, innermost first. */
    public static void print(long[] offsets, int from, int count) {
        for (int i = from; i < from + count; i++) {
            printFrame(offsets[i]);
        }
    }

    /** Prints the methods that are active in a frame, inlined ones first. */
    private static void printFrame(long offset) {
        if (table == null || !table.find(offset)) {
            RawOutput.print("    at ");
            RawOutput.printHex(KernelImage.start().plus(offset).toLong());
            RawOutput.newline();
            return;
        }
        for (; table.hasFrame(); table.next()) {
            RawOutput.print("    at ");
            table.writeFrame(output);
            RawOutput.newline();
        }
    }

    private static void print(byte b) {
        RawOutput.print((char) (b & 0xff));
    }
}
