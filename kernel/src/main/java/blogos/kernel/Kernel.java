package blogos.kernel;

import blogos.elf.ElfException;
import blogos.hal.boot.KernelEntry;
import blogos.kernel.interrupts.KernelBacktrace;
import blogos.kernel.io.RawOutput;
import blogos.kernel.process.FirstProcess;
import blogos.log.Log;

/** The kernel's main class: sets everything up, runs the first process, and powers off. */
public final class Kernel {
    private static final String TARGET = "kernel";

    private Kernel() {}

    /**
     * Entered by {@link KernelEntry} on the boot stack, with the Java runtime alive and interrupts off. There are no
     * arguments.
     */
    public static void main(String[] arguments) {
        try {
            KernelInfo info = start();
            int status = 0;
            if (info.hasRamDisk()) {
                status = FirstProcess.run(info.ramDisk());
            } else {
                Log.warn(TARGET, "There is no initial RAM disk: nothing to run");
            }
            PowerOff.now(status);
        } catch (Throwable uncaught) {
            Panic.panic("uncaught exception in the kernel", uncaught);
        }
    }

    /** Sets the kernel up. Call once; panics are possible from here on. */
    public static KernelInfo start() throws ElfException {
        RawOutput.init();
        KernelBacktrace.init();
        return Setup.run(KernelEntry.bootInfo());
    }
}
