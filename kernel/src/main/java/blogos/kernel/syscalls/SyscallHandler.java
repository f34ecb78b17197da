package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;

/** Serves one system call. */
interface SyscallHandler {
    /**
     * Serves a call of the running process.
     *
     * @param frame the program's registers: the arguments are in {@code rdi}, {@code rsi}, {@code rdx}, {@code r10},
     *     {@code r8} and {@code r9}
     * @return the result; from -4095 to -1 it is an error for the program
     * @throws SyscallException likewise
     */
    long call(Process process, TrapFrame frame) throws SyscallException;
}
