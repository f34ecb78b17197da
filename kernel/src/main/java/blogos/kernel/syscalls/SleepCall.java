package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** {@code sleep(nanoseconds)}. */
final class SleepCall implements SyscallHandler {
    /** Longer than any system runs, but far from the end of the clock: 36 years. */
    private static final long LONGEST = 1L << 60;

    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        if (frame.rdi() < 0) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        Tasks.sleep(Math.min(frame.rdi(), LONGEST));
        return 0;
    }
}
