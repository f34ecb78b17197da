package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** {@code kill(process)}: any but the first one. */
final class KillCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        Process victim = Processes.find(frame.rdi());
        if (victim == null) {
            throw new SyscallException(IoError.NOT_FOUND);
        }
        if (victim.isFirst()) {
            throw new SyscallException(IoError.NOT_PERMITTED);
        }
        Processes.kill(victim);
        return 0;
    }
}
