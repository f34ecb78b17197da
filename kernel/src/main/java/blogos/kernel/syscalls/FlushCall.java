package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;

/** {@code flush(fd)}: nothing is buffered in the kernel, so only the descriptor is looked at. */
final class FlushCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        process.files().get(frame.rdi());
        return 0;
    }
}
