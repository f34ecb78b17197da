package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** A call that the interface has and this kernel cannot serve. */
final class UnsupportedCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        throw new SyscallException(IoError.NOT_SUPPORTED);
    }
}
