package blogos.kernel.process;

import blogos.hal.TrapFrame;

/** {@code exit(status)}: ends the process. */
final class ExitCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        Processes.leave((int) frame.rdi());
        return 0;
    }
}
