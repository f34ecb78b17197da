package blogos.hal;

import blogos.aot.api.Interrupt;

/**
 * What the kernel does about exceptions, interrupts and system calls. Interrupts are off in all of these. Nothing may
 * be thrown out of them.
 */
public interface TrapHandler {
    /**
     * The kernel itself caused an exception, or an NMI, double fault or machine check came. On return the interrupted
     * code goes on.
     */
    @Interrupt
    void kernelException(TrapFrame frame);

    /** A device interrupt came. */
    @Interrupt
    void interrupt(TrapFrame frame);

    /** A program caused an exception. Runs on the privileged stack as ordinary kernel code. */
    void userException(TrapFrame frame);

    /** A program executed {@code int 0x80}. Runs on the privileged stack as ordinary kernel code. */
    void systemCall(TrapFrame frame);
}
