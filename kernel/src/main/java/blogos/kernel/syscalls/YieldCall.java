package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Process;

/** {@code yield}: lets other tasks run. */
final class YieldCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        Tasks.yield();
        return 0;
    }
}
