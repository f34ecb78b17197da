package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;

/** {@code read(fd, buffer, length)}. */
final class ReadCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        return process.files().get(frame.rdi()).read(process.buffer(frame.rsi(), frame.rdx()));
    }
}
