package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.files.OpenFile;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;

/** {@code dup(fd)}. */
final class DupCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        OpenFile file = process.files().get(frame.rdi()).share();
        boolean isAdded = false;
        try {
            int descriptor = process.files().add(file);
            isAdded = true;
            return descriptor;
        } finally {
            if (!isAdded) {
                file.release();
            }
        }
    }
}
