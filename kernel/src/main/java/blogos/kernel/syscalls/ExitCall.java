package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.syscalls.ExitStatus;

/** {@code exit(status)}: ends the process. */
final class ExitCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        Processes.leave(ExitStatus.of(ExitStatus.EXITED, (int) frame.rdi()));
        return 0;
    }
}
