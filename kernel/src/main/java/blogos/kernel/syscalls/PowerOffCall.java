package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.PowerOff;
import blogos.kernel.process.Process;

/** {@code power_off(status)}. */
final class PowerOffCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        PowerOff.now((int) frame.rdi() & 0xff);
        return 0;
    }
}
