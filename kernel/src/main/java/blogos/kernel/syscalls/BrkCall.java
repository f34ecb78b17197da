package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;

/** {@code brk(delta)}: moves the end of the heap. */
final class BrkCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        return process.heap().move(frame.rdi());
    }
}
