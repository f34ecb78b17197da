package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** {@code getpid(which)}. */
final class GetPidCall implements SyscallHandler {
    private static final long PARENT = 1;

    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        if (frame.rdi() == 0) {
            return process.number();
        }
        if (frame.rdi() != PARENT) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        return process.parentNumber();
    }
}
