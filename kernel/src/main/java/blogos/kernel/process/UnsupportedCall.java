package blogos.kernel.process;

import blogos.hal.TrapFrame;
import blogos.syscalls.IoError;

/** A call that the interface has and this kernel cannot serve. */
final class UnsupportedCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        throw new SyscallException(IoError.NOT_SUPPORTED);
    }
}
