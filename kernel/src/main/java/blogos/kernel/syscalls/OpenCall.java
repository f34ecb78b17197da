package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.files.OpenFile;
import blogos.kernel.files.RamDisk;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;

/** {@code open(path, length)}. */
final class OpenCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        String path = UserText.path(process, frame.rdi(), frame.rsi());
        OpenFile file = RamDisk.mounted().open(path);
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
