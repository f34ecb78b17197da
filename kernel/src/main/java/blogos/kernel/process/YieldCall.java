package blogos.kernel.process;

import blogos.hal.TrapFrame;
import blogos.kernel.multitask.Tasks;

/** {@code yield}: lets other tasks run. */
final class YieldCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        Tasks.yield();
        return 0;
    }
}
