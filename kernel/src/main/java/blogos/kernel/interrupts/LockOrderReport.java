package blogos.kernel.interrupts;

import blogos.aot.api.Exempt;
import blogos.kernel.io.RawOutput;
import blogos.kernel.multitask.LockOrder;

/** Reports that locks are taken in contradicting orders, in any context. */
public final class LockOrderReport implements LockOrder.Reporter {
    @Override
    @Exempt("what reports this was initialised at startup, and writes to sinks that allocate nothing")
    public void report(String taken, String held, long[] trace, int from, int count) {
        RawOutput.print("Lock order: '");
        RawOutput.print(taken);
        RawOutput.print("' is taken while '");
        RawOutput.print(held);
        RawOutput.print("' is held\n");
        KernelBacktrace.printCurrent();
        RawOutput.print("  but before it was the other way round");
        RawOutput.print(count == 0 ? ", at a place that was not remembered\n" : ":\n");
        KernelBacktrace.print(trace, from, count);
    }
}
