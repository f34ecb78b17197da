package blogos.kernel.syscalls;

import blogos.hal.Timestamp;
import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** {@code clock(which)}. */
final class ClockCall implements SyscallHandler {
    private static final long UNIX = 1;
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        if (frame.rdi() == 0) {
            return Timestamp.nanos();
        }
        if (frame.rdi() != UNIX) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        return Timestamp.unixMillis() * NANOS_PER_MILLI;
    }
}
