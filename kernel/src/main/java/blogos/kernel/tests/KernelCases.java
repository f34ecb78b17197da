package blogos.kernel.tests;

import blogos.aot.cases.GuestCases;
import blogos.aot.runtime.Startup;
import blogos.hal.ExitPort;
import blogos.kernel.Kernel;
import blogos.kernel.Panic;

/**
 * The main class of the image with the cases of the differential suite: sets the kernel up as the normal image does and
 * runs them in ring 0. What they print goes over the first serial port.
 */
public final class KernelCases {
    private KernelCases() {}

    /** Entered like {@link Kernel#main}. */
    public static void main(String[] arguments) {
        try {
            Kernel.start();
            Startup.openStandardStreams();
            Thread.currentThread().setName("main");
            GuestCases.main(arguments);
            ExitPort.exit(ExitPort.SUCCESS);
        } catch (Throwable uncaught) {
            Panic.panic("uncaught exception in the kernel", uncaught);
        }
    }
}
