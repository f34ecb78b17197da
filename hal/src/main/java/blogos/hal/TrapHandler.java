package blogos.hal;

import blogos.aot.api.Interrupt;

/**
 * What the kernel does about exceptions, interrupts and system calls. Interrupts are off when these are called. Nothing
 * may be thrown out of them.
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

    /** A program caused an exception. Runs as ordinary code of its task, which may turn interrupts on. */
    void userException(TrapFrame frame);

    /** A program executed {@code int 0x80}. Runs as ordinary code of its task, which may turn interrupts on. */
    void systemCall(TrapFrame frame);

    /**
     * The task is about to return to its program, but the scheduler wants to choose again or the task's attention was
     * requested. Runs as ordinary code of the task. Called again until neither is so.
     */
    void beforeUser(TrapFrame frame);
}
