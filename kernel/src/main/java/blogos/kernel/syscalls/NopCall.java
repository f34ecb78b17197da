package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.log.Level;
import blogos.log.Log;

/** {@code nop}: does nothing but show its arguments in the log. */
final class NopCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        if (Log.isEnabled(Level.TRACE)) {
            Log.trace(
                    Syscalls.TARGET,
                    "nop(" + frame.rdi() + ", " + frame.rsi() + ", " + frame.rdx() + ", " + frame.r10() + ", "
                            + frame.r8() + ", " + frame.r9() + ")");
        }
        return 0;
    }
}
