package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.PowerOff;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** {@code power_off(status)}: for the first process only. */
final class PowerOffCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        if (!process.isFirst()) {
            throw new SyscallException(IoError.NOT_PERMITTED);
        }
        PowerOff.now((int) frame.rdi() & 0xff);
        return 0;
    }
}
