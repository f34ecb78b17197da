package blogos.kernel.process;

import blogos.hal.TrapFrame;

/** {@code yield}: there is only one task yet, so there is nobody to yield to. */
final class YieldCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        return 0;
    }
}
